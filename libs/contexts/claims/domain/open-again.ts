import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import type { Basis } from './programme.js';
import { raiseDoubt } from './doubts.js';
import { type ApprovedClaim, dueNow } from './due-now.js';
import { idsOf, isOtherwise } from './more-than-approved.js';
import { openedAgain } from './reopen-claim.js';

export interface OpenAgainInput {
  readonly claimId: string;
  readonly ground: OpenedAgainBy;
  /** What people have said, by its own id: whoever decides a claim that is open does not learn it from the facts. */
  readonly saidId?: string;
  /** Only one that is approved: one that was approved on this day or later may know it, and is opened where it comes out otherwise. */
  readonly approvedBefore?: LocalDate;
  /** Only one that is approved and comes out otherwise, whenever it was. */
  readonly onlyIfOtherwise?: true;
}

/** Whether a claim was closed, of somebody who is known: of whoever was erased nothing is decided anew. */
export const isClosed = ({ claim }: ClaimAfterApproval): boolean =>
  (claim.situation === 'DENIED' || claim.situation === 'APPROVED' || claim.situation === 'WITHDRAWN') &&
  claim.account !== undefined;

/**
 * Opens a decided claim again for what somebody else has said: whatever the day, and whether or not the right has lapsed. One that
 * is open knows facts when it is calculated; what people have said is put before whoever decides it. What was taken back is open again
 * by an agreement only: both sides have signed that.
 */
export function openAgain(
  input: OpenAgainInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis | undefined,
): readonly ClaimEvent[] {
  if (!basis || (state.claim.situation === 'WITHDRAWN' && input.ground !== 'AGREEMENT')) {
    return toldToWhoeverDecides(input, state, context);
  }
  if (!isNewTo(input, state, context, basis)) return [];
  // What the other programme pays for is claimed there.
  if (state.claim.situation === 'APPROVED' && basis.programme.isPaidByOther?.(basis.facts)) return [];
  return openedAgain(state, input.ground, { context, basis });
}

/** What people have said of a claim that is not decided, or was taken back: nobody decides it before somebody has answered that. */
function toldToWhoeverDecides(
  { claimId, ground, saidId }: OpenAgainInput,
  { claim }: ClaimAfterApproval,
  context: CommandContext,
): readonly ClaimEvent[] {
  if (saidId === undefined || claim.situation === 'UNKNOWN' || claim.situation === 'CANCELLED') return [];
  return claim.account ? raiseDoubt({ claimId, findingId: saidId, ground }, claim, context) : [];
}

/** Whether a claim was decided without what is known now: of an approved one before the day of it, or else with another outcome. */
function isNewTo(
  { ground, approvedBefore, onlyIfOtherwise }: OpenAgainInput,
  state: ClaimAfterApproval,
  { today }: CommandContext,
  basis: Basis,
): boolean {
  if (approvedBefore === undefined && !onlyIfOtherwise) return true;
  if (state.claim.situation !== 'APPROVED' || !state.approved) return false;
  if (approvedBefore !== undefined && state.approved.on < approvedBefore) return true;
  const { openedOn = today } = state.reassessment ?? {};
  const opened = { ...state, reassessment: { openedOn, ground } } as ApprovedClaim;
  try {
    return isOtherwise(dueNow(opened, basis), idsOf(state.approved.children));
  } catch (error) {
    // What cannot be said yet is looked at when it can: the end of the treatment, or a person, opens it.
    if (error instanceof Rejection) return false;
    throw error;
  }
}
