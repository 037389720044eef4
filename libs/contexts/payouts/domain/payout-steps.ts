import {
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type Turn,
  addDays,
  noMore,
  steps,
} from '#kernel';
import { isOfHeirs, lateCashOf } from './late-cash.js';
import type { PayoutEvent } from './payout.events.js';
import { isBody, payouts } from './payout.js';

interface PayoutSteps extends Expecting {
  readonly payBy?: LocalDate;
  /** A PLKK or an employer, whose account is kept with it. */
  readonly isBody?: boolean;
  readonly instructorId?: string;
  /** What is paid to heirs waits while they disagree about the claim. */
  readonly claimOfHeirs?: string;
  /** What its delay owes is to be decided, whatever becomes of the payment. */
  readonly compensation?: ExpectedStep;
}

const next = (
  state: PayoutSteps,
  step: string,
  turn: Turn,
  since: LocalDate,
  more: Pick<ExpectedStep, 'notBy' | 'heldBy'> = {},
): PayoutSteps => ({
  ...state,
  expected: { step, turn, since, dueDays: state.payBy ? [state.payBy] : [], ...more },
});

/** The bank is told once heirs do not disagree (any more) about the claim that they are paid for. */
const toInstruct = (state: PayoutSteps, since: LocalDate): PayoutSteps =>
  next(
    state,
    'INSTRUCT_PAYOUT',
    'FINANCE',
    since,
    state.claimOfHeirs ? { heldBy: { kind: 'CLAIM', id: state.claimOfHeirs, slot: 'dispute' } } : {},
  );

/** What came back is paid again, or given up, within so many days (D). */
const PAID_AGAIN_WITHIN_DAYS = 14;

/** Nothing is to be done with the payment any more; what its delay owes may still be to be decided, where it had come back meanwhile. */
const paymentIsOver = (state: PayoutSteps): PayoutSteps =>
  state.compensation ? { ...state, expected: state.compensation } : noMore(state);

/** What the delay owed is decided; the payment itself may have come back meanwhile. */
function compensationIsDecided({ compensation: _decided, ...state }: PayoutSteps): PayoutSteps {
  return state.expected?.step === 'DECIDE_COMPENSATION' ? noMore(state) : state;
}

/** The next step of a payment from its order until the money arrived. */
export const payoutSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'payout',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, payBy, source, effectiveOn } = data;
      const lateIdr = lateCashOf(data)?.amountIdr;
      const ofHeirs = source.kind === 'CLAIM' && isOfHeirs(data) ? { claimOfHeirs: source.id } : {};
      const state = { participantId, payBy, isBody: isBody(data), amountIdr, lateIdr, ...ofHeirs };
      return toInstruct(state, effectiveOn);
    },
    PayoutInstructed: (state, { instructedOn, instructorId }) =>
      next({ ...state, instructorId }, 'AWAIT_BANK', 'BANK', instructedOn),
    PayoutAccepted: (state, { acceptedOn }) => next(state, 'AWAIT_BANK', 'BANK', acceptedOn),
    PayoutReturned: (state, { returnedOn }) =>
      state.isBody ? toInstruct(state, returnedOn) : next(state, 'CORRECT_ACCOUNT', 'FINANCE', returnedOn),
    // What it was due by is over, and was kept or not: from now on it waits for another account.
    SettledPayoutReturned: (state, { returnedOn }) => {
      const again = { ...state, payBy: addDays(returnedOn, PAID_AGAIN_WITHIN_DAYS), lateIdr: undefined };
      return state.isBody
        ? toInstruct(again, returnedOn)
        : next(again, 'CORRECT_ACCOUNT', 'FINANCE', returnedOn);
    },
    PayoutAccountCorrected: (state, { correctorId, effectiveOn }) =>
      next(state, 'CONFIRM_ACCOUNT', 'FINANCE', effectiveOn, { notBy: [correctorId] }),
    PayoutAccountConfirmed: (state, { effectiveOn }) => toInstruct(state, effectiveOn),
    PayoutSettled: paymentIsOver,
    PayoutCancelled: paymentIsOver,
    // What a delay owes is paid as other money of JKK and JKM is: nobody says until when.
    LateCompensationFound({ payBy: _over, ...state }, { amountIdr, effectiveOn }) {
      const toBeDecided = next(
        { ...state, amountIdr, lateIdr: undefined },
        'DECIDE_COMPENSATION',
        'SUPERVISOR',
        effectiveOn,
        { notBy: state.instructorId ? [state.instructorId] : [] },
      );
      return { ...toBeDecided, compensation: toBeDecided.expected };
    },
    LateCompensationEndorsed: (state, { endorserId }) => {
      if (!state.compensation) return state;
      const compensation = {
        ...state.compensation,
        notBy: [...(state.compensation.notBy ?? []), endorserId],
      };
      const isNext = state.expected?.step === compensation.step;
      return { ...state, compensation, ...(isNext && { expected: compensation }) };
    },
    LateCompensationApproved: compensationIsDecided,
    LateCompensationDenied: compensationIsDecided,
  },
);
