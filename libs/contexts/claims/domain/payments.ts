import { Rejection, type Rupiah, sumRupiah } from '#kernel';
import type { ApprovedPayment, ClaimComponent, Payee } from './claim.events.js';
import { type ClaimFacts, entitledTo } from './claim-facts.js';

/**
 * Who is paid how much: one payment for the claimant, who also stands for whoever advanced transport or funeral costs,
 * and one for each PLKK.
 * @throws Rejection `EMPLOYER_PAYEE_UNSUPPORTED`: wages that an employer kept paying come with the wage-earner segment
 */
export function paymentsFor(components: readonly ClaimComponent[], facts: ClaimFacts): ApprovedPayment[] {
  if (components.some(({ payee }) => payee === 'EMPLOYER')) {
    throw new Rejection(
      'EMPLOYER_PAYEE_UNSUPPORTED',
      'Employers have no account here yet, so STMB cannot be paid to one',
    );
  }
  const toClaimant = components.filter(({ payee }) => payee !== 'PLKK');
  const toFacilities = components.filter(({ payee }) => payee === 'PLKK').map(({ code }) => code);
  return [
    ...payment(
      entitledTo(facts),
      toClaimant.map(({ code }) => code),
      sumRupiah(toClaimant.map(({ amountIdr }) => amountIdr)),
    ),
    ...(toFacilities.length > 0
      ? careByFacility(facts).flatMap(([facilityId, amountIdr]) =>
          payment('PLKK', toFacilities, amountIdr, facilityId),
        )
      : []),
  ];
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
function careByFacility(facts: ClaimFacts): [string, Rupiah][] {
  const care = facts.programme === 'JKK' ? facts.accident.care : [];
  const facilities = [...new Set(care.map(({ facilityId }) => facilityId))];
  return facilities.map((facilityId) => [
    facilityId,
    sumRupiah(
      care.filter((episode) => episode.facilityId === facilityId).map(({ invoiceIdr }) => invoiceIdr),
    ),
  ]);
}
