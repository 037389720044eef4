import { type Rupiah, rupiah, sumRupiah, totalOf } from '#kernel';
import { borneByOther } from '#law';
import type { FacilityCost } from '../../domain/programme.js';
import { isAmong } from '../../domain/late-invoices.js';
import type { AccidentForClaim, CareCost, JkkFacts } from './facts.js';

type Billed = Pick<AccidentForClaim, 'care' | 'reimbursements' | 'otherPayer' | 'occurredOn'>;

/**
 * What each facility is paid: of its invoices, in their order, what another payer bears is taken off first (reference 3.11), as the
 * law takes it from what PLKKs billed before it takes it from receipts.
 */
export function lessBorne({ care, reimbursements, otherPayer, occurredOn }: Billed): readonly CareCost[] {
  if (!otherPayer || care.length === 0) return care;
  const total = sumRupiah([...care, ...reimbursements].map(({ invoiceIdr }) => invoiceIdr));
  let left: Rupiah = borneByOther(otherPayer, total, occurredOn);
  return care.flatMap((cost: CareCost) => {
    const borne = Math.min(left, cost.invoiceIdr);
    left = rupiah(left - borne);
    return cost.invoiceIdr > borne ? [{ ...cost, invoiceIdr: rupiah(cost.invoiceIdr - borne) }] : [];
  });
}

/**
 * What each facility is owed still of the invoices with which the claim was approved: another payer bears less of them than it was
 * thought to (reference 3.11). What it bears more of is asked of that payer, never of the facility.
 */
export function owedStill({ accident, approvedCare }: JkkFacts): readonly FacilityCost[] {
  if (!approvedCare) return [];
  const due = lessBorne(accident).filter((cost) => isAmong(approvedCare.invoices, cost));
  return [...new Set(due.map(({ facilityId }) => facilityId))].flatMap((facilityId) => {
    const isIts = (one: { readonly facilityId: string }) => one.facilityId === facilityId;
    const dueIdr = sumRupiah(due.filter(isIts).map(({ invoiceIdr }) => invoiceIdr));
    const paidIdr = totalOf(approvedCare.toFacilities.filter(isIts));
    return dueIdr > paidIdr ? [{ facilityId, invoiceIdr: rupiah(dueIdr - paidIdr) }] : [];
  });
}
