import type { CommandContext, LocalDate } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';

export interface CloseBillingInput {
  readonly accidentId: string;
  /** The JKK claim that was approved. */
  readonly claimId: string;
  /** Day of the approval. */
  readonly closedOn: LocalDate;
}

/**
 * Closes the billing of an accident (penutupan tagihan), as its JKK claim was approved with the invoices that were there.
 * It closes once; whoever says so again changes nothing.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export function closeBilling(
  { accidentId, claimId, closedOn }: CloseBillingInput,
  state: AccidentState,
  _context: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, billingClosed } = knownAccident(state);
  if (billingClosed) return [];
  return [{ type: 'BillingClosed', data: { accidentId, participantId, claimId, effectiveOn: closedOn } }];
}
