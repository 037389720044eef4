export { assess } from './disability-percent.js';
export {
  coversAdmission,
  type GuaranteeLetter,
  isGuaranteed,
  type LetteredStay,
  deskLetterFor,
  lettersFor,
} from './guarantee-letter.js';
export { type Hand, HANDS, type Injury, INJURY_KINDS } from './injury.js';
export { calculateJkkCase, type CareCosts, type JkkCaseInput, type Outcome } from './jkk-case.js';
export type { RehabInvoices, TransportReceipts } from './jkk-expenses.js';
export { type Conclusion, CONCLUSIONS, jkkExpiry } from './jkk.policies.js';
export { TRANSPORT_MODES, type TransportMode } from './jkk.rules.js';
export {
  borneBeside,
  borneByOther,
  CARE_BEARERS,
  type CareBearer,
  type Insurer,
  INSURERS,
  type OtherPayer,
  OTHER_PAYER_STATUSES,
  OTHER_PAYERS,
  type OtherPayerAnswer,
  type OtherPayerStatus,
} from './other-payer.js';
export { contradictionAmong } from './one-body.js';
export { deductPaid, paidForItems, type PaidItem } from './paid-disability.js';
export { ACCIDENT_KINDS, type AccidentKind } from './work-accident.rules.js';
