export { assess } from './disability-percent.js';
export { calculateExpiry, type ExpiryInput } from './expiry.js';
export { type Hand, HANDS, type Injury, INJURY_KINDS, type InjuryKind } from './injury.js';
export { calculateJkkCase, type JkkCaseInput, type Outcome, OUTCOMES } from './jkk-case.js';
export type { JkkClaim } from './jkk-claim.js';
export {
  calculateJkkRehab,
  calculateJkkTransport,
  type JkkRehabInput,
  type JkkTransportInput,
  type RehabInvoices,
  type TransportReceipts,
} from './jkk-expenses.js';
export {
  calculateJkkDeath,
  calculateJkkTotalPermanent,
  type JkkDeathInput,
  type JkkTotalPermanentInput,
} from './jkk-lump-sums.js';
export { calculateJkkPartial, type JkkPartialInput } from './jkk-partial.js';
export { calculateJkkStmb, type JkkStmbInput } from './jkk-stmb.js';
export { type Conclusion, CONCLUSIONS, jkkExpiry } from './jkk.policies.js';
export { TRANSPORT_MODES, type TransportMode } from './jkk.rules.js';
export { contradictionAmong, type Contradiction } from './one-body.js';
export { deductPaid, paidForItems, type PaidItem } from './paid-disability.js';
export { calculateStageOneReport, type StageOneReportInput } from './stage-one-report.js';
export { calculateSuspectedCase, type SuspectedCaseInput } from './suspected-case.js';
export type { WorkAccidentFacts } from './work-accident.policies.js';
export { ACCIDENT_KINDS, type AccidentKind } from './work-accident.rules.js';
export { calculateWorkAccident } from './work-accident.js';
