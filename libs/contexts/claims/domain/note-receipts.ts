import type { CommandContext } from '#kernel';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { isEventRevoked } from './event-revoked.js';
import type { Basis } from './programme.js';
import { mayBeReassessed, openReassessment } from './open-reassessment.js';
import { isWaiting, resumeClaim } from './resume-claim.js';

export interface NoteReceiptsInput {
  readonly claimId: string;
}

/** Whether receipts may concern a claim as it stands: what is known of them is asked only then. */
export const isConcerned = (state: ClaimAfterApproval): boolean =>
  isWaiting(state.claim) || mayBeReassessed(state);

/**
 * Looks at the receipts of contributions as they are known now: a claim that waits for the last of them goes on, and one that was
 * approved is opened for a re-assessment where more is due. Nothing otherwise, however often it is looked.
 * @throws Rejection `RIGHT_LAPSED`, or as the programme's `assess` does
 */
export function noteReceipts(
  _input: NoteReceiptsInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis | undefined,
): readonly ClaimEvent[] {
  // Nothing follows from a receipt for what did not happen.
  if (!basis || state.claim.situation === 'UNKNOWN' || isEventRevoked(state.claim, basis)) return [];
  if (isWaiting(state.claim)) return resumeClaim(state.claim, context, basis);
  return mayBeReassessed(state) ? openReassessment(state, context, basis) : [];
}
