import { type ExpectedStep, type Expecting, type LocalDate, type Turn, noMore, steps } from '#kernel';
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
    PayoutAccountCorrected: (state, { correctorId, effectiveOn }) =>
      next(state, 'CONFIRM_ACCOUNT', 'FINANCE', effectiveOn, { notBy: [correctorId] }),
    PayoutAccountConfirmed: (state, { effectiveOn }) => toInstruct(state, effectiveOn),
    PayoutSettled: noMore,
    PayoutCancelled: noMore,
    // What a delay owes is paid as other money of JKK and JKM is: nobody says until when.
    LateCompensationFound: ({ payBy: _over, ...state }, { amountIdr, effectiveOn }) =>
      next({ ...state, amountIdr, lateIdr: undefined }, 'DECIDE_COMPENSATION', 'SUPERVISOR', effectiveOn, {
        notBy: state.instructorId ? [state.instructorId] : [],
      }),
    LateCompensationEndorsed: (state, { endorserId }) =>
      state.expected
        ? { ...state, expected: { ...state.expected, notBy: [...(state.expected.notBy ?? []), endorserId] } }
        : state,
    LateCompensationApproved: noMore,
    LateCompensationDenied: noMore,
  },
);
