import { type CommandContext, ZERO_RUPIAH } from '#kernel';
import type { WithdrawalReason } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import { interimAskedBack } from './interim.js';

export interface WithdrawClaimInput {
  readonly claimId: string;
  readonly reason: WithdrawalReason;
  /** The letter of the claimant: its number, or where it lies in the archive. */
  readonly letter: string;
}

/**
 * Takes a claim back for whoever claims (penarikan klaim), until it is decided. What was paid before the end is owed back. Doing so again changes nothing.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`
 */
export function withdrawClaim(
  { claimId, reason, letter }: WithdrawClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED', 'WITHDRAWN']);
  if (claim.situation === 'WITHDRAWN') return [];
  const { participantId } = ofSomebody(claim);
  return [
    {
      type: 'ClaimWithdrawn',
      data: { claimId, participantId, recorderId: actor.id, reason, effectiveOn: today, person: { letter } },
    },
    ...interimAskedBack(claim, ZERO_RUPIAH, { actor, today }),
  ];
}
