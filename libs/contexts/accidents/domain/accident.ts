import type { CareBearer, Conclusion, OtherPayerAnswer, TransportMode } from '#law';
import {
  type Actor,
  type Erased,
  type EventOf,
  type Instant,
  type LocalDate,
  type Rupiah,
  assertNever,
  derivedId,
  inSituation,
  isErased,
  requireSight,
  stream,
} from '#kernel';
import {
  type AccidentEvent,
  type AccidentKind,
  type AdvancedBy,
  type Billing,
  CARE_STEPS,
  type CareStep,
  type Effect,
  type EvidenceKind,
  type Findings,
  type MedicalCondition,
  type PlaceKind,
} from './accident.events.js';
import { ACCIDENT_UPCASTERS } from './accident.upcasters.js';
import { type Earlier, careCorrected, noticeCorrected, noticeWithdrawn, relapsed } from './corrected.js';
import { type Determination, bearerNamed, determined } from './determined.js';
import { accidentRefusals } from './refusals.js';

/**
 * The identity of an accident is what happened: to whom, on which day, and the how many-th of that day. So a family and
 * an employer who both give notice of it meet the same stream, and it cannot be claimed twice.
 */
export const accidentIdOf = (participantId: string, occurredOn: LocalDate, nthOfDay = 1) =>
  derivedId('accident', participantId, occurredOn, String(nthOfDay));

/** As many accidents of one worker can be told apart on one day. */
export const MOST_ACCIDENTS_OF_A_DAY = 9;

/** The ids of all accidents that there may be of a participant on a day. */
export const accidentsOfDay = (participantId: string, day: LocalDate): readonly string[] =>
  Array.from({ length: MOST_ACCIDENTS_OF_A_DAY }, (_, before) =>
    accidentIdOf(participantId, day, before + 1),
  );

export { CARE_STEPS, type CareStep } from './accident.events.js';
export { careReached } from './care-reached.js';

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
interface Notified {
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
  /** Who pays for care before JKK, as far as somebody said. */
  readonly otherPayer?: OtherPayerAnswer;
  /** Once the JKK claim was approved: no invoice after it would be paid. */
  readonly billingClosed?: { readonly claimId: string; readonly closedOn: LocalDate };
}

/** Somebody told of it; stage I is still to come. */
export interface NoticeReceived extends Notified {
  readonly situation: 'NOTICE_RECEIVED';
}

/** What is known from stage I on. */
interface Reported extends Notified {
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
  'accidentId' | 'participantId' | 'occurredOn' | 'kind' | 'placeKind' | 'facilityId'
> {
  readonly situation: 'NOTICE_WITHDRAWN';
}

export type AccidentState = Unknown | NoticeWithdrawn | Known;

/** Folds an `accident-<id>` stream. */
export const accidents = stream<AccidentState, AccidentEvent>('accident', {
  initial: { situation: 'UNKNOWN' },
  upcasters: ACCIDENT_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'AccidentNotified') return noticeReceived(event);
    if (state.situation === 'UNKNOWN' || state.situation === 'NOTICE_WITHDRAWN') {
      throw outOfOrder(event, state);
    }
    if (event.type === 'NoticeCorrected') return noticeCorrected(state, event);
    if (event.type === 'NoticeWithdrawn') return noticeWithdrawn(state);
    if (event.type === 'AccidentEvidenceReceived') return withEvidence(state, event.data.evidence);
    if (event.type === 'BackDatedNoticeConfirmed') return { ...state, backDatedBy: undefined };
    if (event.type === 'BillingClosed') return billingClosed(state, event);
    if (event.type === 'InvoiceBilledApart') return billedApart(state, event);
    if (event.type === 'OtherPayerNamed') return { ...state, otherPayer: otherPayerOf(event) };
    if (event.type === 'StageOneReported') return stageOneReported(state, event);
    if (state.situation === 'NOTICE_RECEIVED') throw outOfOrder(event, state);
    if (event.type === 'DeterminationIssued') return determined(state, event);
    if (event.type === 'CareBearerNamed') return bearerNamed(state, event);
    if (state.situation === 'NOT_WORK_ACCIDENT') throw outOfOrder(event, state);
    if (event.type === 'AccidentConcluded') return concluded(state, event);
    if (event.type === 'CareProvided') return cared(state, event);
    if (event.type === 'CareCorrected') return careCorrected(state, event);
    if (event.type === 'FatalOutcomeWithdrawn') return fatalOutcomeWithdrawn(state, event);
    if (event.type === 'GuaranteeNotConfirmed') return notConfirmed(state, event);
    if (state.situation === 'STAGE_II_REPORTED') {
      if (event.type === 'RelapseReported') return relapsed(state);
      throw outOfOrder(event, state);
    }
    if (event.type === 'RelapseReported') throw outOfOrder(event, state);
    switch (event.type) {
      case 'PlkkReferralIssued':
        return referred(state, event);
      case 'GuaranteeLetterIssued':
        return guaranteed(state, event);
      case 'DoctorStatementIssued':
        return stated(state, event);
      case 'StageTwoReported':
        return stageTwoReported(state, event);
      case 'ProvisionalGuaranteeIssued':
        return provisionallyGuaranteed(state, event);
      default:
        return assertNever(event, 'accident event');
    }
  },
});

