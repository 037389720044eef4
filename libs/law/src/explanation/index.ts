export { explain, type Explanation, type PolicyReason } from './explain.js';
export type {
  ComponentReasons,
  ConventionReason,
  InputReason,
  OperationReason,
  ParameterReason,
  Reason,
} from './reasons.js';
export {
  listRules,
  RULE_CHAPTERS,
  type RuleFilter,
  type RuleHistory,
  ruleHistory,
  type RuleLink,
  type RuleSummary,
  type RuleVersion,
} from './rules.js';
export { writeExplanation } from './write-explanation.js';
