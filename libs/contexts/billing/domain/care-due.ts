import { type Rupiah, ZERO_RUPIAH, rupiah, sumRupiah } from '#kernel';
import {
  type Calculation,
  type CareCosts,
  INSURERS,
  type Insurer,
  type OtherPayerAnswer,
  borneBeside,
  borneByOther,
} from '#law';
import type { InvoicePayment } from './approval.events.js';
import type { Payer } from './billing.events.js';
import type { BillingState } from './billing.js';
import { type Invoice, acceptedNow, isPaid, paidOf } from './invoice.js';
import type { InvoiceFacts } from './invoice-facts.js';

/** Who an invoice is paid to, by what is known now; an insurer that paid it is owed it. */
export type Payee = InvoicePayment['payee'] | Insurer;

/** An invoice that counts for what is due, and to whom it is paid. */
export interface Counted {
  readonly invoice: Invoice;
  readonly acceptedIdr: Rupiah;
  readonly payee: Payee;
}

/** Invoices that were approved, and the one that is decided now. */
export function countedWith(now: Counted, { invoices }: BillingState): readonly Counted[] {
  const before = decidedOf(invoices)
    .filter(({ invoiceId }) => invoiceId !== now.invoice.invoiceId)
    .map((invoice) => ({
      invoice,
      acceptedIdr: acceptedNow(invoice),
      payee: payeeBefore(invoice),
    }));
  return [...before, now];
}

/** Those that were approved, also where one waits to be approved once more. */
export const decidedOf = (invoices: readonly Invoice[]): readonly Invoice[] =>
  invoices.filter((one) => one.status === 'APPROVED' || isPaid(one));

/** Those of care. */
export const decidedCareOf = ({ invoices }: BillingState): readonly Invoice[] =>
  decidedOf(invoices).filter(({ benefit }) => benefit === 'CARE');

/** Also where nothing was left to pay: whoever had paid it bears what others do not. */
const payeeBefore = ({ payments, paidBy = 'NOBODY' }: Invoice): Payee =>
  paidBy === 'NOBODY' ? (payments[0]?.payee ?? 'PLKK') : paidBy;

export const isInsurer = (payer: Payer | Payee | undefined): payer is Insurer =>
  INSURERS.some((one) => one === payer);

/** What others bear of the care that is billed here: what the claim of the accident pays has been lessened first. */
export function borneByOthers(
  counted: readonly Counted[],
  { accident }: Pick<InvoiceFacts, 'accident'>,
): Rupiah {
  const { otherPayer, care, occurredOn } = accident;
  if (!otherPayer) return ZERO_RUPIAH;
  const ofClaim = sumRupiah(care.map(({ invoiceIdr }) => invoiceIdr));
  const here = sumOf(counted.filter(({ invoice }) => invoice.benefit === 'CARE'));
  return borneBeside(otherPayer, { ofClaim, here }, occurredOn);
}

/**
 * What an approved claim pays facilities beyond what others leave of their invoices: these bear first what is billed by facilities. What
 * it repaid to persons is computed anew with the claim, and what they owe recorded there.
 */
export function paidByClaimForOthers(
  state: BillingState,
  { otherPayer, occurredOn, care, paidByClaimIdr }: InvoiceFacts['accident'],
): number {
  if (!otherPayer || paidByClaimIdr === undefined) return 0;
  const ofClaim = sumRupiah(care.map(({ invoiceIdr }) => invoiceIdr));
  const ofFacilities = sumRupiah(
    care.filter(({ isGuaranteed }) => isGuaranteed).map(({ invoiceIdr }) => invoiceIdr),
  );
  const here = sumRupiah(decidedCareOf(state).map(acceptedNow));
  const borne = borneByOther(otherPayer, rupiah(ofClaim + here), occurredOn);
  return Math.max(0, paidByClaimIdr - Math.max(0, ofFacilities - borne));
}

/** What others owe BPJS of invoices that it paid in their place: they owe whoever gave the care so much less. */
function owedToBpjs(state: BillingState, { accident }: Pick<InvoiceFacts, 'accident'>): number {
  return Math.max(0, state.recourseIdr - paidByClaimForOthers(state, accident));
}

const sumOf = (counted: readonly Counted[]): Rupiah =>
  sumRupiah(counted.map(({ acceptedIdr }) => acceptedIdr));

