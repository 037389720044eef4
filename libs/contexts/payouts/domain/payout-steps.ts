import { type ExpectedStep, type LocalDate, type OtherStep, addDays, noMore, steps } from '#kernel';
import { barredFromInstructing, claimOfSource } from './hands-told.js';
import { lateCashOf } from './late-cash.js';
import {
  DONE_WITHIN_DAYS,
  type PayoutSteps,
  disputeOf,
  dueAgainBy,
  erasedWith,
  next,
  paidToHeirs,
  standsStill,
  stood,
  timed,
} from './payment-step.js';
import type { PayoutEvent } from './payout.events.js';
import { isBody } from './payout-state.js';
import { payouts } from './payout.js';
import { STILL_AFTER } from './standing-still.js';
import { withNotDue } from './what-is-due.js';

/** What nobody can pay a supervisor gives up, whatever the heirs agree on. */
const toCancel = (state: PayoutSteps, since: LocalDate): PayoutSteps =>
  next(state, 'CANCEL_PAYOUT', 'SUPERVISOR', since, { atOfficeOfClaim: true });

/** Nothing of a claim is paid while that waits for somebody who says to whom, or whether. */
const stopOf = (claimId: string): OtherStep => ({ kind: 'CLAIM', id: claimId, slot: 'stop' });

/**
 * Nobody of finance has to do with it while heirs disagree (any more) about the claim that they are paid for, or once it is not theirs; nor
 * with what anybody is paid of a claim that waits so.
 */
const heldByClaim = ({ ofHeirs, claimId, rightBy }: PayoutSteps): Pick<ExpectedStep, 'heldBy'> => {
  if (ofHeirs) return { heldBy: disputeOf(ofHeirs) };
  const stopping = claimId ?? rightBy;
  return stopping === undefined ? {} : { heldBy: stopOf(stopping) };
};

const toInstruct = (state: PayoutSteps, since: LocalDate): PayoutSteps => {
  if (state.isErased) return toCancel(state, since);
  if (state.isNotTheirs) return noMore(state);
  const notBy = [state.correctorId, state.redirectorId].filter((id) => id !== undefined);
  return next(state, 'INSTRUCT_PAYOUT', 'FINANCE', since, {
    ...heldByClaim(state),
    ...(notBy.length > 0 && { notBy }),
    barring: state.notInstructedBy,
  });
};

/** What came back to a person is paid to another account; to a body to its own. */
function toBePaidAgain(state: PayoutSteps, since: LocalDate): PayoutSteps {
  if (state.isBody || state.isErased || state.isNotTheirs) return toInstruct(state, since);
  return next(state, 'CORRECT_ACCOUNT', 'FINANCE', since, heldByClaim(state));
}

/** An account that one person gave another one confirms. */
function toConfirm(state: PayoutSteps, correctorId: string, since: LocalDate): PayoutSteps {
  if (state.isErased) return toCancel(state, since);
  return state.isNotTheirs
    ? noMore(state)
    : next(state, 'CONFIRM_ACCOUNT', 'FINANCE', since, { ...heldByClaim(state), notBy: [correctorId] });
}

/** What finance was to do with it, unless the bank has it. */
const OF_FINANCE: readonly string[] = ['INSTRUCT_PAYOUT', 'CORRECT_ACCOUNT', 'CONFIRM_ACCOUNT'];

/** Nothing is owed for a delay of what is not due. */
const revokedOn = ({ expected, ...state }: PayoutSteps, since: LocalDate): PayoutSteps =>
  toCancel({ ...state, revoked: { expected } }, since);

/** What finance does, or the bank, while it stands as revoked: that is given up, and where it happened after all they go on from there. */
function alsoRevoked(
  { revoked, ...state }: PayoutSteps,
  since: LocalDate,
  after: (state: PayoutSteps) => PayoutSteps,
): PayoutSteps {
  const known = after(state);
  return revoked ? revokedOn(known, since) : known;
}

