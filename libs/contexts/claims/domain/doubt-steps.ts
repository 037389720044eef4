import { type LocalDate, noMore } from '#kernel';
import { stepDueBy } from '#law';
import { refusedToDeny } from './hands-on-claim.js';
import { OF_NOBODY, type OfClaim, handedIn, stepsByHands } from './steps-by-hands.js';

interface DoubtSteps extends OfClaim {
  /** What was found and nobody has answered: since when, by what was found. */
  readonly open?: Readonly<Record<string, LocalDate>>;
  readonly isClosed?: boolean;
}

/** What was found first is answered first; what is closed waits for nothing, and does again once it is opened again. */
function toAnswer(state: DoubtSteps): DoubtSteps {
  const [since] = Object.values(state.open ?? {}).toSorted();
  if (since === undefined || state.isClosed) return noMore(state);
  return {
    ...state,
    expected: {
      step: 'SETTLE_DOUBT',
      turn: 'SUPERVISOR',
      since,
      dueDays: [stepDueBy('DOUBT', since)],
    },
  };
}

/**
 * What was found of a claim, by a rule or because another one names the same, is answered by a supervisor who neither handed it in nor
 * calculated it.
 */
export const doubtSteps = stepsByHands<DoubtSteps>(
  'doubt',
  OF_NOBODY,
  { SETTLE_DOUBT: ({ hands }) => refusedToDeny(hands) },
  {
    ClaimSubmitted: handedIn,
    DoubtRaised: (state, { findingId, effectiveOn }) =>
      toAnswer({ ...state, open: { ...state.open, [findingId]: effectiveOn } }),
    DoubtSettled(state, { findingId }) {
      const { [findingId]: _answered, ...open } = state.open ?? {};
      return toAnswer({ ...state, open });
    },
    ClaimDenied: (state) => toAnswer({ ...state, isClosed: true }),
    ClaimWithdrawn: (state) => toAnswer({ ...state, isClosed: true }),
    ClaimCancelled: (state) => toAnswer({ ...state, isClosed: true }),
    ClaimReopened: (state) => toAnswer({ ...state, isClosed: false }),
    ClaimResumed: (state) => toAnswer({ ...state, isClosed: false }),
  },
);
