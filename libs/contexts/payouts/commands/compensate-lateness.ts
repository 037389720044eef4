import { notToBePaid, standstills } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type LatenessFacts, compensateLateness } from '../domain/compensate-lateness.js';
import { type Lateness, lateness } from '../domain/lateness.js';
import { paymentOfClaim } from '../domain/payment-of-claim.js';

/** Only the process late-compensation sends it: what a delay owes follows from when the money arrived. */
export const CompensateLateness = command('CompensateLateness', lateness, 'payoutId', compensateLateness, {
  facts: latenessFacts,
});

/** When nobody was to be paid it. */
export async function latenessFacts({ order }: Lateness, read: Reading): Promise<LatenessFacts> {
  const payment = order?.source.kind === 'CLAIM' ? paymentOfClaim(order) : undefined;
  return payment ? { disputes: notToBePaid(await read.state(standstills, payment.claimId), payment) } : {};
}
