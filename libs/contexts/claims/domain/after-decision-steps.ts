import { type ExpectedStep, type Expecting, type LocalDate, type StepFold, noMore, steps } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { type Decisions, EVENTS_OF_DECISIONS, UNDECIDED, decisionsAfter } from './last-decision.js';
import { holding } from './stopped-payment.js';
import { heirsWantedSince } from './terms.js';

interface ObjectionSteps extends Expecting {
  readonly decisions: Decisions;
}

const answers = steps<ObjectionSteps, ClaimEvent>(
  claims,
  'objection',
  { decisions: UNDECIDED },
  {
    ClaimSubmitted: ({ decisions }, { claimId, participantId, office }) => ({
      decisions,
      claimId,
      participantId,
      office,
    }),
    ObjectionRaised: (state, { recorderId, answerBy, effectiveOn }) => ({
      ...state,
      expected: {
        step: 'ANSWER_OBJECTION',
        turn: 'SUPERVISOR',
        decidesClaim: true,
        since: effectiveOn,
        dueDays: [answerBy],
        notBy: [...new Set([recorderId, ...(state.decisions.decision?.by ?? [])])],
      },
    }),
    ObjectionAnswered: noMore,
    ClaimReopened: noMore,
    ClaimResumed: noMore,
  },
);

/** The answer to whoever does not accept a decision: by nobody who had a hand in it. */
export const objectionSteps: StepFold<ObjectionSteps, ClaimEvent> = {
  ...answers,
  types: [...new Set([...answers.types, ...EVENTS_OF_DECISIONS])],
  evolve: (state, event) =>
    answers.evolve({ ...state, decisions: decisionsAfter(state.decisions, event) }, event),
};

interface DisputeSteps extends Expecting {
  /** A dispute ended otherwise than was approved, or whoever was to be paid has died, and nobody has recorded who inherits. */
  readonly heirsAreOpen?: true;
  /** Who was paid before an heir was reported dead; absent where nobody in particular was named. */
  readonly namedBefore?: readonly string[];
}

const toEstablish = (since: LocalDate): ExpectedStep => ({
  step: 'ESTABLISH_HEIRS',
  turn: 'ADJUDICATOR',
  since,
  ...heirsWantedSince(since),
});

/** The end of a dispute about what was approved, and who inherits after all where it ended otherwise. */
export const disputeSteps = steps<DisputeSteps, ClaimEvent>(
  claims,
  'dispute',
  {},
  {
    ClaimSubmitted: (_none, { claimId, participantId, office }) => ({ claimId, participantId, office }),
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
        expected: toEstablish(effectiveOn),
      };
    },
    HeirsWanted({ named: namedBefore, ...state }, { effectiveOn }) {
      // Who inherits is recorded once they do not disagree any more.
      const isDisputed = state.expected?.step === 'END_DISPUTE';
      return {
        ...state,
        ...(namedBefore && { namedBefore }),
        heirsAreOpen: true,
        expected: isDisputed ? state.expected : toEstablish(effectiveOn),
      };
    },
    // It goes on for the participant.
    HeirsWantedNoMore: ({ heirsAreOpen: _closed, named: _nobody, namedBefore: _heirs, ...state }) =>
      noMore(state),
    // Whoever was paid before is again, unless heirs disagree.
    HeirDeathRevoked({ heirsAreOpen: _closed, namedBefore, named: _nobody, ...state }) {
      const known = namedBefore ? { ...state, named: namedBefore } : state;
      return known.expected?.step === 'ESTABLISH_HEIRS' ? noMore(known) : known;
    },
    // Who comes yet is paid what is not given up by then.
    NobodyInherits: (state) => noMore({ ...state, named: [] }),
    // What was ordered for others is paid to those who are named now.
    HeirsEstablished(
      { heirsAreOpen, namedBefore: _others, ...state },
      { heirs, besideIds = [], inPlaceOfParticipant },
    ) {
      const named = [...besideIds, ...heirs.map(({ heirId }) => heirId)];
      const known = heirsAreOpen || inPlaceOfParticipant ? { ...state, named } : state;
      return state.expected?.step === 'ESTABLISH_HEIRS' ? noMore(known) : known;
    },
    ...holding<DisputeSteps>(),
  },
);
