import { type BankAccount, type CommandContext, Rejection, type Rupiah } from '#kernel';
import type { BillingEvent, Payer } from './billing.events.js';
import type { VerificationReason } from './verification.events.js';
import { type BillingState, invoiceIn, knownInvoice, participantOf } from './billing.js';
import { type Invoice, isPaid, paidOf } from './invoice.js';
import { keptOf } from './care-due.js';
import type { CreditNote } from './credit-notes.js';
import { type InvoiceFacts, isGuaranteed } from './invoice-facts.js';
import { approvalRefusals } from './approval.refusals.js';
import { creditRefusals } from './credit.refusals.js';

interface OfInvoice {
  readonly accidentId: string;
  readonly invoiceId: string;
}

export interface ShowPaymentInput extends OfInvoice {
  readonly paidBy: Payer;
  /** Number of the receipt. */
  readonly reference: string;
  /** Where a person is repaid. */
  readonly account?: BankAccount;
}

/**
 * Says who paid the facility (bukti pembayaran), and so who is repaid; NOBODY takes it back. Until the invoice is approved the last
 * word counts; once something of it was paid, the rest goes to the same payer, a person wherever they say then.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `PAID_TO_ANOTHER`, `ACCOUNT_OF_PAYER_MISSING`, `NO_EMPLOYER_TO_REPAY`
 */
export function showPayment(
  { account, ...input }: ShowPaymentInput,
  state: BillingState,
  { today, actor }: CommandContext,
  facts: InvoiceFacts,
): readonly BillingEvent[] {
  const invoice = invoiceIn(state, input.invoiceId, ['SUBMITTED', 'RETURNED', 'VERIFIED']);
  requireSamePayer(input.paidBy, invoice, facts);
  const { employerId } = facts.accident;
  if (input.paidBy === 'PARTICIPANT' && !account)
    throw new Rejection(approvalRefusals.ACCOUNT_OF_PAYER_MISSING());
  if (input.paidBy === 'EMPLOYER' && employerId === undefined) {
    throw new Rejection(approvalRefusals.NO_EMPLOYER_TO_REPAY());
  }
  const person = input.paidBy === 'PARTICIPANT' && account ? { person: { account } } : {};
  const of = { ...input, participantId: participantOf(state), recorderId: actor.id };
  const data = { ...of, effectiveOn: today, ...person };
  return [{ type: 'InvoicePaymentShown', data }];
}

/** A facility that holds no letter any more is paid nothing: whoever paid it is. @throws Rejection `PAID_TO_ANOTHER` */
function requireSamePayer(paidBy: Payer, invoice: Invoice, facts: InvoiceFacts): void {
  if (!isPaid(invoice)) return;
  const before = repaidBefore(invoice);
  if (paidBy === before || (before === 'NOBODY' && !isGuaranteed(invoice, facts))) return;
  throw new Rejection(approvalRefusals.PAID_TO_ANOTHER());
}

/** Who had paid the facility, by what was paid of the invoice so far. */
function repaidBefore({ payments: [first], paidBy = 'NOBODY' }: Invoice): Payer {
  if (!first) return paidBy;
  return first.payee === 'PLKK' ? 'NOBODY' : first.payee;
}

export interface CreditInvoiceInput extends OfInvoice {
  readonly amountIdr: Rupiah;
  readonly reason: VerificationReason;
  /** Number of the note. */
  readonly reference: string;
  /** Where a cut waits for its approval, which credits it: the note is of something else. */
  readonly besideCuts?: boolean;
}

/**
 * Records that too much was paid of an invoice (nota kredit): whoever was paid owes it back. Its collection is not done here.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `CREDIT_NOTE_RECORDED`, `CREDITED_WITH_APPROVAL`, `CREDIT_TOO_LARGE`
 */
export function creditInvoice(
  { besideCuts, ...input }: CreditInvoiceInput,
  state: BillingState,
  { today, actor }: CommandContext,
  notes: readonly CreditNote[],
): readonly BillingEvent[] {
  const known = knownInvoice(state, input.invoiceId);
  const invoice = isPaid(known) ? known : invoiceIn(state, input.invoiceId, ['APPROVED']);
  const isKnown = ({ invoiceId, reference }: CreditNote) =>
    invoiceId === input.invoiceId && reference === input.reference;
  if (notes.some(isKnown)) {
    throw new Rejection(creditRefusals.CREDIT_NOTE_RECORDED(input));
  }
  const paidIdr = invoice.verified ? keptOf(invoice) : paidOf(invoice);
  if (paidIdr < paidOf(invoice) && !besideCuts) throw new Rejection(creditRefusals.CREDITED_WITH_APPROVAL());
  if (input.amountIdr > paidIdr) throw new Rejection(creditRefusals.CREDIT_TOO_LARGE({ paidIdr }));
  const of = { ...input, participantId: participantOf(state), facilityId: invoice.facilityId };
  return [{ type: 'InvoiceCredited', data: { ...of, deciderId: actor.id, effectiveOn: today } }];
}