function noticeReceived({ data }: EventOf<AccidentEvent, 'AccidentNotified'>): NoticeReceived {
  const { accidentId, participantId, kind, placeKind, occurredOn, occurredAt, employerId, facilityId } = data;
  const what = { accidentId, participantId, kind, placeKind, occurredOn, occurredAt };
  const { projectId } = data;
  const work = { ...(employerId && { employerId }), ...(projectId && { projectId }) };
  const notified = { ...what, ...work, facilityId };
  const erased = isErased(data.person) ? true : undefined;
  const healthErased = isErased(data.health) ? true : undefined;
  const { backDatedBy } = data;
  return { situation: 'NOTICE_RECEIVED', ...notified, backDatedBy, erased, healthErased, evidence: [] };
}

function withEvidence<State extends Notified>(state: State, evidence: readonly EvidenceKind[]): State {
  return { ...state, evidence: [...state.evidence, ...evidence] };
}

function billingClosed(state: Known, { data }: EventOf<AccidentEvent, 'BillingClosed'>): Known {
  return { ...state, billingClosed: { claimId: data.claimId, closedOn: data.effectiveOn } };
}

/** What was sent last of a number counts. */
function billedApart(state: Known, { data }: EventOf<AccidentEvent, 'InvoiceBilledApart'>): Known {
  const { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr } = data;
  const others = (state.billedApart ?? []).filter(
    (one) => one.facilityId !== facilityId || one.invoiceNumber !== invoiceNumber,
  );
  const invoice = { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr };
  return { ...state, billedApart: [...others, invoice] };
}

function otherPayerOf({ data }: EventOf<AccidentEvent, 'OtherPayerNamed'>): OtherPayerAnswer {
  const { payer: code, status, amountIdr, byAir } = data;
  return { code, status, ...(amountIdr !== undefined && { amountIdr }), ...(byAir && { byAir }) };
}

function stageOneReported(state: Known, event: EventOf<AccidentEvent, 'StageOneReported'>): UnderWay {
  if (state.situation !== 'NOTICE_RECEIVED') throw outOfOrder(event, state);
  const { effect, late, concludeBy, evidence, effectiveOn: reportedOn } = event.data;
  return {
    ...withEvidence(state, evidence),
    situation: 'STAGE_I_REPORTED',
    stageOne: { reportedOn, late, effect, concludeBy },
    referredTo: [],
    guaranteedAt: [],
    care: [],
  };
}

function referred(state: UnderWay, { data }: EventOf<AccidentEvent, 'PlkkReferralIssued'>): UnderWay {
  return {
    ...state,
    situation: furthest(state.situation, 'REFERRED'),
    referredTo: [...state.referredTo, data.facilityId],
  };
}

function guaranteed(state: UnderWay, { data }: EventOf<AccidentEvent, 'GuaranteeLetterIssued'>): UnderWay {
  return {
    ...state,
    situation: furthest(state.situation, 'GUARANTEED'),
    guaranteedAt: [...state.guaranteedAt, data.facilityId],
  };
}

function provisionallyGuaranteed(
  state: UnderWay,
  { data }: EventOf<AccidentEvent, 'ProvisionalGuaranteeIssued'>,
): UnderWay {
  const { facilityId, validUntil, atMostIdr, effectiveOn: issuedOn } = data;
  const letter = { facilityId, issuedOn, validUntil, atMostIdr };
  const isReferred = state.referredTo.includes(facilityId);
  return {
    ...state,
    situation: furthest(state.situation, 'GUARANTEED'),
    referredTo: isReferred ? state.referredTo : [...state.referredTo, facilityId],
    provisional: [...(state.provisional ?? []), letter],
  };
}

function notConfirmed<State extends UnderWay | StageTwoReported>(
  state: State,
  { data: { facilityId, effectiveOn } }: EventOf<AccidentEvent, 'GuaranteeNotConfirmed'>,
): State {
  const provisional = (state.provisional ?? []).map((letter) =>
    letter.facilityId === facilityId ? { ...letter, notConfirmedFrom: effectiveOn } : letter,
  );
  return { ...state, provisional };
}

function cared<State extends UnderWay | StageTwoReported>(
  state: State,
  { data }: EventOf<AccidentEvent, 'CareProvided'>,
): State | UnderWay {
  const { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr, billing, paidBy } = data;
  const invoice = { facilityId, admittedOn, dischargedOn, invoiceNumber, invoiceIdr, billing };
  const episode = { ...invoice, ...(paidBy && { paidBy }) };
  const care = [...state.care, episode];
  return state.situation === 'STAGE_II_REPORTED'
    ? { ...state, care }
    : { ...state, situation: 'IN_CARE', care };
}

