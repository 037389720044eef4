import { type CommandContext, Rejection, addDays, enforce } from '#kernel';
import { addWorkingDays, countedFrom } from '#law';
import type { BilledFor, BillingEvent, InvoiceSubmitted } from './billing.events.js';
import { type BillingState, invoiceIdOf, unpaidInvoiceIn } from './billing.js';
import type { Invoice } from './invoice.js';
import { CONTENT_POLICIES, type ContentGrounds, type InvoiceContent } from './invoice-content.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { submissionRefusals } from './submission.refusals.js';
import { mayRepeat } from './repeats.js';

export interface SubmitInvoiceInput extends InvoiceContent {
  readonly accidentId: string;
  readonly facilityId: string;
  /** The facility's own number. */
  readonly invoiceNumber: string;
  readonly benefit: BilledFor;
}

export interface ReviseInvoiceInput extends InvoiceContent {
  readonly accidentId: string;
  readonly invoiceId: string;
  readonly benefit: BilledFor;
}

/** Working days from the receipt of an invoice to its verification (reference 5.4). */
const VERIFIED_WITHIN_WORKING_DAYS = 10;

/** As often a returned invoice may come again; then people meet. */
export const MOST_RETURNS = 3;

/** Days in which a returned invoice may come again (reference 3.4). */
export const RESUBMIT_WITHIN_DAYS = 30;

/**
 * Takes an invoice with its lines (tagihan rinci): at any time in which the right has not lapsed, before the claim is approved and
 * after it, also of a stay that goes on. Sums, days and codes must agree; what repeats another is refused, what may repeat one is
 * noted for whoever verifies.
 * @throws Rejection `INVOICE_KNOWN`, `STAY_KNOWN`, `CARE_RECORDED_ALREADY`, or the code of the first content policy that objects
 */
export function submitInvoice(
  input: SubmitInvoiceInput,
  state: BillingState,
  context: CommandContext,
  facts: InvoiceFacts,
): readonly BillingEvent[] {
  const { accidentId, facilityId, invoiceNumber } = input;
  const invoiceId = invoiceIdOf(accidentId, facilityId, invoiceNumber);
  const known = state.invoices.some((one) => one.invoiceId === invoiceId);
  if (known) throw new Rejection(submissionRefusals.INVOICE_KNOWN());
  const named = { ...input, invoiceId, revision: 0, cameOn: context.today };
  const data = contentOf(named, state, context, facts);
  return [{ type: 'InvoiceSubmitted', data }];
}

/**
 * Replaces an invoice by a corrected one (perbaikan tagihan), before it is decided: as often as it has to be; one that was returned
 * within 30 days, and three times.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `TOO_LATE_TO_RESUBMIT`, or as `submitInvoice` does
 */
export function reviseInvoice(
  input: ReviseInvoiceInput,
  state: BillingState,
  context: CommandContext,
  facts: InvoiceFacts,
): readonly BillingEvent[] {
  const invoice = unpaidInvoiceIn(state, input.invoiceId, ['SUBMITTED', 'RETURNED', 'VERIFIED', 'WITHDRAWN']);
  requireTime(invoice, context);
  const { facilityId, invoiceNumber, revision, status, submittedOn } = invoice;
  const cameOn = status === 'WITHDRAWN' ? context.today : submittedOn;
  const of = { ...input, facilityId, invoiceNumber, revision: revision + 1, cameOn };
  return [{ type: 'InvoiceRevised', data: contentOf(of, state, context, facts) }];
}

/** Of one that was returned, also where it was taken back since. @throws Rejection `TOO_LATE_TO_RESUBMIT` */
function requireTime({ returned, returns }: Invoice, { today }: CommandContext): void {
  if (!returned) return;
  const { resubmitBy } = returned;
  if (today > resubmitBy || returns > MOST_RETURNS) {
    throw new Rejection(submissionRefusals.TOO_LATE_TO_RESUBMIT({ resubmitBy }));
  }
}

type Named = SubmitInvoiceInput &
  Pick<ContentGrounds, 'cameOn'> & { readonly invoiceId: string; readonly revision: number };

function contentOf(
  input: Named,
  state: BillingState,
  context: CommandContext,
  facts: InvoiceFacts,
): InvoiceSubmitted['data'] {
  const { today, actor } = context;
  enforce(CONTENT_POLICIES, { ...input, ...facts, today });
  const others = state.invoices.filter(({ invoiceId }) => invoiceId !== input.invoiceId);
  return {
    ...saidOf(input),
    participantId: facts.participantId,
    mayRepeat: mayRepeat(input, others, facts),
    verifyBy: addWorkingDays(countedFrom(context), VERIFIED_WITHIN_WORKING_DAYS),
    submitterId: actor.id,
    effectiveOn: today,
  };
}

function saidOf(input: Named) {
  const { accidentId, invoiceId, facilityId, invoiceNumber, revision, benefit, careKind, roomClass } = input;
  const { interim, admittedOn, dischargedOn, totalIdr, health } = input;
  return {
    accidentId,
    invoiceId,
    facilityId,
    invoiceNumber,
    revision,
    benefit,
    careKind,
    ...(roomClass && { roomClass }),
    interim,
    admittedOn,
    dischargedOn,
    totalIdr,
    lineCount: health.lines.length,
    health,
  };
}

/** By when a returned invoice may come again. */
export const resubmitByOf = ({ today }: Pick<CommandContext, 'today'>) =>
  addDays(today, RESUBMIT_WITHIN_DAYS);
