import {
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type StepFold,
  noMore,
  steps,
  view,
} from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import {
  type Decisions,
  EVENTS_OF_DECISIONS,
  UNDECIDED,
  decisionsAfter,
  refusedToAnswer,
} from './last-decision.js';
import {
  type BeginsOfHeirs,
  ENDING_HEIRS,
  type OverOfHeirs,
  foldOfHeirs,
  isAskedNoMore,
  isOfOneShare,
  isShareOver,
} from './heirs-over.js';
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
  /** Heirs disagree: since when, and until when they may agree or sue. */
  readonly dispute?: { readonly since: LocalDate; readonly until: LocalDate };
  /** A dispute ended otherwise than was approved, or whoever was to be paid has died, and nobody has recorded who inherits. */
  readonly ofAll?: AskedOfAll;
  /** Heirs who died, whose share alone waits for those who take it, each since when; the earliest first. */
  readonly shares?: readonly Share[];
  /** Heirs who were established for what is approved for themselves. */
  readonly own?: readonly string[];
}

/** Parties of what is paid: to a participant, and to an heir whom nobody had to establish. */
const PARTICIPANT = 'PARTICIPANT';
const HEIR = 'HEIR';

interface AskedOfAll {
  /** Since when they are looked for; absent once nobody has come. */
  readonly since?: LocalDate;
  /** Who was paid before an heir was reported dead; absent where nobody in particular was named. */
  readonly namedBefore?: readonly string[];
  /** The participant has died: what was approved for heirs themselves goes on. */
  readonly isOfParticipant?: true;
  /** What was asked of the heirs of the participant before an heir was reported dead: it is again where they live after all. */
  readonly before?: AskedOfAll;
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

/**
 * Whoever has to agree comes first, then whoever inherits all, then who takes the share that has waited longest: for the others things go on
 * meanwhile.
 */
function expecting({ expected: _before, openFor: _for, ...known }: DisputeSteps): DisputeSteps {
  const { dispute, ofAll, shares = [] } = known;
  if (dispute) {
    const { since, until } = dispute;
    return { ...known, expected: { step: 'END_DISPUTE', turn: 'FAMILY', since, dueDays: [until] } };
  }
  const heirIds = shares.map(({ heirId }) => heirId);
  if (ofAll?.since) {
    const openFor = ofAll.isOfParticipant && [PARTICIPANT, ...heirIds];
    return { ...known, ...(openFor && { openFor }), expected: toEstablish(ofAll.since) };
  }
  const [first] = shares;
  return first ? { ...known, openFor: heirIds, expected: toEstablish(first.since) } : known;
}

/** What is over is waited for no more. */
function over(state: DisputeSteps, ends: OverOfHeirs): DisputeSteps {
  const { dispute, ofAll, shares = [], givenUp = [], named, own, ...known } = state;
  const waiting = shares.filter(({ heirId }) => !isShareOver(ends, heirId));
  const gone = givenUp.filter((party) => (party === PARTICIPANT ? !ends.ofAll : !isShareOver(ends, party)));
  return {
    ...known,
    ...(dispute && !ends.dispute && { dispute }),
    ...(ofAll && !isAskedNoMore(ends, ofAll.isOfParticipant === true) && { ofAll }),
    ...(waiting.length > 0 && { shares: waiting }),
    ...(gone.length > 0 && { givenUp: gone }),
    ...(!ends.heirs && { ...(named && { named }), ...(own && { own }) }),
  };
}

const withoutNamed = ({ named: _before, ...state }: DisputeSteps): DisputeSteps => state;

/** Whether the share of an heir alone waits, or is given up. */
const isOfShare = ({ shares = [], givenUp = [] }: DisputeSteps, heirId: string | undefined): boolean =>
  heirId !== undefined && (givenUp.includes(heirId) || shares.some((one) => one.heirId === heirId));

const BEGINS = {
  ClaimSubmitted: (_none, { claimId, participantId, office }) => ({ claimId, participantId, office }),
  DisputeReported: (known, { until, effectiveOn: since }) => ({ ...known, dispute: { since, until } }),
  // Nobody comes while heirs disagree: the time begins anew.
  DisputeEnded(known, { outcome, effectiveOn: since }) {
    if (outcome === 'OTHERWISE') return { ...withoutNamed(known), ofAll: { since } };
    const { ofAll, shares } = known;
    return {
      ...known,
      ...(ofAll?.since && { ofAll: { ...ofAll, since } }),
      ...(shares && { shares: shares.map((one) => ({ ...one, since })) }),
    };
  },
  HeirsWanted(known, data, { ofAll }) {
    const { effectiveOn: since } = data;
    if (isOfOneShare(data))
      return { ...known, shares: [...(known.shares ?? []), { heirId: data.heirId, since }] };
    if (data.whoDied === 'PARTICIPANT') {
      const asked = { since, isOfParticipant: true as const };
      return { ...known, ofAll: ofAll ? { ...ofAll, before: asked } : asked };
    }
    const { named: namedBefore } = known;
    const before = ofAll?.isOfParticipant && ofAll;
    return {
      ...withoutNamed(known),
      ofAll: { since, ...(namedBefore && { namedBefore }), ...(before && { before }) },
    };
  },
  // Whoever was paid before is again, and whoever was looked for is looked for.
  HeirDeathRevoked(known, _data, { ofAll }) {
    if (!ofAll || known.ofAll) return known;
    const { namedBefore: named, before } = ofAll;
    const isGivenUp = before && before.since === undefined;
    return {
      ...withoutNamed(known),
      ...(named && { named }),
      ...(before && { ofAll: before }),
      ...(isGivenUp && { givenUp: [...(known.givenUp ?? []), PARTICIPANT] }),
    };
  },
  // Who comes yet is paid what is not given up by then.
  NobodyInherits(known, { heirId }) {
    const { ofAll, shares = [], givenUp = [] } = known;
    if (heirId === undefined && ofAll?.isOfParticipant) {
      return { ...known, ofAll: { isOfParticipant: true as const }, givenUp: [...givenUp, PARTICIPANT] };
    }
    if (heirId === undefined) return { ...known, ofAll: { ...ofAll, since: undefined }, named: [] };
    const others = shares.filter((one) => one.heirId !== heirId);
    return { ...known, shares: others, givenUp: [...givenUp.filter((id) => id !== heirId), heirId] };
  },
  // What was ordered for others is paid to those who are named now.
  HeirsEstablished(known, { heirs, besideIds = [], inPlaceOfParticipant, inPlaceOfId }, before) {
    const heirIds = heirs.map(({ heirId }) => heirId);
    const { named: namedBefore, own = [] } = known;
    if (isOfShare(before, inPlaceOfId)) {
      const others = (namedBefore ?? []).filter((party) => party !== inPlaceOfId);
      return { ...known, named: [...new Set([...others, ...besideIds, ...heirIds])] };
    }
    if (before.ofAll ? before.ofAll.isOfParticipant : inPlaceOfParticipant) {
      // What is approved for heirs themselves is theirs, whoever takes the place of the participant.
      return { ...known, named: [...new Set([...heirIds, HEIR, ...own])] };
    }
    if (before.ofAll) return { ...known, named: [...besideIds, ...heirIds] };
    return { ...known, own: heirIds, ...(namedBefore && { named: [...namedBefore, ...heirIds] }) };
  },
  ...holding<DisputeSteps>(),
} satisfies BeginsOfHeirs<DisputeSteps>;

const DISPUTES: readonly ClaimEvent['type'][] = [
  ...new Set([...(Object.keys(BEGINS) as (keyof typeof BEGINS)[]), ...ENDING_HEIRS]),
];

const folded = foldOfHeirs<DisputeSteps>(over, BEGINS);

/** The end of a dispute about what was approved, and who inherits after all where it ended otherwise. */
export const disputeSteps: StepFold<DisputeSteps, ClaimEvent> = {
  ...view<DisputeSteps, ClaimEvent>(claims, {
    initial: {},
    evolve: (state, event) => (DISPUTES.includes(event.type) ? expecting(folded(state, event)) : state),
  }),
  slot: 'dispute',
  types: DISPUTES,
};
