import type { LocalDate } from '#kernel';
import { claimOfSource } from './hands-told.js';
import { isOfHeirs } from './late-cash.js';
import type { PayoutOrdered, PayoutSource } from './payout.events.js';

/** A payment as its claim asks for it that says when it was not to be made. */
export interface PaymentOfClaim {
  readonly claimId: string;
  /** Id of the event that it comes from, and by when it is in time by that. */
  readonly eventId: string;
  readonly payBy?: LocalDate;
  readonly isOfHeirs: boolean;
  /** Of several heirs the one that is paid. */
  readonly heirId?: string;
}

/** The claim that holds a payment up while nothing of it is paid; of a school year the one that gives the right to it. */
export const claimHolding = (source: PayoutSource): string | undefined =>
  source.kind === 'SCHOLARSHIP_YEAR' ? source.claimId : claimOfSource(source).claimId;

/** The same of one that was ordered; undefined where no claim is known that it waits for. */
export function paymentOfClaim(order: PayoutOrdered['data']): PaymentOfClaim | undefined {
  const { source, payBy, heirId } = order;
  const claimId = claimHolding(source);
  if (claimId === undefined) return undefined;
  return {
    claimId,
    eventId: source.eventId,
    isOfHeirs: isOfHeirs(order),
    ...(payBy && { payBy }),
    ...(heirId !== undefined && { heirId }),
  };
}