/** What is asked of the law: all costs of the accident that were accepted so far, by what they are for. */
export function costsOf(
  counted: readonly Counted[],
  borneIdr: Rupiah,
  otherPayer: OtherPayerAnswer | undefined,
): CareCosts {
  const care = counted.filter(({ invoice }) => invoice.benefit === 'CARE');
  const plkkInvoice = sumOf(care.filter(({ payee }) => payee === 'PLKK'));
  const medicalReceipts = sumOf(care.filter(({ payee }) => payee !== 'PLKK'));
  const invoices = thingsOf(counted);
  return {
    ...(plkkInvoice > 0 && { plkkInvoice }),
    ...(medicalReceipts > 0 && { medicalReceipts }),
    ...(Object.keys(invoices).length > 0 && { invoices }),
    ...(otherPayer && borneIdr > 0 && { otherPayerPaid: { [otherPayer.code]: borneIdr } }),
  };
}

type Things = NonNullable<CareCosts['invoices']>;

function thingsOf(counted: readonly Counted[]): Things {
  const things: { -readonly [Kind in keyof Things]: Things[Kind] } = {};
  for (const { invoice, acceptedIdr } of counted) {
    const { benefit, verified } = invoice;
    if (benefit === 'CARE') continue;
    const kind = benefit === 'PROSTHESIS' ? 'PROSTHESIS_REFERENCE_PRICE' : benefit;
    const amountIdr = benefit === 'PROSTHESIS' ? (verified?.referencePriceIdr ?? ZERO_RUPIAH) : acceptedIdr;
    things[kind] = rupiah((things[kind] ?? 0) + amountIdr);
  }
  return things;
}

/** The code of the component by which the law pays it. */
export function codeOf({ invoice: { benefit }, payee }: Pick<Counted, 'invoice' | 'payee'>): string {
  if (benefit !== 'CARE') return `JKK_${benefit}`;
  return payee === 'PLKK' ? 'JKK_MEDICAL_PLKK' : 'JKK_MEDICAL';
}

/** What the law gives for costs of care of an accident, as far as it is known. */
export interface CareLaw extends Pick<InvoiceFacts, 'accident'> {
  readonly careDue: (costs: CareCosts) => Calculation;
}

/** What of an invoice is BPJS' to pay, by what is known of all of the accident. */
export interface Share {
  /** What BPJS owes of it in all: what is accepted now, less what others bear and do not owe to BPJS, within the ceiling. */
  readonly owedIdr: Rupiah;
  /**
   * What whoever was paid keeps of it: what others turn out to bear since is asked of them, and not of whoever was paid. Beyond it
   * they owe it back.
   */
  readonly keepsIdr: Rupiah;
  /** What others bear of all invoices of the accident. */
  readonly borneIdr: Rupiah;
  readonly calculation: Calculation;
  /** Absent where the law gives nothing for it. */
  readonly component: Calculation['components'][number] | undefined;
}

/** What of an invoice BPJS owes: ceilings and other payers count over all invoices of the accident. */
export function shareOf(now: Counted, state: BillingState, facts: CareLaw): Share {
  const counted = countedWith(now, state);
  const borneIdr = borneByOthers(counted, facts);
  const leftIdr = rupiah(Math.max(0, borneIdr - owedToBpjs(state, facts)));
  const calculation = facts.careDue(costsOf(counted, leftIdr, facts.accident.otherPayer));
  const code = codeOf(now);
  const component = calculation.components.find((one) => one.code === code);
  const beside = counted.filter((one) => one !== now && codeOf(one) === code);
  const left = (component?.amountIdr ?? 0) - sumRupiah(beside.map(({ invoice }) => keptOf(invoice)));
  const owedIdr = rupiah(Math.max(0, Math.min(now.acceptedIdr, left)));
  const keepsIdr = now.invoice.benefit === 'CARE' ? Math.max(owedIdr, notLeftOf(now.invoice)) : owedIdr;
  return { owedIdr, keepsIdr: rupiah(keepsIdr), borneIdr, calculation, component };
}

/** What of it was accepted and not left to other payers when it was approved last. */
const notLeftOf = (invoice: Invoice): Rupiah =>
  rupiah(Math.max(0, acceptedNow(invoice) - (invoice.leftToOthersIdr ?? 0)));

/** What was paid of an invoice and is kept, as far as nobody approves it anew: what is too much since a cut is no other's. */
export const keptOf = (invoice: Invoice): Rupiah => rupiah(Math.min(paidOf(invoice), notLeftOf(invoice)));
