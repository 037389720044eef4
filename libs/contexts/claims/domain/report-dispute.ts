import { type CommandContext, Rejection } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { ClaimAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { paysHeirsOf } from './claim-after-approval.js';
import { claimIn, ofSomebody } from './claim.js';
import { heirsUntil } from './terms.js';

export interface ReportDisputeInput {
  readonly claimId: string;
  /** Who says what, in words. */
  readonly words: string;
  /** The letter: its number, or where it lies in the archive. */
  readonly evidence: string;
}

/**
 * Records that somebody says after the approval that they inherit (sengketa ahli waris setelah persetujuan). No heir is paid while it is
 * open. What the bank has paid before was paid in good faith, and is settled among the heirs.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_HEIRS_PAID`, `DISPUTE_IS_OPEN`
 */
export function reportDispute(
  { claimId, words, evidence }: ReportDisputeInput,
  { after, dispute }: ClaimAfterDecision,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  claimIn(after.claim, ['APPROVED']);
  const claim = ofSomebody(paysHeirsOf(after));
  if (dispute) throw new Rejection(afterDecisionRefusals.DISPUTE_IS_OPEN());
  return [
    {
      type: 'DisputeReported',
      data: {
        claimId,
        participantId: claim.participantId,
        reporterId: actor.id,
        until: heirsUntil(today),
        effectiveOn: today,
        person: { words, evidence },
      },
    },
  ];
}
