import { type Rupiah, ZERO_RUPIAH, rupiah, sumRupiah } from '#kernel';
import { type CareCosts, INSURERS, type Insurer, type OtherPayerAnswer, borneBeside } from '#law';
import type { InvoicePayment, Payer } from './billing.events.js';
import { type BillingState, type Invoice, acceptedNow, isPaid, paidOf } from './billing.js';
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
  const before = invoices
    .filter(({ invoiceId }) => invoiceId !== now.invoice.invoiceId)
    .filter((one) => one.status === 'APPROVED' || isPaid(one))
    .map((invoice) => ({
      invoice,
      acceptedIdr: acceptedNow(invoice),
      payee: payeeBefore(invoice),
    }));
  return [...before, now];
}

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

/** What of a component was paid by invoices before, and not credited, as far as it is accepted: what is too much is no other's. */
export const paidOfCode = (code: string, counted: readonly Counted[]): Rupiah =>
  sumRupiah(
    counted
      .filter((one) => codeOf(one) === code)
      .map(({ invoice, acceptedIdr }) => rupiah(Math.min(paidOf(invoice), acceptedIdr))),
  );
