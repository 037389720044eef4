import {
  type EventOf,
  derivedId,
  evolveBy,
  inSituation,
  keyWasDestroyed,
  opened,
  stream,
  unchanged,
} from '#kernel';
import type { PayoutEvent, PayoutSource } from './payout.events.js';
import { PAYOUT_UPCASTERS } from './payout.upcasters.js';
import { payoutRefusals } from './refusals.js';
import { withAskedBack, withNobody, withNotDue, withPartBack, withPassedOn } from './what-is-due.js';
import {
  PAYOUT_STATUSES,
  type BankResult,
  type Common,
  type Ordered,
  type Instructed,
  type Accepted,
  type Returned,
  type AccountCorrected,
  type Cancelled,
  type KnownPayout,
  type PayoutState,
  isNobodys,
} from './payout-state.js';

/**
 * The identity of a payment: the event that decided it, and who is paid. Whoever orders it again, however often, means
 * the same payment, so nothing can be paid twice.
 */
export function payoutIdOf({
  source,
  payee,
  facilityId,
  employerId,
  heirId,
}: Pick<Common, 'payee' | 'facilityId' | 'employerId' | 'heirId'> & {
  readonly source: Pick<PayoutSource, 'eventId'>;
}): string {
  const one = facilityId ?? employerId ?? heirId;
  return derivedId('payout', source.eventId, payee, ...(one ? [one] : []));
}

/** Folds a `payout-<id>` stream. */
export const payouts = stream<PayoutState, PayoutEvent>('payout', {
  initial: { situation: 'UNKNOWN' },
  upcasters: PAYOUT_UPCASTERS,
  evolve(state, event) {
    if (event.type === 'PayoutOrdered') return ordered(event);
    if (state.situation === 'UNKNOWN') throw new Error(`${event.type} before PayoutOrdered`);
    return moved(state, event);
  },
});

const moved = evolveBy<KnownPayout, Exclude<PayoutEvent, { type: 'PayoutOrdered' }>>(
  {
    PayoutInstructed: instructed,
    PayoutAccepted: (state, { data: { bankReference, acceptedOn: on } }) => ({
      ...heard(state, { result: 'ACCEPTED', bankReference, on }),
      situation: 'ACCEPTED',
      bankReference,
    }),
    PayoutSettled: (state, { data: { bankReference, settledOn: on, amountIdr } }) => ({
      ...heard(state, { result: 'SETTLED', bankReference, on, amountIdr }),
      situation: 'SETTLED',
      bankReference,
    }),
    LateSettlementEntered: settlementEntered,
    LateSettlementRefused: settlementEntered,
    PayoutReturned: (state, { data: { bankReference, returnedOn: on, reason } }) => ({
      ...heard(state, { result: 'RETURNED', bankReference, on, reason }),
      situation: 'RETURNED',
      reason,
    }),
    SettledPayoutReturned: moneyBack,
    PayoutPartReturned: withPartBack,
    PayoutAccountCorrected: accountCorrected,
    PayoutAccountConfirmed: (state, { data }) => ({
      ...common(state),
      situation: 'ORDERED',
      lastStepOn: data.effectiveOn,
    }),
    PayoutCancelled: (state, { data }) => ({
      ...common(state),
      situation: 'CANCELLED',
      lastStepOn: data.cancelledOn,
      ...(data.reason === 'NOBODY_CLAIMS_IT' && { isNobodys: true as const }),
    }),
    // Unless it had arrived, or was given up before, it is given up in the same append.
    PayoutRedirected: (state, { data }) => {
      if (isNobodys(state)) return { ...common(state), situation: 'CANCELLED' };
      return data.keptIdr === undefined ? state : { ...state, isRedirected: true };
    },
    PayeeDied: (state) => ({ ...state, payeeDied: true }),
    PayeeLives: ({ payeeDied: _noMore, ...state }) => state,
    PaymentNotTheirs: (state, { data: { isRevoked } }) => ({
      ...state,
      ...(isRevoked === undefined ? { isNotTheirs: true } : { isRevoked }),
    }),
    PaymentNotDue: withNotDue,
    PaymentAskedBack: withAskedBack,
    NotDuePassedOn: withPassedOn,
    LateCompensationFound: unchanged,
    LateCompensationEndorsed: unchanged,
    LateCompensationApproved: unchanged,
    LateCompensationDenied: unchanged,
  },
  'payout event',
);

