import { type CommandContext, Rejection } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { OpenedAgainBy, ReopeningGround } from './claim-by-people.events.js';
import { type ClaimAfterApproval, keepsCuts } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claimIn, ofSomebody } from './claim.js';
import { type Basis, byDelegationOf } from './programme.js';
import { claimRefusals } from './refusals.js';
import { verdictOn } from './treatment.js';

export interface ReopenClaimInput {
  readonly claimId: string;
  readonly ground: ReopeningGround;
  readonly reason: string;
}

/**
 * Opens a claim again that was decided or withdrawn (pembukaan kembali klaim). One that was denied or withdrawn is decided anew, and its
 * service clock begins with the day on which its documents are complete; one that was approved is computed anew, and the difference is
 * paid or asked back. A new fact reopens it until the right lapses, an error of the office always.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `RIGHT_HAS_LAPSED`, `PAID_BY_OTHER_PROGRAMME`,
 *   `REASSESSMENT_IS_OPEN`
 */
export function reopenClaim(
  { ground, reason }: ReopenClaimInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  ofSomebody(claimIn(state.claim, ['DENIED', 'WITHDRAWN', 'APPROVED']));
  const lapsesAfter = basis.programme.lapsesAfter?.(basis.facts);
  if (ground === 'NEW_FACT' && lapsesAfter !== undefined && context.today > lapsesAfter) {
    throw new Rejection(claimRefusals.RIGHT_HAS_LAPSED({ lapsesAfter }));
  }
  requireOwnToPay(state, basis);
  if (isUnderWay(state, ground)) throw new Rejection(afterDecisionRefusals.REASSESSMENT_IS_OPEN());
  return openedAgain(state, ground, { context, basis, reason });
}

/**
 * What the other programme pays for is not computed anew here: the difference is claimed there.
 * @throws Rejection `PAID_BY_OTHER_PROGRAMME`
 */
export function requireOwnToPay({ claim }: ClaimAfterApproval, { programme, facts }: Basis): void {
  if (claim.situation === 'APPROVED' && programme.isPaidByOther?.(facts)) {
    throw new Rejection(afterDecisionRefusals.PAID_BY_OTHER_PROGRAMME());
  }
}

interface Opening {
  readonly context: CommandContext;
  readonly basis: Basis;
  /** In words of the office, where it says why. */
  readonly reason?: string;
  /** Who had a hand in what was decided, where somebody objected to it. */
  readonly deciderIds?: readonly string[];
}

/**
 * What opens a claim again that was decided or withdrawn, for whatever ground. Nothing where everything of it is computed anew already,
 * and whoever does knows the ground by the facts.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`
 */
export function openedAgain(
  after: ClaimAfterApproval,
  ground: OpenedAgainBy,
  { context, basis, reason, deciderIds }: Opening,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const claim = claimIn(after.claim, ['DENIED', 'WITHDRAWN', 'APPROVED']);
  const { claimId, participantId, documents } = claim;
  const said = {
    ground,
    ...byDelegationOf(basis),
    ...(deciderIds && { deciderIds }),
    effectiveOn: today,
    ...(reason !== undefined && { person: { reason } }),
  };
  if (claim.situation === 'APPROVED') {
    if (isUnderWay(after, ground) && isKnownByFacts(after, ground)) return [];
    return [{ type: 'ReassessmentOpened', data: { claimId, participantId, openerId: actor.id, ...said } }];
  }
  return [
    { type: 'ClaimReopened', data: { claimId, participantId, reopenerId: actor.id, ...said } },
    ...verdictOn(claim, basis, documents, context),
  ];
}

/** Whether everything that the ground reaches is computed anew already: a part that was left open reaches less far than an objection. */
function isUnderWay({ reassessment }: ClaimAfterApproval, ground: OpenedAgainBy): boolean {
  if (!reassessment?.ground) return false;
  return !keepsCuts(reassessment.ground) || keepsCuts(ground);
}

/** What an authority says and what has happened is asked when it is computed, and again when that is approved; not where a person said it. */
const isKnownByFacts = ({ reassessment }: ClaimAfterApproval, ground: OpenedAgainBy): boolean =>
  ground === 'OPEN_PART' ||
  ((ground === 'DETERMINATION' || ground === 'NEW_FACT') && !reassessment?.found?.determinedBy);
