export { checkReform, lawOn, type ReformFault, ruleById } from './check-reform.js';
export { diffReform, type LawDuring } from './diff-reform.js';
export { withPart } from './parts.js';
export { type Outcome, tryReform } from './try-reform.js';
