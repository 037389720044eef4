import {
  type BankAccount,
  type CommandContext,
  type LocalDate,
  Rejection,
  type Rupiah,
  addMonths,
  rupiah,
  sumRupiah,
} from '#kernel';
import { borneBeside } from '#law';
import type { BillingEvent, Payer, VerificationReason } from './billing.events.js';
import { type BillingState, invoiceIn, isPaid, knownInvoice, paidOf, participantOf } from './billing.js';
import type { CreditNote } from './credit-notes.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { billingRefusals } from './refusals.js';

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
 * word counts.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `ACCOUNT_OF_PAYER_MISSING`, `NO_EMPLOYER_TO_REPAY`
 */
export function showPayment(
  { account, ...input }: ShowPaymentInput,
  state: BillingState,
  { today, actor }: CommandContext,
  { accident: { employerId } }: InvoiceFacts,
): readonly BillingEvent[] {
  invoiceIn(state, input.invoiceId, ['SUBMITTED', 'RETURNED', 'VERIFIED']);
  if (input.paidBy === 'PARTICIPANT' && !account)
    throw new Rejection(billingRefusals.ACCOUNT_OF_PAYER_MISSING());
  if (input.paidBy === 'EMPLOYER' && employerId === undefined) {
    throw new Rejection(billingRefusals.NO_EMPLOYER_TO_REPAY());
  }
  const person = input.paidBy === 'PARTICIPANT' && account ? { person: { account } } : {};
  const of = { ...input, participantId: participantOf(state), recorderId: actor.id };
  const data = { ...of, effectiveOn: today, ...person };
  return [{ type: 'InvoicePaymentShown', data }];
}

export interface CreditInvoiceInput extends OfInvoice {
  readonly amountIdr: Rupiah;
  readonly reason: VerificationReason;
  /** Number of the note. */
  readonly reference: string;
}

/**
 * Records that too much was paid of an invoice (nota kredit): whoever was paid owes it back. Its collection is not done here.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `CREDIT_NOTE_RECORDED`, `CREDIT_TOO_LARGE`
 */
export function creditInvoice(
  input: CreditInvoiceInput,
  state: BillingState,
  { today, actor }: CommandContext,
  notes: readonly CreditNote[],
): readonly BillingEvent[] {
  const known = knownInvoice(state, input.invoiceId);
  const invoice = isPaid(known) ? known : invoiceIn(state, input.invoiceId, ['APPROVED']);
  const isKnown = ({ invoiceId, reference }: CreditNote) =>
    invoiceId === input.invoiceId && reference === input.reference;
  if (notes.some(isKnown)) {
    throw new Rejection(billingRefusals.CREDIT_NOTE_RECORDED(input));
  }
  const paidIdr = paidOf(invoice);
  if (input.amountIdr > paidIdr) throw new Rejection(billingRefusals.CREDIT_TOO_LARGE({ paidIdr }));
  const of = { ...input, participantId: participantOf(state), facilityId: invoice.facilityId };
  return [{ type: 'InvoiceCredited', data: { ...of, deciderId: actor.id, effectiveOn: today } }];
}

export interface RecordRecourseInput {
  readonly accidentId: string;
  /** Number of the letter to the other payer. */
  readonly reference: string;
}

/** Jasa Raharja is asked within so many months of the accident: its own limit (reference 3.11). */
const JASA_RAHARJA_ASKED_WITHIN_MONTHS = 6;

/**
 * Records that another payer bears what BPJS has paid (piutang regres), by what it says now. Its collection is not done here.
 * @throws Rejection `NOTHING_TO_RECOVER`
 */
export function recordRecourse(
  { accidentId, reference }: RecordRecourseInput,
  state: BillingState,
  { today, actor }: CommandContext,
  { accident }: InvoiceFacts,
): readonly BillingEvent[] {
  const { otherPayer, occurredOn } = accident;
  const amountIdr = recoverableOf(state, accident);
  if (!otherPayer || amountIdr <= 0) throw new Rejection(billingRefusals.NOTHING_TO_RECOVER());
  return [
    {
      type: 'RecourseRecorded',
      data: {
        accidentId,
        participantId: participantOf(state),
        payer: otherPayer.code,
        amountIdr,
        reference,
        ...(otherPayer.code === 'JASA_RAHARJA' && { askBy: askByOf(occurredOn) }),
        deciderId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}

const askByOf = (occurredOn: LocalDate): LocalDate => addMonths(occurredOn, JASA_RAHARJA_ASKED_WITHIN_MONTHS);

/** What others bear of accepted care, and BPJS has paid all the same. */
function recoverableOf(
  { invoices, recourseIdr }: BillingState,
  { otherPayer, occurredOn, care }: InvoiceFacts['accident'],
): Rupiah {
  if (!otherPayer) return rupiah(0);
  const approved = invoices.filter(({ benefit, status }) => benefit === 'CARE' && status === 'APPROVED');
  const accepted = approved.reduce(
    (sum, { verified, creditedIdr }) => sum + (verified?.acceptedIdr ?? 0) - creditedIdr,
    0,
  );
  const ofClaim = sumRupiah(care.map(({ invoiceIdr }) => invoiceIdr));
  const here = borneBeside(otherPayer, { ofClaim, here: rupiah(accepted) }, occurredOn);
  const paid = sumRupiah(approved.map(paidOf));
  return rupiah(Math.max(0, paid + here - accepted - recourseIdr));
}
