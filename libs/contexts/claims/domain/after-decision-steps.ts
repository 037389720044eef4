import { type ExpectedStep, type Expecting, type LocalDate, type StepFold, noMore, steps } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import {
  type Decisions,
  EVENTS_OF_DECISIONS,
  UNDECIDED,
  decisionsAfter,
  refusedToAnswer,
} from './last-decision.js';
import { isOfOneShare } from './heir-deaths.js';
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
        notBy: refusedToAnswer(recorderId, state.decisions.decision),
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
  /** Heirs who died, whose share alone waits for those who take it, each since when; the earliest first. */
  readonly shares?: readonly Share[];
}

interface Share {
  readonly heirId: string;
  readonly since: LocalDate;
}

const toEstablish = (since: LocalDate): ExpectedStep => ({
  step: 'ESTABLISH_HEIRS',
  turn: 'ADJUDICATOR',
  since,
  ...heirsWantedSince(since),
});

/** Who takes the share that has waited longest, where nothing is asked of all: the others go on. */
function withShares(
  { shares: _before, openFor: _for, ...state }: DisputeSteps,
  shares: readonly Share[],
): DisputeSteps {
  const [first] = shares;
  if (!first) return state.heirsAreOpen || isDisputed(state) ? state : noMore(state);
  const known = { ...state, shares };
  if (isDisputed(state)) return known;
  return { ...known, openFor: shares.map(({ heirId }) => heirId), expected: toEstablish(first.since) };
}

const isDisputed = ({ expected }: DisputeSteps): boolean => expected?.step === 'END_DISPUTE';

/** The share of an heir neither waits any more nor is given up. */
function withoutShare({ givenUp = [], ...state }: DisputeSteps, heirId: string): DisputeSteps {
  const { shares = [] } = state;
  const gone = givenUp.filter((id) => id !== heirId);
  return withShares(
    { ...state, ...(gone.length > 0 && { givenUp: gone }) },
    shares.filter((one) => one.heirId !== heirId),
  );
}

/** Whether the share of an heir alone is meant. */
const isOfShare = (
  { shares = [], givenUp = [] }: DisputeSteps,
  heirId: string | undefined,
): heirId is string =>
  heirId !== undefined && [...shares.map((one) => one.heirId), ...givenUp].includes(heirId);

/** Who inherits is asked of all, those included who have died. */
const askedOfAll = ({ shares: _each, openFor: _for, givenUp: _gone, ...state }: DisputeSteps): DisputeSteps =>
  state;

/** The end of a dispute about what was approved, and who inherits after all where it ended otherwise. */
export const disputeSteps = steps<DisputeSteps, ClaimEvent>(
  claims,
  'dispute',
  {},
  {
    ClaimSubmitted: (_none, { claimId, participantId, office }) => ({ claimId, participantId, office }),
    DisputeReported: ({ openFor: _nobody, ...state }, { until, effectiveOn }) => ({
      ...state,
      expected: { step: 'END_DISPUTE', turn: 'FAMILY', since: effectiveOn, dueDays: [until] },
    }),
    DisputeEnded({ named, ...state }, { outcome, effectiveOn }) {
      const hasNobodyCome = named?.length === 0;
      if (outcome !== 'OTHERWISE' && (!state.heirsAreOpen || hasNobodyCome)) {
        const known = noMore({ ...state, ...(named && { named }) });
        const { shares = [] } = state;
        return withShares(
          known,
          shares.map((one) => ({ ...one, since: effectiveOn })),
        );
      }
      return {
        ...askedOfAll(state),
        heirsAreOpen: true,
        expected: toEstablish(effectiveOn),
      };
    },
    HeirsWanted(before, data) {
      const { effectiveOn: since } = data;
      if (isOfOneShare(data)) {
        const { heirId } = data;
        const state = withoutShare(before, heirId);
        return withShares(state, [...(state.shares ?? []), { heirId, since }]);
      }
      const { named: namedBefore, ...state } = askedOfAll(before);
      return {
        ...state,
        ...(namedBefore && { namedBefore }),
        heirsAreOpen: true,
        // Who inherits is recorded once they do not disagree any more.
        expected: isDisputed(state) ? state.expected : toEstablish(since),
      };
    },
    // It goes on for the participant.
    HeirsWantedNoMore: ({ heirsAreOpen: _closed, named: _nobody, namedBefore: _heirs, ...state }) =>
      noMore(askedOfAll(state)),
    // Whoever was paid before is again, unless heirs disagree.
    HeirDeathRevoked(before, { heirId }) {
      if (isOfShare(before, heirId)) return withoutShare(before, heirId);
      const { heirsAreOpen: _closed, namedBefore, named: _nobody, ...state } = before;
      const known = namedBefore ? { ...state, named: namedBefore } : state;
      return known.expected?.step === 'ESTABLISH_HEIRS' ? noMore(known) : known;
    },
    // Who comes yet is paid what is not given up by then.
    NobodyInherits(state, { heirId }) {
      if (heirId === undefined) return noMore({ ...state, named: [] });
      const known = withoutShare(state, heirId);
      return { ...known, givenUp: [...(known.givenUp ?? []), heirId] };
    },
    // What was ordered for others is paid to those who are named now.
    HeirsEstablished(before, { heirs, besideIds = [], inPlaceOfParticipant, inPlaceOfId }) {
      const named = [...besideIds, ...heirs.map(({ heirId }) => heirId)];
      if (isOfShare(before, inPlaceOfId)) return withoutShare({ ...before, named }, inPlaceOfId);
      const { heirsAreOpen, namedBefore: _others, ...state } = before;
      const known = heirsAreOpen || inPlaceOfParticipant ? { ...state, named } : state;
      return state.expected?.step === 'ESTABLISH_HEIRS' ? noMore(known) : known;
    },
    ...holding<DisputeSteps>(),
  },
);
