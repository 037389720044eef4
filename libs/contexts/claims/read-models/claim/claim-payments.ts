import { type Change, change, via } from '#followers';
import { type Rupiah, rupiah, sumRupiah, totalOf } from '#kernel';
import { stayedOf } from '../../../what-stayed.js';
import type { ClaimStatus } from '../../domain/claim-status.js';
import { type ClaimRow, type InterimOfRow, type Payment, claimOfPayout, claims } from './claim.tables.js';

/** Moves a payment of a claim on. Payments of scholarships are of none, and change nothing. */
export function payout(payoutId: string, moved: Partial<Payment>): Change {
  return change(
    claims,
    via(claimOfPayout, payoutId, ({ claimId }) => claimId),
    (row) => {
      const known = row.payouts.find((one) => one.payoutId === payoutId);
      return known ? withPayout(row, { ...known, ...moved }) : interimMoved(row, payoutId, moved);
    },
  );
}

/** A part of a payment came back: the payment stands, and less was paid. */
export function partBack(payoutId: string, amountIdr: Rupiah): Change {
  const taken = <One extends Pick<Payment, 'payoutId' | 'cameBackIdr'>>(one: One): One =>
    one.payoutId === payoutId ? { ...one, cameBackIdr: sumRupiah([one.cameBackIdr, amountIdr]) } : one;
  return change(
    claims,
    via(claimOfPayout, payoutId, ({ claimId }) => claimId),
    (row) =>
      withStatus({
        ...row,
        payouts: row.payouts.map(taken),
        interims: row.interims.map((one) => withPayments(one, one.payments.map(taken))),
      }),
  );
}

/** A payment that others get instead is no longer one of the claim's; what became of it its own story tells. */
export function withoutPayout(payoutId: string): Change {
  return change(
    claims,
    via(claimOfPayout, payoutId, ({ claimId }) => claimId),
    (row) => withStatus({ ...row, payouts: row.payouts.filter((one) => one.payoutId !== payoutId) }),
  );
}

/**
 * A payment that was ordered: of the claim, or of what was approved before its end. The latter says nothing of where payment of the claim
 * stands.
 */
export function ordered(row: ClaimRow, ofEvent: string, payment: Payment): ClaimRow {
  if (!row.interims.some(({ approvalId }) => approvalId === ofEvent)) return withPayout(row, payment);
  const interims = row.interims.map((one) =>
    one.approvalId === ofEvent ? withPayments(one, [...one.payments, payment]) : one,
  );
  return { ...row, interims };
}

/** The bank has settled one of its payments, or sent it back: each counts for itself. */
function interimMoved(row: ClaimRow, payoutId: string, { status }: Partial<Payment>): ClaimRow {
  const interims = row.interims.map((one) =>
    one.payments.some((known) => known.payoutId === payoutId) && status !== undefined
      ? withPayments(
          one,
          one.payments.map((known) => (known.payoutId === payoutId ? { ...known, status } : known)),
        )
      : one,
  );
  return { ...row, interims };
}

function withPayments(interim: InterimOfRow, payments: InterimOfRow['payments']): InterimOfRow {
  return {
    ...interim,
    payments: payments.map(({ payoutId, amountIdr, status, cameBackIdr }) => ({
      payoutId,
      amountIdr,
      status,
      cameBackIdr,
    })),
    paidIdr: sumRupiah(payments.map(stayedOf)),
  };
}

/** Where payment stands follows from all payments of the claim. */
function withPayout(row: ClaimRow, moved: Payment): ClaimRow {
  const others = row.payouts.filter(({ payoutId }) => payoutId !== moved.payoutId);
  const payouts = [...others, moved].sort((one, other) =>
    one.payee === other.payee ? compare(one.payoutId, other.payoutId) : compare(one.payee, other.payee),
  );
  return withStatus({ ...row, payouts });
}

/** The same claim, with what was ordered and paid of it. */
export function withStatus(row: ClaimRow): ClaimRow {
  const { payouts: all, totalIdr, deduction } = row;
  const payableIdr = rupiah(totalIdr - (deduction?.amountIdr ?? 0));
  const settled = all.filter(({ status }) => status === 'SETTLED');
  const arrivedIdr = totalOf(settled);
  const cancelled = all.filter(({ status }) => status === 'CANCELLED');
  const cancelledIdr = totalOf(cancelled);
  return {
    ...row,
    orderedIdr: totalOf(all),
    paidIdr: sumRupiah(all.map(stayedOf)),
    status: all.length > 0 ? paymentStatus(payableIdr, all, arrivedIdr, cancelledIdr) : row.status,
  };
}

function paymentStatus(
  payableIdr: Rupiah,
  payments: readonly Payment[],
  arrivedIdr: Rupiah,
  cancelledIdr: Rupiah,
): ClaimStatus {
  if (payments.some(({ status }) => status === 'RETURNED')) return 'PAYMENT_RETURNED';
  // More was paid where it was found later that less is due: that is owed back beside the claim.
  if (arrivedIdr >= payableIdr) return 'PAID';
  return arrivedIdr + cancelledIdr >= payableIdr ? 'PAYMENT_CANCELLED' : 'PAYMENT_ORDERED';
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
