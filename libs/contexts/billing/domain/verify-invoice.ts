import { type CommandContext, Rejection, type Rupiah, rupiah, sumRupiah } from '#kernel';
import { addWorkingDays } from '#law';
import type { BillingEvent, InvoiceHealth, InvoiceLine } from './billing.events.js';
import type { LineResult, VerificationReason } from './verification.events.js';
import { type BillingState, invoiceIn, participantOf } from './billing.js';
import { type Invoice, isPaid, notedOf, openLinesOf, paidOf } from './invoice.js';
import { careWeighed } from './care-weighed.js';
import { closedLinesOf, decidedOfLine, isLineDecided, notedBefore } from './found-before.js';
import { isTraffic } from './invoice-content.js';
import { type InvoiceFacts, type Tariffs, isGuaranteed } from './invoice-facts.js';
import { isAboveClass, limitOf } from './line-limits.js';
import { creditRefusals } from './credit.refusals.js';
import { verificationRefusals } from './verification.refusals.js';
import { requireNotOfTheClaim } from './repeats.js';
import { RETURNING_REASONS } from './return-invoice.js';

export interface VerifyInvoiceInput {
  readonly accidentId: string;
  readonly invoiceId: string;
  /** Lines that are not accepted as billed; the others are, as far as tariff and doubles allow. */
  readonly lines: readonly {
    readonly line: number;
    readonly acceptedIdr: Rupiah;
    readonly reason: VerificationReason;
  }[];
  /** Somebody looked at the invoices that it may repeat: they are others. */
  readonly apart?: boolean;
  /** Of a reimbursement: the PLKK whose tariff stands for class I of a government hospital. */
  readonly tariffOf?: string;
  /** The number of the review: of what was not medically needed (V-06), and of large reimbursements. */
  readonly medicalReview?: string;
  readonly referencePriceIdr?: Rupiah;
  /** Where a line is cut further of what notes have credited: whether these stand beside the cut, or the cut in their place. */
  readonly notes?: NotesBeside;
}

/** What becomes of the notes of an invoice when a line of it is cut further. */
export const NOTES_BESIDE = ['STAND', 'REPLACED'] as const;
export type NotesBeside = (typeof NOTES_BESIDE)[number];

/** What a verification rests on beside the invoice. */
export interface VerificationFacts extends InvoiceFacts {
  /** The agreed prices of `tariffOf` from the day of the admission on. */
  readonly ceiling?: Tariffs;
}

/** Working days from the acceptance of an invoice to its payment (contract value, P-9). */
const PAID_WITHIN_WORKING_DAYS = 14;

/** Above it a medical reviewer looks at every reimbursement (reference 2.6). */
const REVIEWED_ABOVE_IDR = rupiah(25_000_000);

/**
 * Verifies an invoice line by line (verifikasi tagihan). What is above the agreed price and what stands there twice is cut by itself;
 * a person cuts with a numbered reason. A line that waits for a letter (V-09) is accepted by verifying once more, also after the rest
 * was approved: what was cut of the other lines stays cut, unless such a line is named again.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `HEALTH_ERASED`, `SENDER_CANNOT_VERIFY`, `CARE_RECORDED_ALREADY`, `FIRST_PAYER_NOT_NAMED`,
 *   `MAY_BE_REPEATED`, `MEDICAL_REVIEWER_NOT_NAMED`, `CEILING_UNKNOWN`, `MEDICAL_REVIEW_MISSING`, `REFERENCE_PRICE_MISSING`, `REASON_CUTS_NOTHING`,
 *   `NO_SUCH_LINE`, `LINE_ABOVE_LIMIT`, `LINE_DECIDED_ALREADY`, `CREDITED_BY_NOTE`
 */
