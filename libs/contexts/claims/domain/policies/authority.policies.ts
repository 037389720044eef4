import {
  type AuthorityNeeded,
  type LocalDate,
  type Rupiah,
  type WeighedSum,
  ZERO_RUPIAH,
  authorityNeeded,
  authorityPolicies,
  furthest,
  rupiah,
  totalOf,
} from '#kernel';
import { moneyKindOf } from '#law';
import type { ClaimComponent } from '../claim.events.js';
import type { KnownClaim } from '../claim-state.js';
import type { Basis } from '../programme.js';
import { whoDecidesRefusals } from '../who-decides.refusals.js';

/** What is decided on, and what was approved of care of the same accident beside it. */
interface WholeEvent {
  readonly components: readonly ClaimComponent[];
  readonly totalIdr: Rupiah;
  readonly careBesideIdr?: Rupiah;
}

/** What of a sum is cash, and what is care. */
export function cashAndCare({
  components,
  totalIdr,
}: {
  readonly components: readonly Pick<ClaimComponent, 'code' | 'amountIdr'>[];
  readonly totalIdr: Rupiah;
}): { readonly cashIdr: Rupiah; readonly careIdr: Rupiah } {
  const careIdr = totalOf(components.filter(({ code }) => moneyKindOf(code) === 'CARE'));
  return { cashIdr: rupiah(Math.max(0, totalIdr - careIdr)), careIdr };
}

/** What somebody who decides on a sum is compared with, as far as the claim itself tells it. */
export function weighedOf(decided: Omit<WholeEvent, 'careBesideIdr'>): readonly WeighedSum[] {
  const { cashIdr, careIdr } = cashAndCare(decided);
  return [
    { matter: 'CASH', amountIdr: cashIdr },
    { matter: 'CARE', amountIdr: careIdr },
  ];
}

/** Cash and care have limits of their own; the sum of the claim counts, with what was approved of it before (reference 6.1). */
export function neededFor(
  { careBesideIdr = ZERO_RUPIAH, ...decided }: WholeEvent,
  day: LocalDate,
): AuthorityNeeded {
  const { cashIdr, careIdr } = cashAndCare(decided);
  // Whoever approves cash alone decides on no care.
  const wholeCareIdr = careIdr > 0 ? rupiah(careIdr + careBesideIdr) : careIdr;
  return furthest(authorityNeeded('CASH', cashIdr, day), authorityNeeded('CARE', wholeCareIdr, day));
}

/**
 * What is decided on, with what was paid of the claim before its end, by another programme for the same event, and of its care apart
 * from the claim: nothing is gained by splitting (reference 6.1).
 */
export const ofTheWholeEvent = <Sum extends { readonly totalIdr: Rupiah }>(
  sum: Sum,
  { interim }: Pick<KnownClaim, 'interim'>,
  { programme, facts }: Basis,
): Sum & Pick<WholeEvent, 'careBesideIdr'> => ({
  ...sum,
  careBesideIdr: programme.careBeside?.(facts),
  totalIdr: rupiah(sum.totalIdr + (interim?.paidIdr ?? 0) + (programme.paidByOther?.(facts) ?? 0)),
});

/** In this order; the first refusal wins. */
export const AUTHORITY_POLICIES = authorityPolicies(whoDecidesRefusals);
