export { ANSWER_WORDS } from './answer-words.js';
export { explain, type Explanation } from './explain.js';
export { listRules, RULE_CHAPTERS, type RuleHistory, ruleHistory, type RuleSummary } from './rules.js';
export { writeExplanation } from './write-explanation.js';
