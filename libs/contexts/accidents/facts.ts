export {
  type AccidentFacts,
  type CareInvoice,
  accidentFacts,
  accidentInSight,
  facilitiesOfAccident,
} from './domain/accident-facts.js';
export type {
  AccidentConcluded,
  AccidentEvent,
  AccidentEvidenceReceived,
  AccidentKind,
  AccidentNotified,
  BillingClosed,
  CareProvided,
  DoctorStatementIssued,
  GuaranteeLetterIssued,
  PlaceKind,
  PlkkReferralIssued,
  StageOneReported,
  StageTwoReported,
} from './domain/accident.events.js';
export type { NoticeWithdrawn } from './domain/corrections.events.js';
export type { CareBearerNamed, DeterminationIssued } from './domain/determination.events.js';
export { accidentsOfDay } from './domain/accident.js';
/** Of the command that processes of higher floors send down when a JKK claim was approved. */
export type { CloseBillingInput } from './domain/close-billing.js';
export { type GuaranteeLetter, guaranteeLetters } from './domain/letters.js';
export { conclusionSteps, noticeSteps, reportSteps } from './domain/accident-steps.js';
/** Of the command that a process of a higher floor sends down when an invoice came with its lines. */
export type { NoteInvoiceApartInput } from './domain/note-invoice-apart.js';
export { type Bill, type KnowsBill, isSameBill, takeBills } from './domain/bill.js';
