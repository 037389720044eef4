import { type ExpectedStep, type Expecting, type LocalDate, type Turn, noMore, steps } from '#kernel';
import { lateCashOf } from './late-cash.js';
import type { PayoutEvent } from './payout.events.js';
import { isBody, payouts } from './payout.js';

interface PayoutSteps extends Expecting {
  readonly payBy?: LocalDate;
  /** A PLKK or an employer, whose account is kept with it. */
  readonly isBody?: boolean;
  readonly instructorId?: string;
}

const next = (
  state: PayoutSteps,
  step: string,
  turn: Turn,
  since: LocalDate,
  more: Pick<ExpectedStep, 'notBy'> = {},
): PayoutSteps => ({
  ...state,
  expected: { step, turn, since, dueDays: state.payBy ? [state.payBy] : [], ...more },
});

/** The next step of a payment from its order until the money arrived. */
export const payoutSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'payout',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, payBy, effectiveOn } = data;
      const lateIdr = lateCashOf(data)?.amountIdr;
      const state: PayoutSteps = { participantId, payBy, isBody: isBody(data), amountIdr, lateIdr };
      return next(state, 'INSTRUCT_PAYOUT', 'FINANCE', effectiveOn);
    },
    PayoutInstructed: (state, { instructedOn, instructorId }) =>
      next({ ...state, instructorId }, 'AWAIT_BANK', 'BANK', instructedOn),
    PayoutAccepted: (state, { acceptedOn }) => next(state, 'AWAIT_BANK', 'BANK', acceptedOn),
    PayoutReturned: (state, { returnedOn }) =>
      state.isBody
        ? next(state, 'INSTRUCT_PAYOUT', 'FINANCE', returnedOn)
        : next(state, 'CORRECT_ACCOUNT', 'FINANCE', returnedOn),
    PayoutAccountCorrected: (state, { correctorId, effectiveOn }) =>
      next(state, 'CONFIRM_ACCOUNT', 'FINANCE', effectiveOn, { notBy: [correctorId] }),
    PayoutAccountConfirmed: (state, { effectiveOn }) =>
      next(state, 'INSTRUCT_PAYOUT', 'FINANCE', effectiveOn),
    PayoutSettled: noMore,
    PayoutCancelled: noMore,
    // What a delay owes is paid as other money of JKK and JKM is: nobody says until when.
    LateCompensationFound: ({ payBy: _over, ...state }, { amountIdr, effectiveOn }) =>
      next({ ...state, amountIdr, lateIdr: undefined }, 'DECIDE_COMPENSATION', 'SUPERVISOR', effectiveOn, {
        notBy: state.instructorId ? [state.instructorId] : [],
      }),
    LateCompensationApproved: noMore,
    LateCompensationDenied: noMore,
  },
);
