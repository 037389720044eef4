import { type LocalDate, Rejection, type Rupiah, daysBetween } from '#kernel';
import { type Invoice, isGivenUp } from './invoice.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { submissionRefusals } from './submission.refusals.js';

/** What two invoices are compared by. */
interface Stay {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly totalIdr: Rupiah;
}

/** So near two equal sums of one facility are taken for one bill (V-03). */
const EQUAL_SUM_DAYS = 30;

/**
 * Invoices of the same facility that a new one may repeat (V-03): overlapping days, or the same sum within 30 days. The same days with
 * the same sum are one bill under two numbers, and refused; so is what the claim of the accident pays.
 * @throws Rejection `STAY_KNOWN`, `CARE_RECORDED_ALREADY`
 */
export function mayRepeat(
  stay: Stay,
  others: readonly Invoice[],
  { accident }: Pick<InvoiceFacts, 'accident'>,
): readonly string[] {
  const billed = others
    .filter((one) => !isGivenUp(one))
    .filter((one) => one.facilityId === stay.facilityId && one.invoiceNumber !== stay.invoiceNumber);
  const same = billed.find((one) => isSame(one, stay));
  if (same) throw new Rejection(submissionRefusals.STAY_KNOWN(same));
  requireNotOfTheClaim(stay, { accident });
  const ofTheClaim = accident.care.map((one) => ({ ...one, totalIdr: one.invoiceIdr }));
  return [...billed, ...ofTheClaim]
    .filter((one) => one.facilityId === stay.facilityId && isNear(one, stay))
    .map(({ invoiceNumber }) => invoiceNumber);
}

/**
 * What the claim of the accident pays is not paid here as well: neither when it is sent, nor where both came at one moment.
 * @throws Rejection `CARE_RECORDED_ALREADY`
 */
export function requireNotOfTheClaim(stay: Stay, { accident }: Pick<InvoiceFacts, 'accident'>): void {
  const recorded = accident.care.find(
    (one) =>
      one.facilityId === stay.facilityId &&
      (one.invoiceNumber === stay.invoiceNumber || isSame({ ...one, totalIdr: one.invoiceIdr }, stay)),
  );
  if (recorded) throw new Rejection(submissionRefusals.CARE_RECORDED_ALREADY(recorded));
}

const isSame = (one: Omit<Stay, 'invoiceNumber'>, other: Stay): boolean =>
  one.admittedOn === other.admittedOn &&
  one.dischargedOn === other.dischargedOn &&
  one.totalIdr === other.totalIdr;

const isNear = (one: Stay, other: Stay): boolean =>
  (one.admittedOn <= other.dischargedOn && other.admittedOn <= one.dischargedOn) ||
  (one.totalIdr === other.totalIdr &&
    Math.abs(daysBetween(one.dischargedOn, other.dischargedOn)) <= EQUAL_SUM_DAYS);
