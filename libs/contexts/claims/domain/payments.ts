import { Rejection, type Rupiah, rupiah, sumRupiah } from '#kernel';
import type { Assessment } from './claim.js';
import type { ApprovedPayment, Deduction, Payee } from './claim.events.js';
import { type Basis, type FacilityCost, entitledTo } from './programme.js';
import { claimRefusals } from './refusals.js';
import { SET_OFF_CODE, ofClaimant } from './set-off.js';

/**
 * Who is paid how much: one payment for the claimant, who also stands for whoever advanced transport or funeral costs,
 * and one for each PLKK.
 * @throws Rejection `EMPLOYER_PAYEE_UNSUPPORTED`: wages that an employer kept paying come with the wage-earner segment
 */
export function paymentsFor(
  { components, deduction }: Pick<Assessment, 'components' | 'deduction'>,
  basis: Basis,
): ApprovedPayment[] {
  if (components.some(({ payee }) => payee === 'EMPLOYER')) {
    throw new Rejection(claimRefusals.EMPLOYER_PAYEE_UNSUPPORTED());
  }
  const { programme, facts } = basis;
  const toClaimant = ofClaimant(components);
  const toFacilities = components.filter(({ payee }) => payee === 'PLKK').map(({ code }) => code);
  return [
    ...payment(
      entitledTo(basis),
      toClaimant.map(({ code }) => code),
      sumRupiah(toClaimant.map(({ amountIdr }) => amountIdr)),
    ).map((paid) => (deduction ? lessDeduction(paid, deduction) : paid)),
    ...(toFacilities.length > 0
      ? byFacility(programme.toFacilities(facts)).flatMap(([facilityId, amountIdr]) =>
          payment('PLKK', toFacilities, amountIdr, facilityId),
        )
      : []),
  ];
}

/** Benefit and deduction stay two lines; the net is paid (Q-15b). */
function lessDeduction(paid: ApprovedPayment, { amountIdr: deductedIdr }: Deduction): ApprovedPayment {
  const { amountIdr: benefitIdr, componentCodes } = paid;
  return {
    ...paid,
    componentCodes: [...componentCodes, SET_OFF_CODE],
    amountIdr: rupiah(benefitIdr - deductedIdr),
    benefitIdr,
    deductedIdr,
  };
}

function payment(
  payee: Payee,
  componentCodes: readonly string[],
  amountIdr: Rupiah,
  facilityId?: string,
): ApprovedPayment[] {
  return amountIdr > 0 ? [{ payee, ...(facilityId && { facilityId }), componentCodes, amountIdr }] : [];
}

/** What each PLKK invoiced, in the order of the first invoice. */
function byFacility(costs: readonly FacilityCost[]): [string, Rupiah][] {
  const facilities = [...new Set(costs.map(({ facilityId }) => facilityId))];
  return facilities.map((facilityId) => [
    facilityId,
    sumRupiah(costs.filter((cost) => cost.facilityId === facilityId).map(({ invoiceIdr }) => invoiceIdr)),
  ]);
}