export function verifyInvoice(
  input: VerifyInvoiceInput,
  state: BillingState,
  { today, actor }: CommandContext,
  facts: VerificationFacts,
): readonly BillingEvent[] {
  const invoice = openInvoice(state, input.invoiceId);
  if (invoice.submitterId === actor.id) throw new Rejection(verificationRefusals.SENDER_CANNOT_VERIFY());
  if (!isPaid(invoice)) requireNotOfTheClaim(invoice, facts);
  requireOpenLines(input, invoice);
  const { health, revision } = invoice;
  if (!health) throw new Rejection(verificationRefusals.HEALTH_ERASED());
  requireGrounds(input, invoice, health, facts);
  const tariffs = (isGuaranteed(invoice, facts) ? facts.plkk.tariffs : facts.ceiling) ?? [];
  const { roomClass } = invoice;
  const lines = resultsOf(input.lines, health.lines, { tariffs, roomClass, before: closedLinesOf(invoice) });
  const accepted = sumRupiah(health.lines.map((line) => acceptedOf(line, lines)));
  const notesReplaced = areNotesReplaced(input, invoice, isCutFurther(invoice, health.lines, lines));
  return [
    {
      type: 'InvoiceVerified',
      data: {
        accidentId: input.accidentId,
        participantId: participantOf(state),
        invoiceId: input.invoiceId,
        revision,
        lines,
        acceptedIdr: accepted,
        ...groundsOf(input),
        ...(notesReplaced !== undefined && { notesReplaced }),
        weighedIdr: careWeighed(unpaidOf(invoice, accepted, notesReplaced), state, facts),
        payBy: addWorkingDays(today, PAID_WITHIN_WORKING_DAYS),
        verifierId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}

/** What the cut of a line may rest on beside its reason, as far as somebody named it. */
const groundsOf = ({ tariffOf, medicalReview, referencePriceIdr }: VerifyInvoiceInput) => ({
  ...(tariffOf && { tariffOf }),
  ...(medicalReview && { medicalReview }),
  ...(referencePriceIdr && { referencePriceIdr }),
});

/** A line that was decided waits for no letter. @throws Rejection `LINE_DECIDED_ALREADY` */
function requireOpenLines({ lines }: VerifyInvoiceInput, invoice: Invoice): void {
  const reopened = lines.find(({ line, reason }) => reason === 'V-09' && isLineDecided(invoice, line));
  if (reopened) throw new Rejection(verificationRefusals.LINE_DECIDED_ALREADY({ line: reopened.line }));
}

/** Whether what is cut further stands in the place of notes. @throws Rejection `CREDITED_BY_NOTE` where nobody says whether it does */
function areNotesReplaced(
  { notes }: VerifyInvoiceInput,
  invoice: Invoice,
  isCut: boolean,
): boolean | undefined {
  const creditedIdr = notedBefore(invoice);
  if (creditedIdr > 0 && isCut) {
    if (notes === undefined) throw new Rejection(creditRefusals.CREDITED_BY_NOTE({ creditedIdr }));
    if (notes === 'REPLACED') return true;
  }
  // They were by a verification that nobody has approved.
  return notedOf(invoice) < creditedIdr ? false : undefined;
}

/** What is to be paid of what is accepted now, where nobody else bears of it; as the approval has it (`acceptedNow`). */
const unpaidOf = (invoice: Invoice, acceptedIdr: Rupiah, notesReplaced = false): Rupiah =>
  rupiah(Math.max(0, acceptedIdr - (notesReplaced ? 0 : notedBefore(invoice)) - paidOf(invoice)));

/** One that is not decided, or of which a line is still open. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
function openInvoice(state: BillingState, invoiceId: string): Invoice {
  const invoice = invoiceIn(state, invoiceId, ['SUBMITTED', 'VERIFIED', 'APPROVED']);
  return invoice.status === 'APPROVED' && openLinesOf(invoice).length === 0
    ? invoiceIn(state, invoiceId, ['SUBMITTED', 'VERIFIED'])
    : invoice;
}

function requireGrounds(
  { lines, apart, tariffOf, medicalReview, referencePriceIdr }: VerifyInvoiceInput,
  invoice: Invoice,
  health: InvoiceHealth,
  facts: VerificationFacts,
): void {
  const { accident, ceiling = [] } = facts;
  if (isTraffic(accident, health) && !accident.otherPayer) {
    throw new Rejection(verificationRefusals.FIRST_PAYER_NOT_NAMED());
  }
  if (invoice.mayRepeat.length > 0 && !apart) throw new Rejection(verificationRefusals.MAY_BE_REPEATED());
  if (medicalReview === undefined && lines.some(({ reason }) => reason === 'V-06')) {
    throw new Rejection(verificationRefusals.MEDICAL_REVIEWER_NOT_NAMED());
  }
  if (invoice.benefit === 'PROSTHESIS' && referencePriceIdr === undefined) {
    throw new Rejection(verificationRefusals.REFERENCE_PRICE_MISSING());
  }
  if (isGuaranteed(invoice, facts)) return;
  if (invoice.benefit === 'CARE' && (tariffOf === undefined || hasNoPrices(ceiling))) {
    throw new Rejection(verificationRefusals.CEILING_UNKNOWN());
  }
  if (invoice.totalIdr > REVIEWED_ABOVE_IDR && medicalReview === undefined) {
    throw new Rejection(verificationRefusals.MEDICAL_REVIEW_MISSING({ aboveIdr: REVIEWED_ABOVE_IDR }));
  }
}

const hasNoPrices = (tariffs: Tariffs): boolean => tariffs.every(({ tariff }) => tariff.length === 0);

/** What of a line is accepted by these results. */
export const acceptedOf = ({ line, amountIdr }: InvoiceLine, results: readonly LineResult[]): Rupiah =>
  results.find((one) => one.line === line)?.acceptedIdr ?? amountIdr;

/** Less is accepted of a line than was approved of it before: a note may have taken the same off already. */
const isCutFurther = (
  invoice: Invoice,
  lines: readonly InvoiceLine[],
  results: readonly LineResult[],
): boolean =>
  lines.some((one) => acceptedOf(one, results) < (decidedOfLine(invoice, one.line) ?? one.amountIdr));

/** What the results of lines follow from that nobody names. */
interface FoundBy {
  readonly tariffs: Tariffs;
  readonly roomClass?: Invoice['roomClass'];
  readonly before: readonly LineResult[];
}

/** @throws Rejection `REASON_CUTS_NOTHING`, `NO_SUCH_LINE`, `LINE_ABOVE_LIMIT`, `ROOM_ABOVE_CLASS` */
function resultsOf(
  said: VerifyInvoiceInput['lines'],
  lines: readonly InvoiceLine[],
  by: FoundBy,
): readonly LineResult[] {
  for (const { line, reason } of said) {
    if (RETURNING_REASONS.includes(reason)) throw new Rejection(verificationRefusals.REASON_CUTS_NOTHING());
    const isOne =
      lines.some((one) => one.line === line) && said.filter((one) => one.line === line).length === 1;
    if (!isOne) throw new Rejection(verificationRefusals.NO_SUCH_LINE({ line }));
  }
  return lines.flatMap((line) => {
    const limit = limitOf(line, lines, by);
    const result = said.find((one) => one.line === line.line);
    if (!result) return unsaid(line, limit, by);
    const atMostIdr = limit?.acceptedIdr ?? line.amountIdr;
    if (result.acceptedIdr > atMostIdr) {
      throw new Rejection(verificationRefusals.LINE_ABOVE_LIMIT({ line: line.line, atMostIdr }));
    }
    if (result.reason === 'V-09')
      return [{ line: line.line, reason: 'V-09', acceptedIdr: rupiah(0), open: true }];
    return result.acceptedIdr < line.amountIdr ? [result] : [];
  });
}

/** Of a line that nobody names: what was cut before, or its limit where that is less. @throws Rejection `ROOM_ABOVE_CLASS` */
function unsaid(
  line: InvoiceLine,
  limit: ReturnType<typeof limitOf>,
  { roomClass, before }: FoundBy,
): readonly LineResult[] {
  const cut = before.find((one) => one.line === line.line);
  if (cut && cut.acceptedIdr <= (limit?.acceptedIdr ?? line.amountIdr)) return [cut];
  if (limit) return [{ line: line.line, ...limit }];
  if (isAboveClass(line, roomClass)) {
    throw new Rejection(verificationRefusals.ROOM_ABOVE_CLASS({ line: line.line }));
  }
  return [];
}
