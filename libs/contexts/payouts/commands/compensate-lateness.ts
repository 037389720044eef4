import { disputesOfClaim, stopsOfClaim } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type LatenessFacts, compensateLateness } from '../domain/compensate-lateness.js';
import { isOfHeirs } from '../domain/late-cash.js';
import { type Lateness, lateness } from '../domain/lateness.js';

/** Only the process late-compensation sends it: what a delay owes follows from when the money arrived. */
export const CompensateLateness = command('CompensateLateness', lateness, 'payoutId', compensateLateness, {
  facts: latenessFacts,
});

/** When nobody was to be paid it. */
export async function latenessFacts({ order }: Lateness, read: Reading): Promise<LatenessFacts> {
  if (order?.source.kind !== 'CLAIM') return {};
  const { payBy, source, heirId } = order;
  const { id, eventId } = source;
  const disputes = isOfHeirs(order) ? await disputesOfClaim(read, id, heirId) : [];
  return { disputes: [...disputes, ...(await stopsOfClaim(read, id, { eventId, payBy }))] };
}
