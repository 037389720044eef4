import { isClaimRevoked } from '#contexts/claims/facts';
import { isScholarshipRevoked } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { PaidFor } from '../domain/cancel-payout.js';
import { type PayoutState, isBody } from '../domain/payout.js';

/** Whether what a person is paid for happened. Facilities and employers are paid for what they did all the same. */
export async function paidFor(state: PayoutState, read: Reading): Promise<PaidFor> {
  if (state.situation === 'UNKNOWN' || isBody(state)) return {};
  const { kind, id } = state.source;
  return {
    isRevoked: await (kind === 'CLAIM' ? isClaimRevoked(read, id) : isScholarshipRevoked(read, id)),
  };
}
