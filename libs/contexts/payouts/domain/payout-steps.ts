import {
  type EventOf,
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type OtherStep,
  type Turn,
  addDays,
  keyWasDestroyed,
  noMore,
  steps,
} from '#kernel';
import { stepDueBy } from '#law';
import { barredFromInstructing, claimOfSource } from './hands-told.js';
import { isOfHeirs, isOfParticipant, lateCashOf } from './late-cash.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import { isBody, payouts } from './payout.js';
import { stoppedDays } from './stopped-days.js';

interface PayoutSteps extends Expecting {
  readonly payBy?: LocalDate;
  /** The claim that gives the right to a school year; unknown of what an earlier release ordered. */
  readonly rightBy?: string | undefined;
  /** A PLKK or an employer, whose account is kept with it. */
  readonly isBody?: boolean;
  /** Whoever did one of these does not tell the bank. */
  readonly notInstructedBy?: ExpectedStep['barring'];
  /** Who recorded that money came back: they do not give it up. */
  readonly returnedBy?: string;
  /** Who gave the account that it is paid to, where it is not the one of the order: they do not tell the bank. */
  readonly correctorId?: string;
  /** Who had it paid to others than it was approved for: they do not tell the bank. */
  readonly redirectorId?: string;
  /** What is paid to heirs waits while they disagree about the claim, and goes to others where that ended so. */
  readonly ofHeirs?: OfHeirs;
  /** The heir was recorded in place of a participant who lives after all: a supervisor has it go back. */
  readonly isNotTheirs?: true;
  /** What it is for was taken back: a supervisor gives it up. Kept is what was expected before, should it have happened after all. */
  readonly revoked?: Pick<PayoutSteps, 'expected' | 'payBy' | 'lateIdr'>;
  /** The bank was told, and has not said what became of it. */
  readonly isAtBank?: true;
  /** The person was erased, and the account with them: nobody can pay it. */
  readonly isErased?: true;
}

/** Until when it is to be paid: the days for which what it is made in place of stood still are not the office's. */
export const dueBy = ({ payBy, stopped = [], effectiveOn }: PayoutOrdered['data']): LocalDate | undefined =>
  payBy && addDays(payBy, stoppedDays(stopped, payBy, effectiveOn));

/** By when it is paid again where it had arrived: what it was due by is over, and was kept or not. */
export const dueAgainBy = (returnedOn: LocalDate): LocalDate => addDays(returnedOn, DONE_WITHIN_DAYS);

interface OfHeirs {
  readonly claimId: string;
  /** Which heir is paid; where none was established, whether heirs are at all, or the participant. */
  readonly party: string;
}

const disputeOf = ({ claimId, party }: OfHeirs): OtherStep => ({
  kind: 'CLAIM',
  id: claimId,
  slot: 'dispute',
  party,
});

/** What no law names a day for is decided, paid, and paid again where it came back, within so many days (D): no wait is without end. */
export const DONE_WITHIN_DAYS = 14;

const next = (
  state: PayoutSteps,
  step: string,
  turn: Turn,
  since: LocalDate,
  more: Omit<ExpectedStep, 'step' | 'turn' | 'since' | 'dueDays'> = {},
): PayoutSteps => ({
  ...state,
  expected: { step, turn, since, dueDays: [state.payBy ?? addDays(since, DONE_WITHIN_DAYS)], ...more },
});

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
  if (state.isErased || state.revoked) return toCancel(state, since);
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
  if (state.isBody || state.isErased || state.isNotTheirs || state.revoked) return toInstruct(state, since);
  return next(state, 'CORRECT_ACCOUNT', 'FINANCE', since, heldByClaim(state));
}

/** What finance was to do with it, unless the bank has it. */
const OF_FINANCE: readonly string[] = ['INSTRUCT_PAYOUT', 'CORRECT_ACCOUNT', 'CONFIRM_ACCOUNT'];

type WithAccount = Pick<EventOf<PayoutEvent, 'PayoutAccountCorrected'>['data'], 'person'>;

const erasedWith = ({ person }: Partial<WithAccount>): Pick<PayoutSteps, 'isErased'> =>
  person && keyWasDestroyed(person) ? { isErased: true } : {};

/** What came late to heirs waits for them as what they were paid does; and a participant may have died, so that it is theirs. */
function paidToHeirs(data: PayoutOrdered['data']): Pick<PayoutSteps, 'ofHeirs'> {
  const { source, heirId } = data;
  const claimId = source.kind === 'CLAIM' ? source.id : source.claimId;
  if (claimId === undefined || !(isOfHeirs(data) || isOfParticipant(data))) return {};
  return { ofHeirs: { claimId, party: heirId ?? (isOfHeirs(data) ? 'HEIR' : 'PARTICIPANT') } };
}

/** Nothing is owed for a delay of what is not due. */
const revokedOn = (state: PayoutSteps, since: LocalDate): PayoutSteps => {
  const { expected, payBy, lateIdr } = state;
  return toCancel(
    { ...state, revoked: { expected, payBy, lateIdr }, payBy: undefined, lateIdr: undefined },
    since,
  );
};

