import { noMore } from '#kernel';
import { MOVES_ON } from './interim.js';
import { OF_NOBODY, type OfClaim, stepsByHands } from './steps-by-hands.js';

interface InterimSteps extends OfClaim {
  /** Who has calculated it, also where somebody has calculated it again since. */
  readonly assessorIds?: readonly string[];
}

const settled = ({ assessorIds: _anew, ...state }: InterimSteps): InterimSteps => noMore(state);

const onceItMovesOn = Object.fromEntries(MOVES_ON.map((type) => [type, settled])) as Record<
  (typeof MOVES_ON)[number],
  typeof settled
>;

/** What was calculated before the end of the treatment waits for a second person, until the claim moves on. */
export const interimSteps = stepsByHands<InterimSteps>(
  'interim',
  OF_NOBODY,
  {
    APPROVE_INTERIM: ({ assessorIds = [], hands }) => [
      ...new Set([...assessorIds, ...hands.handedInBy, ...hands.decidedBefore, ...hands.doubtsSettledBy]),
    ],
  },
  {
    ClaimSubmitted: ({ hands }, { participantId, office }) => ({ hands, participantId, office }),
    InterimCalculated: (state, { assessorId, totalIdr, payBy, effectiveOn }) => ({
      ...state,
      assessorIds: [...(state.assessorIds ?? []), assessorId],
      amountIdr: totalIdr,
      lateIdr: totalIdr,
      expected: { step: 'APPROVE_INTERIM', turn: 'SUPERVISOR', since: effectiveOn, dueDays: [payBy] },
    }),
    InterimApproved: settled,
    InterimDropped: noMore,
    ...onceItMovesOn,
  },
);
