import { noMore } from '#kernel';
import { MOVES_ON } from './interim.js';
import { OF_NOBODY, type OfClaim, stepsByHands } from './steps-by-hands.js';

interface InterimSteps extends OfClaim {
  /** Who has calculated it. */
  readonly assessorId?: string;
}

const onceItMovesOn = Object.fromEntries(MOVES_ON.map((type) => [type, noMore])) as Record<
  (typeof MOVES_ON)[number],
  typeof noMore
>;

/** What was calculated before the end of the treatment waits for a second person, until the claim moves on. */
export const interimSteps = stepsByHands<InterimSteps>(
  'interim',
  OF_NOBODY,
  {
    APPROVE_INTERIM: ({ assessorId, hands }) => [
      ...new Set([
        ...(assessorId === undefined ? [] : [assessorId]),
        ...hands.handedInBy,
        ...hands.doubtsSettledBy,
      ]),
    ],
  },
  {
    ClaimSubmitted: ({ hands }, { participantId, office }) => ({ hands, participantId, office }),
    InterimCalculated: (state, { assessorId, totalIdr, payBy, effectiveOn }) => ({
      ...state,
      assessorId,
      amountIdr: totalIdr,
      lateIdr: totalIdr,
      expected: { step: 'APPROVE_INTERIM', turn: 'SUPERVISOR', since: effectiveOn, dueDays: [payBy] },
    }),
    InterimApproved: noMore,
    InterimDropped: noMore,
    ...onceItMovesOn,
  },
);