function stated(
  state: UnderWay,
  { data: { health, statedOn } }: EventOf<AccidentEvent, 'DoctorStatementIssued'>,
): UnderWay {
  if (isErased(health)) return { ...state, statement: { ...health, statedOn } };
  const { diagnosis: _keptInTheLogOnly, ...findings } = health;
  return { ...state, statement: { ...findings, statedOn } };
}

function concluded(
  state: UnderWay | StageTwoReported,
  event: EventOf<AccidentEvent, 'AccidentConcluded'>,
): AccidentState {
  if (state.conclusion) throw outOfOrder(event, state);
  const { conclusion, concludedOn } = event.data;
  return conclusion === 'NOT_WORK_ACCIDENT'
    ? { ...state, situation: 'NOT_WORK_ACCIDENT', conclusion: { conclusion, concludedOn } }
    : { ...state, conclusion: { conclusion, concludedOn } };
}

function stageTwoReported(
  state: UnderWay,
  event: EventOf<AccidentEvent, 'StageTwoReported'>,
): StageTwoReported {
  const { statement } = state;
  if (!isFinal(statement)) throw outOfOrder(event, state);
  const { effectiveOn: reportedOn, late, transport, wageContinued } = event.data;
  return {
    ...state,
    situation: 'STAGE_II_REPORTED',
    statement,
    stageTwo: { reportedOn, late },
    transport: [...(state.earlier?.transport ?? []), ...transport],
    ...(wageContinued !== undefined && { wageContinued }),
  };
}

/** As far as the care had got, with no statement: what was concluded of the accident itself stands. */
function fatalOutcomeWithdrawn(
  { statement: _wrong, ...state }: UnderWay | StageTwoReported,
  { data: { backTo: situation } }: EventOf<AccidentEvent, 'FatalOutcomeWithdrawn'>,
): UnderWay {
  const stageOne = { ...state.stageOne, effect: 'INJURY' as const };
  if (!('stageTwo' in state)) return { ...state, situation, stageOne };
  const { stageTwo: _late, transport: _receipts, wageContinued: _wage, ...before } = state;
  return { ...before, situation, stageOne };
}

/** Whether a statement ends the care; of an erased one nobody knows any more, and what followed it stands. */
export function isFinal(statement: Statement | undefined): statement is FinalStatement {
  return statement !== undefined && (isErased(statement) || statement.condition !== 'UNDER_TREATMENT');
}

/** The later of two steps of care. */
export function furthest(present: CareStep, reached: CareStep): CareStep {
  return CARE_STEPS.indexOf(reached) > CARE_STEPS.indexOf(present) ? reached : present;
}

function outOfOrder({ type }: AccidentEvent, { situation }: AccidentState): Error {
  return new Error(`${type} cannot follow in the situation ${situation}`);
}

/** The facilities that see an accident: the one that gave notice of it, and those that the victim was sent to. */
export const facilitiesOf = (accident: AccidentState): readonly (string | undefined)[] =>
  accident.situation === 'UNKNOWN'
    ? []
    : [accident.facilityId, ...('referredTo' in accident ? accident.referredTo : [])];

/**
 * A facility acts for its own patients.
 * @throws Rejection `ACCIDENT_NOT_FOUND` for the others
 */
export const requireAccidentInSight = (accident: AccidentState, actor: Actor): void =>
  requireSight(actor, facilitiesOf(accident), accidentRefusals.ACCIDENT_NOT_FOUND);

const OPEN = [...CARE_STEPS, 'STAGE_II_REPORTED'] as const;
const REPORTED = [...OPEN, 'NOT_WORK_ACCIDENT'] as const;
const KNOWN = [...REPORTED, 'NOTICE_RECEIVED'] as const;

/** An accident that somebody told of. @throws Rejection `ACCIDENT_NOT_FOUND`, `NOTICE_WITHDRAWN` */
export const knownAccident = (state: AccidentState): Known =>
  inSituation(state, KNOWN, ({ situation }) =>
    situation === 'NOTICE_WITHDRAWN'
      ? accidentRefusals.NOTICE_WITHDRAWN()
      : accidentRefusals.ACCIDENT_NOT_FOUND(),
  );

/** Stage I is in. @throws Rejection as `knownAccident` does, or `STAGE_ONE_MISSING` */
export const reportedAccident = (state: AccidentState): UnderWay | StageTwoReported | NotWorkAccident =>
  inSituation(knownAccident(state), REPORTED, () => accidentRefusals.STAGE_ONE_MISSING());

/** JKK still has to do with it. @throws Rejection as `reportedAccident` does, or `NOT_A_WORK_ACCIDENT` */
export const openAccident = (state: AccidentState): UnderWay | StageTwoReported =>
  inSituation(reportedAccident(state), OPEN, ({ conclusion }) =>
    accidentRefusals.NOT_A_WORK_ACCIDENT(conclusion),
  );

/** Between stage I and stage II. @throws Rejection as `openAccident` does, or `STAGE_TWO_ALREADY_REPORTED` */
export const accidentUnderWay = (state: AccidentState): UnderWay =>
  inSituation(openAccident(state), CARE_STEPS, ({ stageTwo }) =>
    accidentRefusals.STAGE_TWO_ALREADY_REPORTED(stageTwo),
  );
