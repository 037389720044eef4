import { type Rupiah, rupiah, sumRupiah } from '#kernel';
import { moneyKindOf } from '#law';
import type { Assessment } from './claim.js';
import type { ApprovedPayment, ClaimComponent, Deduction, Payee } from './claim.events.js';
import { type Basis, type FacilityCost, entitledTo } from './programme.js';
import { SET_OFF_CODE, ofClaimant } from './set-off.js';

/**
 * Who is paid how much: one payment for the claimant, who also stands for whoever advanced transport or funeral costs, one for the
 * employer that went on paying the wage, and one for each PLKK.
 */
export function paymentsFor(
  { components, deduction }: Pick<Assessment, 'components' | 'deduction'>,
  basis: Basis,
): ApprovedPayment[] {
  const { programme, facts } = basis;
  const toClaimant = ofClaimant(components);
  const toFacilities = components.filter(({ payee }) => payee === 'PLKK').map(({ code }) => code);
  return [
    ...payment(
      entitledTo(basis),
      toClaimant.map(({ code }) => code),
      sumRupiah(toClaimant.map(({ amountIdr }) => amountIdr)),
      careIn(toClaimant),
    ).map((paid) => (deduction ? lessDeduction(paid, deduction) : paid)),
    ...toEmployer(components, basis),
    ...(toFacilities.length > 0
      ? byFacility(programme.toFacilities(facts)).flatMap(([facilityId, amountIdr]) =>
          payment('PLKK', toFacilities, amountIdr, { facilityId }),
        )
      : []),
  ];
}

function toEmployer(components: Assessment['components'], { programme, facts }: Basis): ApprovedPayment[] {
  const paid = components.filter(({ payee }) => payee === 'EMPLOYER');
  if (paid.length === 0) return [];
  const employerId = programme.employer?.(facts);
  if (employerId === undefined) throw new Error('An employer is to be paid, and nobody knows which');
  const codes = paid.map(({ code }) => code);
  const amountIdr = sumRupiah(paid.map((one) => one.amountIdr));
  return payment('EMPLOYER', codes, amountIdr, { employerId, ...careIn(paid) });
}

/** What of a payment is care, where the codes of its components do not tell: some of them are care, and some are cash. */
export function careIn(paid: readonly Pick<ClaimComponent, 'code' | 'amountIdr'>[]): { careIdr?: Rupiah } {
  const care = paid.filter(({ code }) => moneyKindOf(code) === 'CARE');
  const isMixed = care.length > 0 && care.length < paid.length;
  return isMixed ? { careIdr: sumRupiah(care.map(({ amountIdr }) => amountIdr)) } : {};
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
  more: Pick<ApprovedPayment, 'facilityId' | 'employerId' | 'careIdr'> = {},
): ApprovedPayment[] {
  return amountIdr > 0 ? [{ payee, ...more, componentCodes, amountIdr }] : [];
}

/** What each PLKK invoiced, in the order of the first invoice. */
function byFacility(costs: readonly FacilityCost[]): [string, Rupiah][] {
  const facilities = [...new Set(costs.map(({ facilityId }) => facilityId))];
  return facilities.map((facilityId) => [
    facilityId,
    sumRupiah(costs.filter((cost) => cost.facilityId === facilityId).map(({ invoiceIdr }) => invoiceIdr)),
  ]);
}
