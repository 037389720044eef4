import { type CommandContext, type LocalDate, type Policy, enforce, view } from '#kernel';
import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody, claims } from './claim.js';
import { missingAfter } from './missing-papers.js';
import { notByWhoeverHandedItIn } from './policies/decision.policies.js';
import { handedInRefusals } from './handed-in.refusals.js';
import { claimRefusals } from './refusals.js';
import { heirsUntil, papersUntil } from './terms.js';

export interface ProposeDenialInput {
  readonly claimId: string;
  readonly reason: DenialReason;
  /** Why, in words. */
  readonly grounds: string;
  /** What shows it: its number, or where it lies in the archive. */
  readonly evidence: string;
}

/** A claim, and since when it has waited for documents. */
export interface ClaimAndItsPapers {
  readonly claim: ClaimState;
  readonly missingSince?: LocalDate;
}

/** The same streams as `claims`, for whoever asks how long documents have been missing. */
export const claimsAndTheirPapers = view<ClaimAndItsPapers, ClaimEvent>(claims, {
  initial: { claim: claims.initial },
  evolve({ claim: before, missingSince }, event) {
    const claim = claims.evolve(before, event);
    if (claim.situation !== 'INCOMPLETE') return { claim };
    if (event.type !== 'DocumentsRequested') return { claim, missingSince };
    const { missing = [] } = before.situation === 'INCOMPLETE' ? before : {};
    const known = missingSince === undefined ? undefined : { missing, since: missingSince };
    return { claim, missingSince: missingAfter(known, event.data).since };
  },
});

interface ProposalGrounds {
  readonly claim: Undecided;
  readonly missingSince: LocalDate | undefined;
  readonly reason: DenialReason;
  readonly today: LocalDate;
}

type Undecided = ClaimIn<'INCOMPLETE' | 'COMPLETE' | 'HELD' | 'WAITING' | 'CALCULATED'>;

const papersWereWaitedFor: Policy<ProposalGrounds> = {
  name: 'papers-were-waited-for',
  check({ claim, missingSince, reason, today }) {
    if (reason !== 'PAPERS_MISSING') return undefined;
    if (claim.situation !== 'INCOMPLETE') return handedInRefusals.NO_PAPERS_MISSING();
    const until = papersUntil(missingSince ?? claim.submittedOn);
    return today > until ? undefined : handedInRefusals.PAPERS_MAY_STILL_COME({ until });
  },
};

const aPaperIsFalse: Policy<ProposalGrounds> = {
  name: 'a-paper-is-false',
  check: ({ claim, reason }) =>
    reason === 'PAPER_FALSE' && !claim.documents.some(({ fault }) => fault === 'NOT_GENUINE')
      ? handedInRefusals.NO_FALSE_PAPER()
      : undefined,
};

const heirsWereWaitedFor: Policy<ProposalGrounds> = {
  name: 'heirs-were-waited-for',
  check({ claim, reason, today }) {
    if (reason !== 'HEIR_DISPUTE_OPEN') return undefined;
    // Of a dispute that was recorded its own time counts; earlier releases recorded none.
    const awaited = claim.stop ?? (claim.situation === 'WAITING' ? claim.awaited : undefined);
    const dispute = awaited?.reason === 'HEIR_DISPUTE' ? awaited : undefined;
    const until = dispute?.until ?? heirsUntil(claim.submittedOn);
    return today > until ? undefined : claimRefusals.DISPUTE_MAY_STILL_END({ until });
  },
};

/** In this order; the first refusal wins. */
const PROPOSAL_POLICIES: readonly Policy<ProposalGrounds>[] = [
  papersWereWaitedFor,
  aPaperIsFalse,
  heirsWereWaitedFor,
];

/**
 * Proposes to deny a claim for a reason that only a person can find (usulan penolakan), whatever the law was found to give. A
 * supervisor decides. A later proposal takes the place of an earlier one.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `SUBMITTER_CANNOT_DECIDE`, or the code of the
 *   first proposal policy that objects
 */
export function proposeDenial(
  { claimId, reason, grounds, evidence }: ProposeDenialInput,
  { claim: state, missingSince }: ClaimAndItsPapers,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED']));
  enforce([notByWhoeverHandedItIn], { claim, deciderId: actor.id });
  enforce(PROPOSAL_POLICIES, { claim, missingSince, reason, today });
  const { participantId } = claim;
  return [
    {
      type: 'DenialProposed',
      data: {
        claimId,
        participantId,
        proposerId: actor.id,
        reason,
        effectiveOn: today,
        person: { grounds, evidence },
      },
    },
  ];
}
