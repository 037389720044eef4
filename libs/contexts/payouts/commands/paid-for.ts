import { handsOnClaim, isClaimRevoked } from '#contexts/claims/facts';
import { wasDeathRevoked } from '#contexts/participants/facts';
import { approversOfYears, isScholarshipRevoked } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import type { PayoutSource } from '../domain/payout.events.js';
import { type PayoutState, isBody } from '../domain/payout.js';
import type { HandsGrounds } from '../domain/policies/hands.policies.js';

/** Whether what a person is paid for happened. Facilities and employers are paid for what they did all the same. */
export async function paidFor(state: PayoutState, read: Reading): Promise<PaidFor> {
  if (state.situation === 'UNKNOWN' || isBody(state)) return {};
  const { participantId, source } = state;
  // Care was given, whatever became of the death that was reported.
  if (source.kind === 'INVOICE') return {};
  if (!(await wasDeathRevoked(read, participantId))) return {};
  const { kind, id } = source;
  return {
    isRevoked: await (kind === 'CLAIM'
      ? isClaimRevoked(read, { claimId: id, participantId })
      : isScholarshipRevoked(read, id)),
  };
}

/** Who decided that it is paid, and who gave the account. */
export const handsOn = async (
  { kind, id }: PayoutSource,
  read: Reading,
): Promise<Pick<HandsGrounds, 'deciderIds' | 'accountGiverIds'>> =>
  kind === 'CLAIM' ? handsOnClaim(read, id) : { deciderIds: await approversOfYears(read, id) };
