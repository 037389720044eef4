import type { CareBearer, Conclusion, OtherPayerAnswer, TransportMode } from '#law';
import type { Erased, Instant, LocalDate, Rupiah } from '#kernel';
import type {
  AccidentKind,
  AdvancedBy,
  Billing,
  CareStep,
  Effect,
  EvidenceKind,
  PlaceKind,
} from './accident.events.js';
import type { Findings, MedicalCondition } from './statement.events.js';
import type { Earlier } from './corrected.js';
import type { Determination } from './determined.js';

export type FinalCondition = Exclude<MedicalCondition, 'UNDER_TREATMENT'>;

/** What a doctor found, but for the diagnosis, which no decision needs. */
export interface Stated extends Omit<Findings, 'diagnosis'> {
  readonly statedOn: LocalDate;
}

/** Of somebody whose health data were erased only the day is left. */
export interface ErasedStatement extends Erased {
  readonly statedOn: LocalDate;
}

/** What the newest doctor's statement says. */
export type Statement = Stated | ErasedStatement;

/** A statement that ends the care: healed, disabled or dead. */
export type FinalStatement = (Stated & { readonly condition: FinalCondition }) | ErasedStatement;

export interface CareEpisode {
  readonly facilityId: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  readonly billing: Billing;
  /** Who paid what is claimed back; the participant where nobody says. */
  readonly paidBy?: AdvancedBy;
}

/** What an invoice is known by that is paid apart from the claim. */
export type BilledApart = Pick<
  CareEpisode,
  'facilityId' | 'admittedOn' | 'dischargedOn' | 'invoiceNumber' | 'invoiceIdr'
>;

/** A letter that the desk of a PLKK issued itself, until the office confirms it. */
export interface ProvisionalLetter {
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
  readonly validUntil: Instant;
  readonly atMostIdr: Rupiah;
  /** The office does not stand by it from this day on. */
  readonly notConfirmedFrom?: LocalDate;
}

/** Nobody has told of such an accident. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

/** What is known from the notice on. */
export interface Notified {
  readonly accidentId: string;
  readonly participantId: string;
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  /** At whose work it happened; absent of whoever worked for himself. */
  readonly employerId?: string;
  /** On which construction project it happened, if on one. */
  readonly projectId?: string;
  readonly evidence: readonly EvidenceKind[];
  /** Who entered the notice late, while nobody else has confirmed it. */
  readonly backDatedBy?: string;
  /** Only once the key of the person was destroyed. */
  readonly erased?: true;
  /** Only once the health key of the person was destroyed: no doctor's statement is known, and none can be recorded. */
  readonly healthErased?: true;
  /** The PLKK that gave notice of it, if one did. */
  readonly facilityId?: string;
  /** Invoices that are paid apart from the claim. */
  readonly billedApart?: readonly BilledApart[];
  /** Invoices that were to be, and of which nothing is paid: they were taken back, or passed on. */
  readonly givenUpApart?: readonly BilledApart[];
  /** What was approved of them. */
  readonly approvedApart?: readonly { readonly approvalId: string; readonly approvedIdr: Rupiah }[];
  /** Who pays for care before JKK, as far as somebody said. */
  readonly otherPayer?: OtherPayerAnswer;
  /** Once the JKK claim was approved: no invoice after it would be paid. */
  readonly billingClosed?: { readonly claimId: string; readonly closedOn: LocalDate };
  /** Subjects of those who have an interest in its claim: they decide nothing of it. */
  readonly interestedIds?: readonly string[];
}

/** Somebody told of it; stage I is still to come. */
export interface NoticeReceived extends Notified {
  readonly situation: 'NOTICE_RECEIVED';
}

/** What is known from stage I on. */
export interface Reported extends Notified {
  readonly stageOne: {
    readonly reportedOn: LocalDate;
    readonly late: boolean;
    readonly effect: Effect;
    readonly concludeBy: LocalDate;
  };
  /** Facilities the victim was sent to, in order. */
  readonly referredTo: readonly string[];
  /** Facilities that hold a guarantee letter. */
  readonly guaranteedAt: readonly string[];
  /** Letters that desks of PLKKs issued themselves, for a time; one for a facility. */
  readonly provisional?: readonly ProvisionalLetter[];
  readonly care: readonly CareEpisode[];
  /** The newest one; an earlier one is superseded. */
  readonly statement?: Statement;
  readonly conclusion?: { readonly conclusion: Conclusion; readonly concludedOn: LocalDate };
  /** What the highest authority determined, where one did: it stands in the conclusion. */
  readonly determination?: Determination;
  /** Who was named to bear the care, when it was no work accident, and which facilities know of it. */
  readonly careBearer?: {
    readonly bearer: CareBearer;
    readonly namedOn: LocalDate;
    readonly facilityIds: readonly string[];
  };
  /** What was stated and reported before the injury came back. */
  readonly earlier?: Earlier;
}

/** Between stage I and stage II: referral, guarantee, care, statements, conclusion, each as life brings it. */
export interface UnderWay extends Reported {
  readonly situation: CareStep;
}

/** Stage II is in; only invoices of past care and the conclusion may still come. */
export interface StageTwoReported extends Reported {
  readonly situation: 'STAGE_II_REPORTED';
  readonly statement: FinalStatement;
  readonly stageTwo: { readonly reportedOn: LocalDate; readonly late: boolean };
  readonly transport: readonly {
    readonly mode: TransportMode;
    readonly amountIdr: Rupiah;
    readonly paidBy?: AdvancedBy;
  }[];
  /** Whether the employer kept paying the wage; absent where nobody said. */
  readonly wageContinued?: boolean;
}

/** Concluded not to be a work accident: JKK has no more to do with it. */
export interface NotWorkAccident extends Reported {
  readonly situation: 'NOT_WORK_ACCIDENT';
  readonly conclusion: { readonly conclusion: 'NOT_WORK_ACCIDENT'; readonly concludedOn: LocalDate };
  /** Where stage II had been reported: it goes on there, if it is determined to be one after all. */
  readonly stageTwo?: StageTwoReported['stageTwo'];
  readonly transport?: StageTwoReported['transport'];
  readonly wageContinued?: boolean;
}

/** An accident that somebody told of. */
export type Known = NoticeReceived | UnderWay | StageTwoReported | NotWorkAccident;

/** There is no such accident of this person on this day; a notice may be given again. */
export interface NoticeWithdrawn extends Pick<
  Notified,
  'accidentId' | 'participantId' | 'occurredOn' | 'kind' | 'placeKind' | 'facilityId' | 'interestedIds'
> {
  readonly situation: 'NOTICE_WITHDRAWN';
}

export type AccidentState = Unknown | NoticeWithdrawn | Known;
