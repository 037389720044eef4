import { type Expecting, noMore, steps } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

interface ObjectionSteps extends Expecting {
  /** Who has had a hand in it since the last decision: that belongs to the next one. */
  readonly hands?: readonly string[];
  /** Who has had a hand in the last decision: they do not answer what is said against it. */
  readonly decidedBy?: readonly string[];
}

const worked = (state: ObjectionSteps, id: string): ObjectionSteps => ({
  ...state,
  hands: [...(state.hands ?? []), id],
});

const decided = (state: ObjectionSteps, id: string): ObjectionSteps => ({
  ...state,
  hands: [],
  decidedBy: [...(state.hands ?? []), id],
});

/** The answer to whoever does not accept a decision. */
export const objectionSteps = steps<ObjectionSteps, ClaimEvent>(
  claims,
  'objection',
  {},
  {
    ClaimSubmitted: (_none, { participantId, office }) => ({ participantId, office }),
    BenefitCalculated: (state, { assessorId }) => worked(state, assessorId),
    BenefitDetermined: (state, { assessorId }) => worked(state, assessorId),
    BenefitReassessed: (state, { assessorId }) => worked(state, assessorId),
    DenialProposed: (state, { proposerId }) => worked(state, proposerId),
    ApprovalEndorsed: (state, { endorserId }) => worked(state, endorserId),
    ClaimApproved: (state, { approverId }) => decided(state, approverId),
    DifferenceApproved: (state, { approverId }) => decided(state, approverId),
    ClaimDenied: (state, { deciderId }) => decided(state, deciderId),
    ObjectionRaised: (state, { recorderId, answerBy, effectiveOn }) => ({
      ...state,
      expected: {
        step: 'ANSWER_OBJECTION',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [answerBy],
        notBy: [...new Set([recorderId, ...(state.decidedBy ?? [])])],
      },
    }),
    ObjectionAnswered: noMore,
    ClaimReopened: noMore,
    ClaimResumed: noMore,
  },
);

interface DisputeSteps extends Expecting {
  /** A dispute ended otherwise than was approved, and nobody has recorded who inherits. */
  readonly heirsAreOpen?: true;
}

/** The end of a dispute about what was approved, and who inherits after all where it ended otherwise. */
export const disputeSteps = steps<DisputeSteps, ClaimEvent>(
  claims,
  'dispute',
  {},
  {
    ClaimSubmitted: (_none, { participantId, office }) => ({ participantId, office }),
    DisputeReported: (state, { until, effectiveOn }) => ({
      ...state,
      expected: { step: 'END_DISPUTE', turn: 'FAMILY', since: effectiveOn, dueDays: [until] },
    }),
    DisputeEnded({ named, ...state }, { outcome, effectiveOn }) {
      if (outcome !== 'OTHERWISE' && !state.heirsAreOpen)
        return noMore({ ...state, ...(named && { named }) });
      return {
        ...state,
        heirsAreOpen: true,
        expected: { step: 'ESTABLISH_HEIRS', turn: 'ADJUDICATOR', since: effectiveOn, dueDays: [] },
      };
    },
    // What was ordered for others is paid to those who are named now.
    HeirsEstablished({ heirsAreOpen, ...state }, { heirs }) {
      const known = heirsAreOpen ? { ...state, named: heirs.map(({ heirId }) => heirId) } : state;
      return state.expected?.step === 'ESTABLISH_HEIRS' ? noMore(known) : known;
    },
  },
);
