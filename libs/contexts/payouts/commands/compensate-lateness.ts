import { disputesOfClaim } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type LatenessFacts, compensateLateness } from '../domain/compensate-lateness.js';
import { isOfHeirs } from '../domain/late-cash.js';
import { type Lateness, lateness } from '../domain/lateness.js';

/** Only the process late-compensation sends it: what a delay owes follows from when the money arrived. */
export const CompensateLateness = command('CompensateLateness', lateness, 'payoutId', compensateLateness, {
  facts: disputesOf,
});

async function disputesOf({ order }: Lateness, read: Reading): Promise<LatenessFacts> {
  if (!order || !isOfHeirs(order) || order.source.kind !== 'CLAIM') return {};
  return { disputes: await disputesOfClaim(read, order.source.id) };
}
