import { type Rupiah, rupiah, totalOf } from '#kernel';
import type { Approved } from './claim-after-approval.js';
import type { IdentifiedPayment } from './decision.events.js';
import { type KnownClaim, claimantOf } from './claim.js';

/** An approved claim, by what became of its payments. */
interface OfPayments {
  readonly claim: KnownClaim;
  readonly approved: Pick<Approved, 'payments'>;
}

/** The payments that were approved, by whether whoever claims now is to have them. Whether they arrived is said elsewhere: by payouts. */
export interface ApprovedForClaimant {
  /** Paid to those who are to have it, or on their way: they count as received. */
  readonly payments: readonly IdentifiedPayment[];
  /** Approved for heirs of a participant who lives and claims again: it is due to the participant, and whatever arrived the heirs owe. */
  readonly byHeirs: readonly IdentifiedPayment[];
}

const isOfHeirs = ({ payee }: IdentifiedPayment): boolean => payee === 'HEIR' || payee === 'GUARDIAN';

/** Which of the payments that were approved are for whoever claims now. */
export function approvedForClaimant({ claim, approved: { payments } }: OfPayments): ApprovedForClaimant {
  if (claimantOf(claim) === 'HEIR') return { payments, byHeirs: [] };
  return { payments: payments.filter((one) => !isOfHeirs(one)), byHeirs: payments.filter(isOfHeirs) };
}

/**
 * What whoever claims has got of what was approved for whoever claimed, or is about to get.
 * @param approvedIdr all that was approved for whoever claimed, also what was deducted from it
 */
export const amountForClaimant = (known: OfPayments, approvedIdr: number): Rupiah =>
  rupiah(Math.max(0, approvedIdr - totalOf(approvedForClaimant(known).byHeirs)));
