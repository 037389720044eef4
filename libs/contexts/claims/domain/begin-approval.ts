import type { CommandContext } from '#kernel';
import { approveClaim } from './approve-claim.js';
import type { ClaimFacts } from './claim-facts.js';
import type { ClaimIn } from './claim.js';
import type { ApprovalBegun } from './docket.events.js';
import type { Docket } from './docket.js';

/**
 * Takes a claim that can be approved into the docket of its participant (antrean persetujuan). Once: what was begun is
 * not begun again.
 * @throws Rejection as `approveClaim` does
 */
export function beginApproval(
  facts: ClaimFacts,
  claim: ClaimIn<'CALCULATED'>,
  begun: Docket,
  context: CommandContext,
): readonly ApprovalBegun[] {
  const { claimId, participantId } = claim;
  if (begun.includes(claimId)) return [];
  approveClaim(facts, claim, context);
  return [{ type: 'ApprovalBegun', data: { claimId, participantId, effectiveOn: context.today } }];
}