const happened = ({ revoked, ...state }: PayoutSteps): PayoutSteps => ({ ...state, ...revoked });

/** The next step of a payment from its order until the money arrived. */
export const payoutSteps = steps<PayoutSteps, PayoutEvent>(
  payouts,
  'payout',
  {},
  {
    PayoutOrdered(_none, data) {
      const { participantId, amountIdr, effectiveOn, source } = data;
      const payBy = dueBy(data);
      const lateIdr = lateCashOf(data)?.amountIdr;
      const state = {
        participantId,
        ...claimOfSource(source),
        ...(source.kind === 'SCHOLARSHIP_YEAR' && { rightBy: source.claimId }),
        redirectorId: source.redirectorId,
        payBy,
        isBody: isBody(data),
        notInstructedBy: barredFromInstructing(data),
        amountIdr,
        lateIdr,
        ...paidToHeirs(data),
        ...erasedWith(data),
      };
      return toInstruct(state, effectiveOn);
    },
    PayoutInstructed: (state, { instructedOn }) => next(state, 'AWAIT_BANK', 'BANK', instructedOn),
    PayoutAccepted: (state, { acceptedOn }) => next(state, 'AWAIT_BANK', 'BANK', acceptedOn),
    LateSettlementEntered: (state, { entererId, effectiveOn: since }) => ({
      ...state,
      expected: {
        step: 'CONFIRM_SETTLEMENT',
        turn: 'FINANCE',
        since,
        dueDays: [addDays(since, DONE_WITHIN_DAYS)],
        notBy: [entererId],
      },
    }),
    LateSettlementRefused: (state, { effectiveOn }) => next(state, 'AWAIT_BANK', 'BANK', effectiveOn),
    PayoutReturned: (state, { returnedOn }) => toBePaidAgain(state, returnedOn),
    // From now on it waits for another account.
    SettledPayoutReturned: (state, { returnedOn }) => {
      const again = { ...state, payBy: dueAgainBy(returnedOn), lateIdr: undefined };
      return toBePaidAgain(again, returnedOn);
    },
    PayoutAccountCorrected({ isErased: _before, ...state }, { correctorId, effectiveOn, person }) {
      const corrected = { ...state, correctorId, ...erasedWith({ person }) };
      if (corrected.isErased || corrected.revoked) return toCancel(corrected, effectiveOn);
      return corrected.isNotTheirs
        ? noMore(corrected)
        : next(corrected, 'CONFIRM_ACCOUNT', 'FINANCE', effectiveOn, {
            ...heldByClaim(corrected),
            notBy: [correctorId],
          });
    },
    PayoutAccountConfirmed: (state, { effectiveOn }) => toInstruct(state, effectiveOn),
    PayoutSettled: noMore,
    PayoutCancelled: noMore,
    PaymentNotTheirs(state, { isRevoked, effectiveOn }) {
      if (isRevoked !== undefined) return isRevoked ? revokedOn(state, effectiveOn) : happened(state);
      const known = { ...state, isNotTheirs: true as const };
      return OF_FINANCE.includes(state.expected?.step ?? '') ? noMore(known) : known;
    },
  },
);

const redirected = (state: PayoutSteps, since: LocalDate): PayoutSteps => {
  if (state.isNotTheirs)
    return next(state, 'REDIRECT_PAYOUT', 'SUPERVISOR', since, { atOfficeOfClaim: true });
  return state.ofHeirs && !state.isErased
    ? next(state, 'REDIRECT_PAYOUT', 'SUPERVISOR', since, {
        heldBy: { ...disputeOf(state.ofHeirs), onlyFor: 'OTHERS' },
        barring: [{ hand: 'NAMED_HEIRS', of: state.ofHeirs.claimId }],
        atOfficeOfClaim: true,
      })
    : noMore(state);
};

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
      const about = { participantId, ...claimOfSource(data.source) };
      const state = { ...about, amountIdr, isBody: isBody(data), ...paidToHeirs(data) };
      return redirected({ ...state, ...erasedWith(data) }, effectiveOn);
    },
    PayoutInstructed: (state) => noMore({ ...state, isAtBank: true }),
    PayoutReturned: (state, { returnedOn }) => redirected(leftTheBank(state), returnedOn),
    PayoutSettled: (state, { settledOn }) =>
      state.isNotTheirs ? redirected(leftTheBank(state), settledOn) : noMore(leftTheBank(state)),
    SettledPayoutReturned: (state, { returnedOn }) => redirected(state, returnedOn),
    PayoutAccountCorrected: ({ isErased: _before, ...state }, { person, effectiveOn }) =>
      redirected({ ...state, ...erasedWith({ person }) }, effectiveOn),
    PaymentNotTheirs(state, { isRevoked, effectiveOn }) {
      if (isRevoked !== undefined) return isRevoked ? noMore(state) : redirected(state, effectiveOn);
      const known = { ...state, isNotTheirs: true as const };
      return state.isAtBank ? known : redirected(known, effectiveOn);
    },
    PayoutRedirected: noMore,
    PayoutCancelled: noMore,
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
