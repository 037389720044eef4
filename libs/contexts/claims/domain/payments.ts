import { type BankAccount, type Rupiah, rupiah, sumRupiah, totalOf } from '#kernel';
import { moneyKindOf, shareOut } from '#law';
import type { PaidHeir } from './claim-state.js';
import type { Assessment } from './claim.js';
import type { Deduction } from './arrears.events.js';
import type { ClaimComponent, Payee } from './claim.events.js';
import type { ApprovedPayment, PaidTo } from './decision.events.js';
import { type Basis, type FacilityCost, entitledTo } from './programme.js';
import { SET_OFF_CODE, ofClaimant } from './set-off.js';

/**
 * Who is paid how much: one payment for the claimant, who also stands for whoever advanced transport or funeral costs, one for the
 * employer that went on paying the wage, and one for each PLKK. Where heirs were established, each of them gets a share of the
 * claimant's, in a payment of their own.
 */
export function paymentsFor(
  { components, deduction }: Pick<Assessment, 'components' | 'deduction'>,
  basis: Basis,
  heirs: readonly PaidHeir[] = [],
): ApprovedPayment[] {
  const { programme, facts } = basis;
  const toClaimant = ofClaimant(components);
  const toFacilities = ofFacilities(components).map(({ code }) => code);
  return [
    ...payment(
      entitledTo(basis),
      toClaimant.map(({ code }) => code),
      totalOf(toClaimant),
      careIn(toClaimant),
    )
      .map((paid) => (deduction ? lessDeduction(paid, deduction) : paid))
      .flatMap((paid) => sharedOut(paid, heirs)),
    ...toEmployer(components, basis),
    ...(toFacilities.length > 0
      ? byFacility(programme.toFacilities(facts)).flatMap(([facilityId, amountIdr]) =>
          payment('PLKK', toFacilities, amountIdr, { facilityId }),
        )
      : []),
  ];
}

/**
 * A payment to heirs, shared out (E-15): whole rupiah, and what is left over is the first one's, line by line, so that every line comes
 * to its sum. Whoever's share comes to nothing gets no payment.
 */
export function sharedOut(paid: ApprovedPayment, heirs: readonly PaidHeir[]): ApprovedPayment[] {
  if (paid.payee !== 'HEIR' || heirs.length === 0) return [paid];
  const parts = heirs.map((heir) => heir.parts);
  const { careIdr, benefitIdr = paid.amountIdr, deductedIdr } = paid;
  const care = shareOut(careIdr ?? rupiah(0), parts);
  const cash = shareOut(rupiah(benefitIdr - (careIdr ?? 0)), parts);
  const deducted = shareOut(deductedIdr ?? rupiah(0), parts);
  return heirs
    .map(({ heirId, payee }, place): ApprovedPayment => {
      const [ofCare, ofCash, less] = [care[place] ?? 0, cash[place] ?? 0, deducted[place] ?? 0];
      return {
        ...paid,
        payee,
        heirId,
        amountIdr: rupiah(ofCare + ofCash - less),
        ...(careIdr !== undefined && { careIdr: rupiah(ofCare) }),
        ...(deductedIdr !== undefined && { benefitIdr: rupiah(ofCare + ofCash), deductedIdr: rupiah(less) }),
      };
    })
    .filter(({ amountIdr }) => amountIdr > 0);
}

/** Where persons are paid: the claimant, and each heir. @throws Error where an account is missing that nobody has erased */
export function paidTo(account: BankAccount, heirs: readonly PaidHeir[] | undefined): PaidTo {
  if (!heirs) return { account };
  const known = heirs.map((heir) => {
    if (!heir.account) throw new Error('An heir who is paid has no account');
    return { heirId: heir.heirId, account: heir.account };
  });
  return { account, heirs: known };
}

function toEmployer(components: Assessment['components'], basis: Basis): ApprovedPayment[] {
  const paid = ofEmployer(components);
  if (paid.length === 0) return [];
  const codes = paid.map(({ code }) => code);
  return payment('EMPLOYER', codes, totalOf(paid), { employerId: employerToPay(basis), ...careIn(paid) });
}

/** What facilities are paid of these components. */
export const ofFacilities = (components: readonly ClaimComponent[]): readonly ClaimComponent[] =>
  components.filter(({ payee }) => payee === 'PLKK');

/** What an employer is repaid of these components. */
export const ofEmployer = (components: readonly ClaimComponent[]): readonly ClaimComponent[] =>
  components.filter(({ payee }) => payee === 'EMPLOYER');

/** Which employer that is. @throws Error where nobody knows */
export function employerToPay({ programme, facts }: Basis): string {
  const employerId = programme.employer?.(facts);
  if (employerId === undefined) throw new Error('An employer is to be paid, and nobody knows which');
  return employerId;
}

/** What of a payment is care, where the codes of its components do not tell: some of them are care, and some are cash. */
export function careIn(paid: readonly Pick<ClaimComponent, 'code' | 'amountIdr'>[]): { careIdr?: Rupiah } {
  const care = paid.filter(({ code }) => moneyKindOf(code) === 'CARE');
  const isMixed = care.length > 0 && care.length < paid.length;
  return isMixed ? { careIdr: totalOf(care) } : {};
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
