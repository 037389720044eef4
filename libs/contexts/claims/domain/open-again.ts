import type { CommandContext, LocalDate } from '#kernel';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import type { Basis } from './programme.js';
import { openedAgain } from './reopen-claim.js';

export interface OpenAgainInput {
  readonly claimId: string;
  readonly ground: OpenedAgainBy;
  /** Only one that was approved before this day: a denied claim stays denied, and whatever was approved later knows it. */
  readonly approvedBefore?: LocalDate;
}

/** Whether a claim was decided, of somebody who is known: of whoever was erased nothing is decided anew. */
export const isDecided = ({ claim }: ClaimAfterApproval): boolean =>
  (claim.situation === 'DENIED' || claim.situation === 'APPROVED') && claim.account !== undefined;

/**
 * Opens a decided claim again for what somebody else has said: whatever the day, and whether or not the right has lapsed. One that
 * is open will know it when it is calculated.
 */
export function openAgain(
  { ground, approvedBefore }: OpenAgainInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis | undefined,
): readonly ClaimEvent[] {
  if (!basis) return [];
  const isKnown = approvedBefore !== undefined && (state.approved?.on ?? approvedBefore) >= approvedBefore;
  if (isKnown) return [];
  // What the other programme pays for is claimed there.
  if (state.claim.situation === 'APPROVED' && basis.programme.isPaidByOther?.(basis.facts)) return [];
  return openedAgain(state, ground, { context, basis });
}
