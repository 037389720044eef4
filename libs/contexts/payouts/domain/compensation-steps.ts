import { type EventOf, type Expecting, addDays, noMore, steps } from '#kernel';
import { claimOfSource } from './hands-told.js';
import { lateCashOf } from './late-cash.js';
import { type CameLate, owedForDelay, wasNeverOwed } from './lateness.js';
import type { LateCompensationFound } from './lateness.events.js';
import type { PayoutEvent } from './payout.events.js';
import { DONE_WITHIN_DAYS } from './payment-step.js';
import { payouts } from './payout.js';
import { type WhatIsDue, withAskedBack, withNobody, withNotDue, withPartBack } from './what-is-due.js';

interface CompensationSteps extends Expecting {
  /** Who told the bank before the payment arrived for the first time. */
  readonly instructorId?: string;
  readonly hasArrived?: true;
  /** It is paid for a claim: what its delay owes is decided where that is. */
  readonly isOfClaim?: boolean;
  /** What of it a delay costs, and what of that is due by now; absent where a delay owes nothing. */
  readonly late?: CameLate;
  /** What was found to be owed for the delay. */
  readonly found?: Pick<LateCompensationFound['data'], 'amountIdr' | 'benefitDueIdr' | 'daysLate'>;
}

/** What is decided on is what is owed by now, and may be less than what was found: the approval weighs the same. */
function weighed(state: CompensationSteps): CompensationSteps {
  const { found, late, expected } = state;
  if (!found || !expected) return state;
  const amountIdr = late ? owedForDelay(found, late) : found.amountIdr;
  return { ...state, amountIdr, expected: { ...expected, weighed: [{ matter: 'CASH', amountIdr }] } };
}

/** More or less of what came late is due; of one whose delay owes nothing that says nothing here. */
const dueSince = (state: CompensationSteps, now: Partial<CameLate>): CompensationSteps =>
  state.late ? weighed({ ...state, late: { ...state.late, ...now } }) : state;

const whatIsDueOf = ({ late }: CompensationSteps): WhatIsDue => late?.whatIsDue ?? {};

type DataOf<Type extends PayoutEvent['type']> = EventOf<PayoutEvent, Type>['data'];

/** What the delay of a payment owes is decided for itself: the payment may have come back meanwhile, and waits for another account. */
export const compensationSteps = steps<CompensationSteps, PayoutEvent>(
  payouts,
  'compensation',
  {},
  {
    PayoutOrdered(_none, data) {
      const cash = lateCashOf(data);
      return {
        ...claimOfSource(data.source),
        isOfClaim: data.source.kind === 'CLAIM',
        ...(cash && { late: { cash, paidIdr: data.amountIdr } }),
      };
    },
    PayoutInstructed: (state, { instructorId }) => (state.hasArrived ? state : { ...state, instructorId }),
    PayoutSettled: (state) => ({ ...state, hasArrived: true }),
    PayoutPartReturned: (state, data: DataOf<'PayoutPartReturned'>) =>
      dueSince(state, { whatIsDue: withPartBack(whatIsDueOf(state), { type: 'PayoutPartReturned', data }) }),
    PaymentNotDue: (state, data: DataOf<'PaymentNotDue'>) =>
      dueSince(state, { whatIsDue: withNotDue(whatIsDueOf(state), { data }) }),
    PaymentAskedBack: (state, data: DataOf<'PaymentAskedBack'>) =>
      dueSince(state, { whatIsDue: withAskedBack(whatIsDueOf(state), { type: 'PaymentAskedBack', data }) }),
    SettledPayoutReturned(state) {
      // Only the delay of what a claim pays owes something.
      const { claimId, late } = state;
      if (claimId === undefined || !late?.whatIsDue) return state;
      return dueSince(state, { whatIsDue: withNobody(late.whatIsDue, claimId) });
    },
    PayoutCancelled: (state, data) => (wasNeverOwed(data) ? dueSince(state, { isNotOwed: true }) : state),
    LateCompensationFound: (state, { participantId, effectiveOn: since, ...data }) => {
      const { amountIdr, benefitDueIdr, daysLate } = data;
      return weighed({
        ...state,
        participantId,
        found: { amountIdr, benefitDueIdr, daysLate },
        expected: {
          step: 'DECIDE_COMPENSATION',
          turn: 'SUPERVISOR',
          since,
          dueDays: [addDays(since, DONE_WITHIN_DAYS)],
          notBy: state.instructorId ? [state.instructorId] : [],
          ...(state.isOfClaim && { atOfficeOfClaim: true }),
        },
      });
    },
    LateCompensationEndorsed: ({ expected, ...state }, { endorserId }) =>
      expected
        ? { ...state, expected: { ...expected, notBy: [...(expected.notBy ?? []), endorserId] } }
        : state,
    LateCompensationApproved: noMore,
    LateCompensationDenied: noMore,
  },
);
