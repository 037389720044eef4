import type { MoneyBackFrom, MoneyBackReason, ReturnReason } from '#contexts/payouts/facts';
import type {
  Complainant,
  ComplaintAnswer,
  ComplaintSubject,
  ComplaintTopic,
  MediationResult,
} from '#contexts/complaints/facts';
import type { LocalDate, Rupiah } from '#kernel';
import type { ObjectionAnswer as Answer } from '../../domain/after-decision.events.js';
import type { CareBearer } from '#law';
import type { DocumentFault } from '../../domain/claim-by-people.events.js';
import type { ArrearsMonth, Deduction } from '../../domain/arrears.events.js';
import type { ClaimComponent, OwedByEmployer } from '../../domain/claim.events.js';
import type { ApprovedPart, ApprovedPayment } from '../../domain/decision.events.js';
import type { DocumentKind } from '../../domain/handed-in.events.js';

/** What people are written to about. Letters carry these, so they never change. */
export const LETTER_KINDS = [
  'PAPERS_REQUEST',
  'HOLD',
  'APPROVAL',
  'DIFFERENCE',
  'INTERIM',
  'DENIAL',
  'PAYMENT_ADVICE',
  'GUARANTEE',
  'OBJECTION_ANSWER',
  'CARE_BEARER',
  'PAYMENT_RETURNED',
  'SCHOLARSHIP_YEAR',
  'RECEIVABLE',
  'COMPLAINT_RECEIPT',
  'COMPLAINT_ANSWER',
  'COMPLAINT_ESCALATED',
  'MEDIATION_INVITATION',
  'MEDIATION_RECORD',
] as const;

export type LetterKind = (typeof LETTER_KINDS)[number];

/** Of an account the last digits: a letter may be read by others. */
export interface ShownAccount {
  readonly bank: string;
  readonly holder: string;
  readonly numberMasked: string;
}

/** A component with what the person's health key opens of it. */
export interface ExplainedComponent extends ClaimComponent {
  /** Null once that key was destroyed. */
  readonly arithmetic: string | null;
}

/** A document that did not count, and why. */
export interface RefusedDocument {
  readonly kind: DocumentKind;
  readonly fault: DocumentFault;
}

/** Documents are missing. */
export interface PapersRequest {
  readonly kind: 'PAPERS_REQUEST';
  readonly missing: readonly DocumentKind[];
  readonly refused: readonly RefusedDocument[];
}

/** The claim waits for arrears. */
export interface Hold {
  readonly kind: 'HOLD';
  readonly arrears: readonly ArrearsMonth[];
  readonly settleBy: LocalDate | null;
  readonly law: string;
  readonly article: string;
}

/** What a claim comes to, and who is paid what. */
export interface Approval {
  readonly kind: 'APPROVAL' | 'DIFFERENCE' | 'INTERIM';
  readonly components: readonly ExplainedComponent[];
  readonly totalIdr: Rupiah;
  /** What had been approved before; zero for the first decision. */
  readonly approvedBeforeIdr: Rupiah;
  readonly deduction: Deduction | null;
  /** Arrears that had been deducted and that somebody paid as well. */
  readonly givenBack: readonly ArrearsMonth[];
  /** What was approved in part, and why; absent where nothing was. */
  readonly inPart?: { readonly parts: readonly ApprovedPart[]; readonly reason: string | null };
  /** What whoever claims owes back since; only of a difference, and absent where nothing is. */
  readonly paidTooMuchIdr?: Rupiah;
  /** What persons were paid before the end of the treatment, and what of it is not due; only of a difference, and absent where all of it is. */
  readonly interimTooMuch?: { readonly paidIdr: Rupiah; readonly notDueIdr: Rupiah };
  readonly payments: readonly ApprovedPayment[];
  readonly owedByEmployer: readonly OwedByEmployer[];
  readonly scholarships: number;
  /** How many children had a right by the claim and have none any more; only of a difference, and absent where there are none. */
  readonly scholarshipsEnding?: number;
  readonly payBy: LocalDate;
  readonly ruleSetVersion: string;
  readonly account: ShownAccount | null;
}

/** Why nothing is paid. */
export interface Denial {
  readonly kind: 'DENIAL';
  readonly decision: string;
  readonly rule: string;
  readonly law: string;
  readonly article: string;
  readonly detail: string;
  readonly owedByEmployer: readonly OwedByEmployer[];
}

