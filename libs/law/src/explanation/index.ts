export { explain, type Explanation, type PolicyReason } from './explain.js';
export type {
  ComponentReasons,
  ConventionReason,
  InputReason,
  OperationReason,
  ParameterReason,
  Reason,
} from './reasons.js';
export { writeExplanation } from './write-explanation.js';
