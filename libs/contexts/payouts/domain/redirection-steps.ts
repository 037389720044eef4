import { type LocalDate, ZERO_RUPIAH, noMore, rupiah, steps, sumRupiah } from '#kernel';
import { stepDueBy } from '#law';
import { claimOfSource } from './hands-told.js';
import { type PayoutSteps, disputeOf, erasedWith, next, paidToHeirs, standsStill } from './payment-step.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import { isBody } from './payout-state.js';
import { payouts } from './payout.js';

const redirected = (state: PayoutSteps, since: LocalDate): PayoutSteps => {
  if (state.isNotTheirs)
    return next(state, 'REDIRECT_PAYOUT', 'SUPERVISOR', since, { atOfficeOfClaim: true });
  // What is for nothing that happened goes to nobody.
  if (state.revoked) return noMore(state);
  return state.ofHeirs && !state.isErased
    ? next(state, 'REDIRECT_PAYOUT', 'SUPERVISOR', since, {
        heldBy: { ...disputeOf(state.ofHeirs), onlyFor: 'OTHERS' },
        barring: [{ hand: 'NAMED_HEIRS', of: state.ofHeirs.claimId }],
        atOfficeOfClaim: true,
      })
    : noMore(state);
};

/** What nobody came for waits for its payee, who may live after all: as long as it is given up, nobody is paid it. */
const again = (state: PayoutSteps, since: LocalDate): PayoutSteps =>
  state.ofHeirs && !state.isErased && state.notDueIdr !== state.amountIdr
    ? {
        ...state,
        expected: {
          step: 'REDIRECT_PAYOUT',
          turn: 'SUPERVISOR',
          since,
          dueDays: [stepDueBy('NOBODY_INHERITS', since)],
          heldBy: disputeOf(state.ofHeirs),
          atOfficeOfClaim: true,
        },
      }
    : noMore(state);

/** What came back, or is for nothing that happened, is given up for that. */
const isForItsPayee = ({ returnedBy, revoked }: PayoutSteps): boolean =>
  returnedBy === undefined && revoked === undefined;

/** Also what a participant is paid goes to others only after whatever heirs disagree about. */
function redirectedAfter(data: PayoutOrdered['data']): Pick<PayoutSteps, 'ofClaim'> {
  const { ofClaim } = standsStill(data);
  return ofClaim ? { ofClaim: { ...ofClaim, isOfHeirs: true } } : {};
}

const leftTheBank = ({ isAtBank: _noMore, ...state }: PayoutSteps): PayoutSteps => state;

/**
 * What is paid to heirs goes to others once a dispute ended so, and it is recorded who they are: as long as no bank has the money. Of a
 * participant who lives after all it goes back, wherever it is.
 */
export const redirectionSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'redirection',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, effectiveOn } = data;
      const about = { participantId, ...claimOfSource(data.source), ...redirectedAfter(data) };
      const state = { ...about, amountIdr, isBody: isBody(data), ...paidToHeirs(data) };
      return redirected({ ...state, ...erasedWith(data) }, effectiveOn);
    },
    PayoutInstructed: (state) => noMore({ ...state, isAtBank: true }),
    PayoutReturned: (state, { returnedOn }) => redirected(leftTheBank(state), returnedOn),
    PayoutSettled: (state, { settledOn }) =>
      state.isNotTheirs ? redirected(leftTheBank(state), settledOn) : noMore(leftTheBank(state)),
    SettledPayoutReturned: (state, { returnedOn, recorderId: returnedBy }) =>
      redirected({ ...state, returnedBy }, returnedOn),
    PayoutAccountCorrected: ({ isErased: _before, ...state }, { person, effectiveOn }) =>
      redirected({ ...state, ...erasedWith({ person }) }, effectiveOn),
    PaymentNotTheirs(state, { isRevoked, effectiveOn }) {
      const { nobodysSince } = state;
      if (isRevoked) return noMore({ ...state, revoked: {} });
      if (isRevoked === false) {
        const { revoked: _happened, ...theirs } = state;
        return nobodysSince ? again(theirs, nobodysSince) : redirected(theirs, effectiveOn);
      }
      const known = { ...state, isNotTheirs: true as const };
      return state.isAtBank ? known : redirected(known, effectiveOn);
    },
    PaymentNotDue(before, { amountIdr, gaveBackIdr = ZERO_RUPIAH }) {
      const notDueIdr = sumRupiah([before.notDueIdr ?? ZERO_RUPIAH, rupiah(amountIdr - gaveBackIdr)]);
      const state = { ...before, notDueIdr };
      return state.nobodysSince ? again(state, state.nobodysSince) : state;
    },
    PayoutRedirected: (state) => noMore({ ...state, nobodysSince: undefined }),
    PayoutCancelled: (state, { reason, cancelledOn }) =>
      reason === 'NOBODY_CLAIMS_IT' && isForItsPayee(state)
        ? again({ ...state, nobodysSince: cancelledOn }, cancelledOn)
        : noMore(state),
  },
);

const givenUp = (state: PayoutSteps, since: LocalDate): PayoutSteps =>
  state.ofHeirs && !state.isErased
    ? {
        ...state,
        expected: {
          step: 'CANCEL_PAYOUT',
          turn: 'SUPERVISOR',
          since,
          dueDays: [stepDueBy('NOBODY_INHERITS', since)],
          heldBy: { ...disputeOf(state.ofHeirs), onlyFor: 'NOBODY' },
          ...(state.returnedBy !== undefined && { notBy: [state.returnedBy] }),
          atOfficeOfClaim: true,
        },
      }
    : noMore(state);

/** What was to be paid to somebody who died is given up once nobody has come in time who inherits. */
export const cancellationSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'cancellation',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, effectiveOn } = data;
      const about = { participantId, ...claimOfSource(data.source) };
      const state = { ...about, amountIdr, ...paidToHeirs(data), ...erasedWith(data) };
      return givenUp(state, effectiveOn);
    },
    PayoutInstructed: noMore,
    PayoutReturned: (state, { returnedOn }) => givenUp(state, returnedOn),
    SettledPayoutReturned: (state, { returnedOn, recorderId: returnedBy }) =>
      givenUp({ ...state, returnedBy }, returnedOn),
    PayoutAccountCorrected: ({ isErased: _before, ...state }, { person, effectiveOn }) =>
      givenUp({ ...state, ...erasedWith({ person }) }, effectiveOn),
    PayoutCancelled: noMore,
  },
);
