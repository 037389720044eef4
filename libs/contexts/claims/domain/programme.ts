import type { AnyRefusals, DelegationUsed, LocalDate, Period, Reading, Rupiah } from '#kernel';
import { type Calculation, type Relation, type ServiceProgram, serviceDueDate } from '#law';
import type { ArrearsMonth, Deduction } from './arrears.events.js';
import type { EmployerOfClaim, EntitledChild, OwedByEmployer } from './claim.events.js';
import type { Claimant, DocumentKind } from './handed-in.events.js';
import type { HeldFor } from './held-for.js';
import type { Assessment, ClaimIn } from './claim.js';

/** What a claim is about. */
export interface ClaimSubject {
  readonly claimId: string;
  /** Code of its programme. */
  readonly programme: string;
  readonly participantId: string;
  readonly accidentId?: string;
  readonly projectId?: string;
}

export type AssessableClaim = ClaimIn<'COMPLETE' | 'CALCULATED' | 'HELD' | 'APPROVED' | 'DENIED'>;

/** A claim that nobody has calculated to its end. */
export type OpenClaim = ClaimIn<'INCOMPLETE' | 'COMPLETE' | 'WAITING'>;

/** What is asked for before the end of the treatment. */
export interface InterimAsked {
  /** Days of incapacity in all, those that were paid for included. */
  readonly days: number;
  readonly paidIdr: Rupiah;
  /** Whether the employer kept paying the wage; absent where nobody said. */
  readonly wageContinued?: boolean;
}

/** What was asked of the calculator, what it answered, and who may get a scholarship then. */
export interface Assessed {
  readonly inputs: object;
  readonly calculation: Calculation;
  readonly entitledChildren: readonly EntitledChild[];
  /** Children get a scholarship by it, also where none is registered; absent where they get none. */
  readonly givesScholarship?: true;
  /** What of the arrears is deducted from the benefit. */
  readonly deduction?: Deduction;
  /** What the employer of a wage earner owes itself. */
  readonly owedByEmployer?: readonly OwedByEmployer[];
  /** Of a wage earner: the employers that it rests on. */
  readonly employers?: readonly EmployerOfClaim[];
  /** The day of the event, where it is another one than the claim knows. */
  readonly eventDate?: LocalDate;
}

/** A month that was deducted from the benefit of a claim and counts as received by that. */
export interface SetOffMonth {
  readonly claimId: string;
  readonly period: Period;
}

/** The cost of care that a claim pays, by the invoice or receipt that shows it. */
export interface Invoice {
  readonly facilityId: string;
  readonly invoiceNumber: string;
}

/** What a facility is paid itself. */
export interface FacilityCost {
  readonly facilityId: string;
  readonly invoiceIdr: Rupiah;
}

/** How scholarships follow from a programme, where a person says what is due. */
export interface ScholarshipRight<Facts = unknown> {
  /** The components, by code, that are given for nothing but a death or a total permanent disability. */
  readonly followsFrom: readonly string[];
  /** Whether the law gives one beside them, by these facts. */
  isGiven(facts: Facts): boolean;
  /** In the order of registration. */
  children(facts: Facts): readonly EntitledChild[];
}

/**
 * A programme (program jaminan) as claims know it: everything in which its claims differ from others. Whoever handles a
 * claim asks here, and knows no programme by name.
 */
export interface Programme<Facts = unknown> {
  /** How events and people name it, and the law its service clock. It is stored, so it never changes. */
  readonly code: ServiceProgram;
  /** What was paid decides the amount, and not only whether there is one: a receipt that is recorded late may make it more. */
  readonly followsContributions?: true;
  /** Claims are taken in: it has a route. */
  readonly isOpen: boolean;
  /** The calculator of the law that its claims are assessed with, as requests name it. */
  readonly calculator: string;
  /** Why it refuses, beside what every claim is refused for. */
  readonly refusals: AnyRefusals;
  /** What a denial says where the calculation found nothing to pay although no rule refused. */
  readonly nothingPayable: NonNullable<Assessment['refusal']>;

  /** The claim for an accident, where its claims are for one: the identity of a claim is what happened. */
  claimOfAccident?(accidentId: string): string;
  /**
   * The claims that there may be for events of a participant on a day, where the day tells which.
   * @param nthDeath the how many-th death, where those before were reported by mistake
   */
  claimsOfDay?(participantId: string, day: LocalDate, nthDeath?: number): readonly string[];
  /** The claim that pays for a death, traced to an accident or to none; undefined when another programme does. */
  claimOfDeath?(participantId: string, accidentId?: string, nthDeath?: number): string | undefined;

