import { derivedId } from '#event-store';
import type { OrderPayoutInput } from './domain/order-payout.js';

/**
 * The identity of a payment: the event that decided it, and who is paid. Whoever orders it again, however often, means
 * the same payment, so nothing can be paid twice.
 */
export function payoutIdOf({
  source,
  payee,
  facilityId,
}: Pick<OrderPayoutInput, 'source' | 'payee' | 'facilityId'>): string {
  return derivedId('payout', source.eventId, payee, ...(facilityId ? [facilityId] : []));
}
