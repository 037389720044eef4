import { type Rupiah, rupiah, sumRupiah } from '#kernel';
import { borneByOther } from '#law';
import type { FacilityCost } from '../../domain/programme.js';
import type { AccidentForClaim, CareCost } from './facts.js';

type Billed = Pick<AccidentForClaim, 'care' | 'reimbursements' | 'otherPayer' | 'occurredOn'>;

/**
 * What each facility is paid: of its invoices, in their order, what another payer bears is taken off first (reference 3.11), as the
 * law takes it from what PLKKs billed before it takes it from receipts.
 */
export function lessBorne({ care, reimbursements, otherPayer, occurredOn }: Billed): readonly FacilityCost[] {
  if (!otherPayer || care.length === 0) return care;
  const total = sumRupiah([...care, ...reimbursements].map(({ invoiceIdr }) => invoiceIdr));
  let left: Rupiah = borneByOther(otherPayer, total, occurredOn);
  return care.flatMap((cost: CareCost) => {
    const borne = Math.min(left, cost.invoiceIdr);
    left = rupiah(left - borne);
    return cost.invoiceIdr > borne ? [{ ...cost, invoiceIdr: rupiah(cost.invoiceIdr - borne) }] : [];
  });
}
