export { type CheckedReform, checkReform, lawOn, type ReformFault, ruleById } from './check-reform.js';
export { type ChangedPart, diffReform, type LawDuring, type ProposedChange } from './diff-reform.js';
export { withPart } from './parts.js';
export { type Outcome, type ReformedCase, tryReform } from './try-reform.js';