function ordered({ data }: EventOf<PayoutEvent, 'PayoutOrdered'>): Ordered {
  return {
    situation: 'ORDERED',
    payoutId: data.payoutId,
    participantId: data.participantId,
    source: data.source,
    payee: data.payee,
    facilityId: data.facilityId,
    ...(data.employerId && { employerId: data.employerId }),
    ...(data.heirId && { heirId: data.heirId }),
    accountErased: erased(data.person),
    amountIdr: data.amountIdr,
    lastStepOn: data.effectiveOn,
    instructionNumbers: [],
    bankResults: [],
  };
}

function instructed(
  state: KnownPayout,
  { data: { instructionNumber, instructedOn, instructorId } }: EventOf<PayoutEvent, 'PayoutInstructed'>,
): Instructed {
  const instructionNumbers = [...state.instructionNumbers, instructionNumber];
  return {
    ...common(state),
    situation: 'INSTRUCTED',
    instructorId,
    instructionNumber,
    instructionNumbers,
    lastStepOn: instructedOn,
  };
}

/** What was entered late, until a second person has confirmed or refused it, or the bank says otherwise. */
function settlementEntered(
  state: KnownPayout,
  event: EventOf<PayoutEvent, 'LateSettlementEntered' | 'LateSettlementRefused'>,
): Accepted {
  if (state.situation !== 'ACCEPTED') throw new Error(`${event.type} before PayoutAccepted`);
  const { entered: _before, ...accepted } = state;
  return event.type === 'LateSettlementEntered' ? { ...accepted, entered: event.data } : accepted;
}

export function moneyBack(
  before: KnownPayout,
  { data }: EventOf<PayoutEvent, 'SettledPayoutReturned'>,
): Returned {
  const state = withNobody(before, before.source.id);
  const { bankReference, returnedOn: on, recorderId, reason } = data;
  const resultsBefore = state.bankResults.length;
  const back = { bankReference, on, recorderId, resultsBefore };
  return { ...common(state), situation: 'RETURNED', reason, lastStepOn: on, moneyBack: back };
}

function accountCorrected(
  state: KnownPayout,
  { data: { correctorId, person, effectiveOn } }: EventOf<PayoutEvent, 'PayoutAccountCorrected'>,
): Ordered | AccountCorrected {
  const corrected = {
    ...common(state),
    correctorId,
    accountErased: erased(person),
    lastStepOn: effectiveOn,
  };
  // A stream that tells no one's subject has nobody who would have to be another.
  return correctorId === undefined
    ? { ...corrected, situation: 'ORDERED' }
    : { ...corrected, situation: 'ACCOUNT_CORRECTED', account: opened(person)?.account };
}

/** What holds only in some situations. */
type OfSituation = Omit<Instructed & Accepted & Returned & AccountCorrected & Cancelled, keyof Common>;

/** Leaves behind what held only in the situation before. */
function common(state: KnownPayout): Common {
  const {
    situation: _before,
    instructionNumber: _told,
    bankReference: _said,
    entered: _entered,
    reason: _returned,
    account: _corrected,
    isNobodys: _again,
    ...kept
  } = state as Common & { readonly situation: string } & Partial<Omit<OfSituation, 'situation'>>;
  return kept;
}

function heard(state: KnownPayout, result: BankResult): Common {
  return { ...common(state), lastStepOn: result.on, bankResults: [...state.bankResults, result] };
}

const erased = (person: EventOf<PayoutEvent, 'PayoutOrdered'>['data']['person']): true | undefined =>
  person && keyWasDestroyed(person) ? true : undefined;

/** The payment. @throws Rejection `PAYOUT_NOT_FOUND` */
export const known = (state: PayoutState): KnownPayout =>
  inSituation(state, PAYOUT_STATUSES, () => payoutRefusals.PAYOUT_NOT_FOUND());
