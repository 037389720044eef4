import { type Expecting, noMore, steps } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { MOVES_ON } from './interim.js';

interface InterimSteps extends Expecting {
  /** Who handed the claim in or gave its account: they do not decide on it. */
  readonly handedInBy?: readonly string[];
}

const onceItMovesOn = Object.fromEntries(MOVES_ON.map((type) => [type, noMore])) as Record<
  (typeof MOVES_ON)[number],
  typeof noMore
>;

/** What was calculated before the end of the treatment waits for a second person, until the claim moves on. */
export const interimSteps = steps<InterimSteps, ClaimEvent>(
  claims,
  'interim',
  {},
  {
    ClaimSubmitted: (_none, { participantId, office, submitterId }) => ({
      participantId,
      office,
      handedInBy: submitterId === undefined ? [] : [submitterId],
    }),
    InterimCalculated: (state, { assessorId, totalIdr, payBy, effectiveOn }) => ({
      ...state,
      amountIdr: totalIdr,
      lateIdr: totalIdr,
      expected: {
        step: 'APPROVE_INTERIM',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [payBy],
        notBy: [assessorId, ...(state.handedInBy ?? [])],
      },
    }),
    InterimApproved: noMore,
    InterimDropped: noMore,
    ...onceItMovesOn,
    ClaimTakenOver: (state, { takerId }) =>
      noMore({ ...state, handedInBy: [...(state.handedInBy ?? []), takerId] }),
    HeirsEstablished: (state, { establisherId }) => ({
      ...state,
      handedInBy: [...(state.handedInBy ?? []), establisherId],
    }),
  },
);
