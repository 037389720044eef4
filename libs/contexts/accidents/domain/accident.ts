import type { OtherPayerAnswer } from '#law';
import {
  type Actor,
  type EventOf,
  type LocalDate,
  derivedId,
  evolveBy,
  inSituation,
  isErased,
  keyWasDestroyed,
  requireSight,
  stream,
} from '#kernel';
import { type AccidentEvent, CARE_STEPS, type CareStep, type EvidenceKind } from './accident.events.js';
import type {
  AccidentState,
  FinalStatement,
  Known,
  NotWorkAccident,
  NoticeReceived,
  Notified,
  StageTwoReported,
  Statement,
  UnderWay,
} from './accident-state.js';
import { ACCIDENT_UPCASTERS } from './accident.upcasters.js';
import { careCorrected, noticeCorrected, noticeWithdrawn, relapsed } from './corrected.js';
import { bearerNamed, determined } from './determined.js';
import { interestNoted, interestedIn } from './interest.js';
import { approvedApart, billedApart, givenUpApart } from './invoices-apart.js';
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

/** Folds an `accident-<id>` stream. */
export const accidents = stream<AccidentState, AccidentEvent>('accident', {
  initial: { situation: 'UNKNOWN' },
  upcasters: ACCIDENT_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'AccidentNotified') return noticeReceived(state, event);
    if (state.situation === 'UNKNOWN') throw outOfOrder(event, state);
    if (event.type === 'InterestNoted') return interestNoted(state, event);
    if (state.situation === 'NOTICE_WITHDRAWN') {
      throw outOfOrder(event, state);
    }
    if (event.type === 'NoticeCorrected') return noticeCorrected(state, event);
    if (event.type === 'NoticeWithdrawn') return noticeWithdrawn(state);
    if (event.type === 'AccidentEvidenceReceived') return withEvidence(state, event.data.evidence);
    if (event.type === 'BackDatedNoticeConfirmed') return { ...state, backDatedBy: undefined };
    if (event.type === 'BillingClosed') return billingClosed(state, event);
    if (event.type === 'InvoiceBilledApart') return billedApart(state, event);
    if (event.type === 'InvoiceGivenUpApart') return givenUpApart(state, event);
    if (event.type === 'InvoiceApprovedApart') return approvedApart(state, event);
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
    return underWayAfter(state, event);
  },
});

type BetweenStages =
  | 'PlkkReferralIssued'
  | 'GuaranteeLetterIssued'
  | 'ProvisionalGuaranteeIssued'
  | 'DoctorStatementIssued'
  | 'StageTwoReported';

const underWayAfter = evolveBy<UnderWay, EventOf<AccidentEvent, BetweenStages>, UnderWay | StageTwoReported>(
  {
    PlkkReferralIssued: referred,
    GuaranteeLetterIssued: guaranteed,
    ProvisionalGuaranteeIssued: provisionallyGuaranteed,
    DoctorStatementIssued: stated,
    StageTwoReported: stageTwoReported,
  },
  'accident event',
);

function noticeReceived(
  before: AccidentState,
  { data }: EventOf<AccidentEvent, 'AccidentNotified'>,
): NoticeReceived {
  const { accidentId, participantId, kind, placeKind, occurredOn, occurredAt, employerId, facilityId } = data;
  const what = { accidentId, participantId, kind, placeKind, occurredOn, occurredAt };
  const { projectId } = data;
  const work = { ...(employerId && { employerId }), ...(projectId && { projectId }) };
  const notified = { ...what, ...work, facilityId };
  const erased = keyWasDestroyed(data.person) ? true : undefined;
  const healthErased = keyWasDestroyed(data.health) ? true : undefined;
  const { backDatedBy } = data;
  const interested = interestedIn(before);
  return {
    situation: 'NOTICE_RECEIVED',
    ...notified,
    backDatedBy,
    erased,
    healthErased,
    evidence: [],
    ...(interested.length > 0 && { interestedIds: interested }),
  };
}

function withEvidence<State extends Notified>(state: State, evidence: readonly EvidenceKind[]): State {
  return { ...state, evidence: [...state.evidence, ...evidence] };
}

function billingClosed(state: Known, { data }: EventOf<AccidentEvent, 'BillingClosed'>): Known {
  return { ...state, billingClosed: { claimId: data.claimId, closedOn: data.effectiveOn } };
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
