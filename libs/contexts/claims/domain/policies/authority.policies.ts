import {
  type AuthorityNeeded,
  type LocalDate,
  type Rupiah,
  authorityNeeded,
  authorityPolicies,
  furthest,
  rupiah,
  sumRupiah,
} from '#kernel';
import { moneyKindOf } from '#law';
import type { ClaimComponent } from '../claim.events.js';
import type { KnownClaim } from '../claim-state.js';
import type { Basis } from '../programme.js';
import { whoDecidesRefusals } from '../who-decides.refusals.js';

/** Cash and care have limits of their own; the sum of the claim counts, with what was approved of it before (reference 6.1). */
export function neededFor(
  { components, totalIdr }: { readonly components: readonly ClaimComponent[]; readonly totalIdr: Rupiah },
  day: LocalDate,
): AuthorityNeeded {
  const careIdr = sumRupiah(
    components.filter(({ code }) => moneyKindOf(code) === 'CARE').map(({ amountIdr }) => amountIdr),
  );
  const cashIdr = rupiah(Math.max(0, totalIdr - careIdr));
  return furthest(authorityNeeded('CASH', cashIdr, day), authorityNeeded('CARE', careIdr, day));
}

/**
 * What is decided on, with what was paid of the claim before its end and by another programme for the same event: nothing is gained by
 * splitting (reference 6.1).
 */
export const ofTheWholeEvent = <Sum extends { readonly totalIdr: Rupiah }>(
  sum: Sum,
  { interim }: Pick<KnownClaim, 'interim'>,
  { programme, facts }: Basis,
): Sum => ({
  ...sum,
  totalIdr: rupiah(sum.totalIdr + (interim?.paidIdr ?? 0) + (programme.paidByOther?.(facts) ?? 0)),
});

/** In this order; the first refusal wins. */
export const AUTHORITY_POLICIES = authorityPolicies(whoDecidesRefusals);