/** Money has arrived. */
export interface PaymentAdvice {
  readonly kind: 'PAYMENT_ADVICE';
  readonly payee: string;
  readonly componentCodes: readonly string[];
  readonly amountIdr: Rupiah;
  readonly benefitIdr: Rupiah | null;
  readonly deductedIdr: Rupiah | null;
  readonly bankReference: string;
  readonly account: ShownAccount | null;
}

/** BPJS promises to pay for care. */
export interface Guarantee {
  readonly kind: 'GUARANTEE';
  readonly guaranteeNumber: string;
  readonly facilityId: string;
  readonly basis: 'COVERED' | 'SUSPECTED_CASE';
}

/** What becomes of an objection. */
export interface ObjectionAnswer {
  readonly kind: 'OBJECTION_ANSWER';
  readonly answer: Answer;
  readonly decidedOn: LocalDate | null;
  /** Null where the person had been erased by then. */
  readonly reason: string | null;
}

/** It was no work accident: a facility is told whom to bill. */
export interface ToldBearer {
  readonly kind: 'CARE_BEARER';
  readonly facilityId: string;
  readonly bearer: CareBearer;
  readonly concludedOn: LocalDate;
}

/** Money came back: another account is needed. */
export interface ReturnedPayment {
  readonly kind: 'PAYMENT_RETURNED';
  readonly payee: string;
  readonly amountIdr: Rupiah;
  readonly reason: ReturnReason | MoneyBackReason;
  /** Who sent it back after it had arrived; absent where it did not arrive. */
  readonly from?: MoneyBackFrom;
  readonly account: ShownAccount | null;
}

/** A school year of a child is paid. */
export interface ScholarshipYear {
  readonly kind: 'SCHOLARSHIP_YEAR';
  readonly year: number;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly payee: string;
  readonly account: ShownAccount | null;
}

/** Money is owed since something was decided otherwise. */
export interface Owed {
  readonly kind: 'RECEIVABLE';
  readonly amountIdr: Rupiah;
}

/** A complaint was taken in: by when it is answered. */
export interface ComplaintReceipt {
  readonly kind: 'COMPLAINT_RECEIPT';
  readonly topic: ComplaintTopic;
  readonly about: ComplaintSubject;
  readonly answerBy: LocalDate;
  /** In the words of whoever complains. */
  readonly said: string | null;
}

/** The office answers a complaint. */
export interface AnsweredComplaint {
  readonly kind: 'COMPLAINT_ANSWER';
  readonly answer: ComplaintAnswer;
  readonly replyBy: LocalDate;
  /** Null where the person had been erased by then. */
  readonly said: string | null;
}

/** The unit for quality and complaints looks at it. */
export interface EscalatedComplaint {
  readonly kind: 'COMPLAINT_ESCALATED';
  readonly answerBy: LocalDate;
}

/** Both sides are asked to sit down with a mediator. */
export interface MediationInvitation {
  readonly kind: 'MEDIATION_INVITATION';
  readonly endBy: LocalDate;
}

/** How the mediation ended, for both sides. */
export interface MediationRecord {
  readonly kind: 'MEDIATION_RECORD';
  readonly result: MediationResult;
  /** What they agreed, or why not, and where the minutes lie; null where the person had been erased by then. */
  readonly said: string | null;
  readonly minutes: string | null;
  /** The claim that they agreed about is open again. */
  readonly isClaimOpen: boolean;
}

export type ComplaintLetter =
  ComplaintReceipt | AnsweredComplaint | EscalatedComplaint | MediationInvitation | MediationRecord;

export type LetterContents =
  | ComplaintLetter
  | PapersRequest
  | Hold
  | Approval
  | Denial
  | PaymentAdvice
  | Guarantee
  | ObjectionAnswer
  | ToldBearer
  | ReturnedPayment
  | ScholarshipYear
  | Owed;

/** What every letter says of what it is about, as it stood when the letter was due. */
export interface LetterSubject {
  readonly participantId: string;
  /** Null once the key of the person was destroyed: then nothing is printed. */
  readonly participantName: string | null;
  /** To whom the letter is; null as above. */
  readonly addressee: string | null;
  readonly claimId: string | null;
  readonly accidentId: string | null;
  /** Code of the programme; null of a complaint, which may be about anything. */
  readonly programme: string | null;
  /** Of a complaint the day on which it was taken in. */
  readonly eventDate: LocalDate;
  readonly office: string;
  /** The complaint that it is about, and who complains. */
  readonly complaint?: { readonly complaintId: string; readonly complainant: Complainant };
}
