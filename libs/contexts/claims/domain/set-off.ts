import { totalOf } from '#kernel';
import { ARREARS_SET_OFF } from '#law';
import { unpaidIdrOf, unpaidMonths } from './arrears.js';
import type { ClaimComponent } from './claim.events.js';
import { type AssessableClaim, type Assessed, type Basis, arrearsOf } from './programme.js';

/** How the line is named that stands beside the components of the benefit. */
export const SET_OFF_CODE = 'ARREARS_SET_OFF';

/** What the claimant is paid of these components, who also stands for whoever advanced transport or funeral costs. */
export const ofClaimant = <Component extends Pick<ClaimComponent, 'amountIdr'> & { readonly payee?: string }>(
  components: readonly Component[],
): readonly Component[] => components.filter(({ payee }) => payee !== 'PLKK' && payee !== 'EMPLOYER');

/**
 * What the law gives a claim in arrears whose claimant consented to have them deducted (Q-15b): as if they were paid, with the
 * deduction beside it. Undefined where that leaves nothing to pay: then the claim goes on waiting for the months.
 * @throws Rejection as the programme's `assess` does
 */
export function assessedWithSetOff(
  claim: AssessableClaim,
  basis: Basis,
  { calculation }: Assessed,
): Assessed | undefined {
  const { programme, facts } = basis;
  if (!programme.asIfSettled) return undefined;
  const settled = programme.assess(claim, programme.asIfSettled(facts));
  if (settled.calculation.decision) return settled;
  const arrears = unpaidMonths(arrearsOf(basis));
  const amountIdr = unpaidIdrOf(arrears);
  const payableIdr = totalOf(ofClaimant(settled.calculation.components));
  const [reason] = calculation.components;
  if (payableIdr <= amountIdr || !reason) return undefined;
  const article = `convention ${ARREARS_SET_OFF.id}`;
  return {
    ...settled,
    deduction: { amountIdr, law: reason.law, article, arrears },
  };
}