const happened = ({ revoked, ...state }: PayoutSteps): PayoutSteps => timed({ ...state, ...revoked });

/** The next step of a payment from its order until the money arrived. */
export const payoutSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'payout',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, effectiveOn, source } = data;
      const { payBy } = data;
      const cash = payBy && lateCashOf(data);
      const state: PayoutSteps = {
        participantId,
        ...claimOfSource(source),
        ...(source.kind === 'SCHOLARSHIP_YEAR' && { rightBy: source.claimId }),
        redirectorId: source.redirectorId,
        payBy,
        ...standsStill(data),
        isBody: isBody(data),
        notInstructedBy: barredFromInstructing(data),
        amountIdr,
        ...(cash && { late: { cash, paidIdr: amountIdr } }),
        ...paidToHeirs(data),
        ...erasedWith(data),
      };
      return toInstruct(state, effectiveOn);
    },
    PayoutInstructed: (state, { instructedOn }) => next(state, 'AWAIT_BANK', 'BANK', instructedOn),
    PayoutAccepted: (state, { acceptedOn }) => next(state, 'AWAIT_BANK', 'BANK', acceptedOn),
    LateSettlementEntered: (state, { entererId, settledOn: enteredOn, effectiveOn: since }) =>
      timed({
        ...state,
        enteredOn,
        expected: {
          step: 'CONFIRM_SETTLEMENT',
          turn: 'FINANCE',
          since,
          dueDays: [addDays(since, DONE_WITHIN_DAYS)],
          notBy: [entererId],
        },
      }),
    LateSettlementRefused: (state, { effectiveOn }) =>
      next({ ...state, enteredOn: undefined }, 'AWAIT_BANK', 'BANK', effectiveOn),
    PayoutReturned(state, data) {
      const returned = stood(state, (still) => STILL_AFTER.PayoutReturned(still, data));
      return alsoRevoked({ ...returned, enteredOn: undefined }, data.returnedOn, (known) =>
        toBePaidAgain(known, data.returnedOn),
      );
    },
    // From now on it waits for another account.
    SettledPayoutReturned: (state, { returnedOn }) => {
      const again = { ...state, payBy: dueAgainBy(returnedOn), late: undefined, enteredOn: undefined };
      return alsoRevoked(again, returnedOn, (known) => toBePaidAgain(known, returnedOn));
    },
    PayoutAccountCorrected({ isErased: _before, ...state }, { correctorId, effectiveOn, person }) {
      const corrected = { ...state, correctorId, ...erasedWith({ person }) };
      return alsoRevoked(corrected, effectiveOn, (known) => toConfirm(known, correctorId, effectiveOn));
    },
    PayoutAccountConfirmed: (before, data) => {
      const state = stood(before, (still) => STILL_AFTER.PayoutAccountConfirmed(still, data));
      return alsoRevoked(state, data.effectiveOn, (known) => toInstruct(known, data.effectiveOn));
    },
    PayeeDied: (state, data) => stood(state, (still) => STILL_AFTER.PayeeDied(still, data)),
    PayeeLives: (state, data) => stood(state, (still) => STILL_AFTER.PayeeLives(still, data)),
    PaymentNotDue(state, data) {
      const { late } = state;
      if (!late) return state;
      const whatIsDue = withNotDue(late.whatIsDue ?? {}, { data });
      return timed({ ...state, late: { ...late, whatIsDue } });
    },
    PayoutSettled: noMore,
    PayoutCancelled: (state, { cancelledOn: nobodysSince }) => noMore({ ...state, nobodysSince }),
    PaymentNotTheirs(state, { isRevoked, effectiveOn }) {
      // What was given up is nobody's turn here, whoever it is for.
      if (state.nobodysSince) return state;
      if (isRevoked !== undefined) return isRevoked ? revokedOn(state, effectiveOn) : happened(state);
      const known = { ...state, isNotTheirs: true as const };
      return OF_FINANCE.includes(state.expected?.step ?? '') ? noMore(known) : known;
    },
  },
);
