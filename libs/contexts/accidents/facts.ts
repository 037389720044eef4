import { plkkOn } from '#contexts/providers/facts';
import type { Reading } from '#kernel';
import { accidents } from './domain/accident.js';
import { interestedIn } from './domain/interest.js';
import { type AccidentFacts, accidentFacts as factsWith } from './domain/accident-facts.js';

/**
 * The facts of an accident, as the log knows them now: whether BPJS pays a facility rests on its agreement as well.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export const accidentFacts = (read: Reading, accidentId: string): Promise<AccidentFacts> =>
  factsWith(
    read,
    accidentId,
    async (reading, facilityId, on) => (await plkkOn(reading, facilityId, on)).careUntil,
  );

/** Subjects of those who have an interest in the claim of an accident: they decide nothing that it comes to. */
export const interestedInAccident = async (read: Reading, accidentId: string): Promise<readonly string[]> =>
  interestedIn(await read.state(accidents, accidentId));

export {
  type AccidentFacts,
  type CareInvoice,
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
  PlaceKind,
  StageOneReported,
  StageTwoReported,
} from './domain/accident.events.js';
export type {
  GuaranteeLetterIssued,
  OtherPayerNamed,
  PlkkReferralIssued,
} from './domain/guarantee.events.js';
export type { DoctorStatementIssued } from './domain/statement.events.js';
export type { NoticeWithdrawn } from './domain/corrections.events.js';
export type { CareBearerNamed, DeterminationIssued } from './domain/determination.events.js';
export { accidentsOfDay } from './domain/accident.js';
/** Of the command that processes of higher floors send down when a JKK claim was approved. */
export type { CloseBillingInput } from './domain/close-billing.js';
export { guaranteeLetters } from './domain/letters.js';
export { conclusionSteps, noticeSteps, reportSteps } from './domain/accident-steps.js';
export { guaranteeSteps } from './domain/guarantee-steps.js';
export { handsToldOfAccidents } from './domain/hands-told.js';
export type { InterestNoted } from './domain/interest.events.js';
/** Of the command that a process of claims sends down when somebody has said that they have an interest in one. */
export type { NoteInterestInput } from './domain/note-interest.js';
/** Of the command that a process of a higher floor sends down when an invoice came with its lines. */
export type { NoteInvoiceApartInput } from './domain/note-invoice-apart.js';
export type { NoteInvoiceGivenUpInput } from './domain/note-invoice-given-up.js';
export type { NoteInvoiceApprovedInput } from './domain/note-invoice-approved.js';
export { type Bill, type KnowsBill, isSameBill, takeBills } from './domain/bill.js';
