import { type CommandContext, Rejection } from '#kernel';
import type { CareBearer } from '#law';
import type { BillingEvent } from './billing.events.js';
import type { VerificationReason } from './verification.events.js';
import { type BillingState, participantOf, unpaidInvoiceIn } from './billing.js';
import { billingRefusals } from './refusals.js';
import { verificationRefusals } from './verification.refusals.js';
import { resubmitByOf } from './submit-invoice.js';

interface OfInvoice {
  readonly accidentId: string;
  readonly invoiceId: string;
}

export interface ReturnInvoiceInput extends OfInvoice {
  readonly reasons: readonly VerificationReason[];
}

/** For these an invoice is returned; for the others a line is cut (reference 3.4). */
export const RETURNING_REASONS: readonly VerificationReason[] = [
  'V-01',
  'V-02',
  'V-03',
  'V-04',
  'V-08',
  'V-12',
  'V-14',
];

/**
 * Gives an invoice back to whoever sent it, with the numbers of what is wrong (pengembalian tagihan). It may come again within 30 days.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `REASON_RETURNS_NOTHING`
 */
export function returnInvoice(
  { accidentId, invoiceId, reasons }: ReturnInvoiceInput,
  state: BillingState,
  context: CommandContext,
): readonly BillingEvent[] {
  const { revision } = unpaidInvoiceIn(state, invoiceId, ['SUBMITTED', 'VERIFIED']);
  if (!reasons.every((one) => RETURNING_REASONS.includes(one))) {
    throw new Rejection(verificationRefusals.REASON_RETURNS_NOTHING());
  }
  return [
    {
      type: 'InvoiceReturned',
      data: {
        accidentId,
        participantId: participantOf(state),
        invoiceId,
        revision,
        reasons: [...new Set(reasons)],
        resubmitBy: resubmitByOf(context),
        verifierId: context.actor.id,
        effectiveOn: context.today,
      },
    },
  ];
}

export interface ReadmitInvoiceInput extends OfInvoice {
  /** Number of the minutes of the meeting, or of the determination. */
  readonly reference: string;
}

/**
 * Lets an invoice come again (penerimaan kembali tagihan): one that was returned after a meeting, whatever became of its time, also where
 * it was taken back since; one that was passed on where an authority has determined since that JKK bears it (reference 2.11).
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`
 */
export function readmitInvoice(
  input: ReadmitInvoiceInput,
  state: BillingState,
  context: CommandContext,
): readonly BillingEvent[] {
  const { status, returned } = unpaidInvoiceIn(state, input.invoiceId, [
    'RETURNED',
    'WITHDRAWN',
    'PASSED_ON',
  ]);
  // One that was taken back before anybody returned it comes again without a meeting.
  if (status === 'WITHDRAWN' && !returned) throw new Rejection(billingRefusals.INVOICE_WITHDRAWN());
  const deciderId = context.actor.id;
  const of = { ...input, participantId: participantOf(state), deciderId };
  const data = { ...of, resubmitBy: resubmitByOf(context), effectiveOn: context.today };
  return [{ type: 'InvoiceReadmitted', data }];
}

export type WithdrawInvoiceInput = OfInvoice;

/** Takes an invoice back before it is decided. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
export function withdrawInvoice(
  { accidentId, invoiceId }: WithdrawInvoiceInput,
  state: BillingState,
  { today }: CommandContext,
): readonly BillingEvent[] {
  unpaidInvoiceIn(state, invoiceId, ['SUBMITTED', 'RETURNED', 'VERIFIED']);
  const participantId = participantOf(state);
  return [{ type: 'InvoiceWithdrawn', data: { accidentId, participantId, invoiceId, effectiveOn: today } }];
}

export interface PassInvoiceOnInput extends OfInvoice {
  readonly to: CareBearer;
  /** Number of the letter to the facility. */
  readonly reference: string;
}

/**
 * Tells whoever sent an invoice that JKK does not bear it, and whom to bill instead (pengalihan tagihan): no work accident, no cover,
 * or nothing that can be verified. What was paid of it already stays paid.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`
 */
export function passInvoiceOn(
  input: PassInvoiceOnInput,
  state: BillingState,
  { today, actor }: CommandContext,
): readonly BillingEvent[] {
  unpaidInvoiceIn(state, input.invoiceId, ['SUBMITTED', 'RETURNED', 'VERIFIED']);
  const participantId = participantOf(state);
  const data = { ...input, participantId, deciderId: actor.id, effectiveOn: today };
  return [{ type: 'InvoicePassedOn', data }];
}
