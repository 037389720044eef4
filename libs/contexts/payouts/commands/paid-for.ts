import { isClaimRevoked } from '#contexts/claims/facts';
import { wasDeathRevoked } from '#contexts/participants/facts';
import { isScholarshipRevoked } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import { type PayoutState, isBody } from '../domain/payout.js';

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