  /** Reads from the log what decisions about such a claim rest on. @throws Rejection when there is no such thing */
  facts(read: Reading, subject: ClaimSubject): Promise<Facts>;
  /** @throws Rejection when nothing of the kind can be claimed by these facts */
  claimable(facts: Facts, participantId: string): void;
  /** The day in the world that chooses the law. */
  eventDay(facts: Facts): LocalDate;
  /** To whom the claim belongs by these facts (yang berhak): they may change while it is open. */
  entitled(facts: Facts): Claimant;
  /** Only of a programme that pays heirs: the day of the death, if somebody died. */
  diedOn?(facts: Facts): LocalDate | undefined;
  /** The documents that the claim rests on. */
  papers(facts: Facts): readonly DocumentKind[];
  /** What the law gives by these facts. @throws Rejection when it cannot be said yet */
  assess(claim: AssessableClaim, facts: Facts): Assessed;
  /** Only of a programme that pays before the end: what is due by now. @throws Rejection when nothing is */
  interim?(claim: OpenClaim, facts: Facts, asked: InterimAsked): Assessed;
  /** The component, by code, of which its interim payments are a part. */
  readonly paidInInterims?: string;
  /** Only of a programme whose claims may come before what they are for has ended: whether it goes on. */
  isUnfinished?(facts: Facts): boolean;
  /** The day on which the last of the arrears that its claim waits for was paid; undefined while one is unpaid, or none was due. */
  settledOn?(facts: Facts): LocalDate | undefined;
  /** The months that were due and unpaid on the day of the event. */
  arrears?(facts: Facts): readonly ArrearsMonth[];
  /** The same facts as if the arrears of the event were paid. */
  asIfSettled?(facts: Facts): Facts;
  /** The months of the participant that were deducted from benefits. */
  setOff?(facts: Facts): readonly SetOffMonth[];
  /** Only of a programme whose right lapses (kedaluwarsa): the last day of it. */
  lapsesAfter?(facts: Facts): LocalDate;
  /** Only of a programme whose facts may be lost for good: whether nobody can say any more what the law gives. */
  isUndecidable?(facts: Facts): boolean;
  /** Only of a programme whose event may be taken back: whether what such a claim is for did not happen. */
  isEventRevoked?(facts: Facts): boolean;
  /** Only where another programme pays for the same event once more is known: whether it does, and takes off what this one paid. */
  isPaidByOther?(facts: Facts): boolean;
  /**
   * Only where a person who was registered twice may be paid twice for one event: whether another claim pays for it, and keeps what it
   * was approved.
   */
  isPaidTwice?(facts: Facts): boolean;
  /** What another programme paid for the same event: with it a limit of authority is compared. */
  paidByOther?(facts: Facts): Rupiah;
  /** What was approved of care of the same accident beside the claim. */
  careBeside?(facts: Facts): Rupiah;
  /** What it rests on that was entered late and that no second person has confirmed. */
  unconfirmed?(facts: Facts): readonly string[];
  /** Only of a programme that may pay an employer: at whose work it happened. */
  employer?(facts: Facts): string | undefined;
  /** The components that a person may grant where the law leaves it to one, by code. */
  readonly determinable: readonly string[];
  /** The one of these, if any, by which facilities are paid what they invoiced. */
  readonly careByFacilities?: string;
  /** Only of a programme from which scholarships follow. */
  readonly scholarships?: ScholarshipRight<Facts>;
  /** What facilities are paid, in the order of their invoices. */
  toFacilities(facts: Facts): readonly FacilityCost[];
  /** Of an approved claim: what each facility is owed still of the invoices with which it was approved. */
  owedToFacilities?(facts: Facts): readonly FacilityCost[];
  /** The invoices that the claim pays for; undefined where such claims pay for none. */
  invoices?(facts: Facts): readonly Invoice[];
  /**
   * Only of a programme whose claims of one participant are approved one after another, since what one pays decides what
   * is left for the next: the claim whose approval was begun before and is not finished.
   */
  earlierInApproval?(facts: Facts): string | undefined;
}

/** Who claims as an heir, and who was registered as one. Names are gone once the person was erased. */
export interface HeirsOnRecord {
  readonly claimantName?: string;
  readonly registered: readonly { readonly relation: Relation; readonly name?: string }[];
}

/** What a decision about a claim rests on: its programme, and the facts as they are now. */
export interface Basis<Facts = unknown> {
  readonly programme: Programme<Facts>;
  readonly facts: Facts;
  /** Asked only where heirs are about to be paid. */
  readonly heirsOnRecord?: HeirsOnRecord;
  /** Asked only where a claim is calculated: what was said last of why it is held. */
  readonly heldFor?: HeldFor;
  /** Asked only where somebody decides: by which delegation they do, where the office is not theirs. */
  readonly delegation?: DelegationUsed;
}

/** Who stands in for an office that is not theirs decides by a delegation of it. */
export type ByDelegation = Pick<Basis, 'delegation'>;

/** By which delegation somebody decides, where the office is not theirs. */
export const byDelegationOf = ({ delegation }: ByDelegation): ByDelegation =>
  delegation ? { delegation } : {};

/** The months that were due and unpaid on the day of the event, as they stand now. */
export const arrearsOf = ({ programme, facts }: Basis): readonly ArrearsMonth[] =>
  programme.arrears?.(facts) ?? [];

/** The last day on which payment is in time, of a claim whose documents are complete on a day. */
export const payByOf = ({ programme }: Pick<Basis, 'programme'>, completeOn: LocalDate): LocalDate =>
  serviceDueDate(programme.code, completeOn);

/** To whom the claim belongs now. */
export const entitledTo = ({ programme, facts }: Basis): Claimant => programme.entitled(facts);
