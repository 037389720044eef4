import {
  type Actor,
  type EventOf,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  derivedId,
  evolveBy,
  opened,
  requireSight,
  rupiah,
  stream,
} from '#kernel';
import type { BillingEvent } from './billing.events.js';
import { billingRefusals } from './refusals.js';
import { type InvoiceStatus, type Invoice, type FoundOf, handsOf, endorsersOf, isPaid } from './invoice.js';

/** With somebody whose hand nothing else of the invoice tells. */
const withHand = (invoice: Invoice, hand: string | undefined): Pick<Invoice, 'otherHands'> =>
  hand === undefined ? {} : { otherHands: [...new Set([...(invoice.otherHands ?? []), hand])] };

/** All invoices of one accident. */
export interface BillingState {
  readonly participantId?: string;
  readonly invoices: readonly Invoice[];
  /** What other payers owe of what BPJS has paid. */
  readonly recourseIdr: Rupiah;
}

/** The identity of an invoice: facility and number, for the accident, which knows it by the same (`invoice-name.ts` of accidents). */
export const invoiceIdOf = (accidentId: string, facilityId: string, invoiceNumber: string): string =>
  derivedId('invoice', accidentId, facilityId, invoiceNumber);

/** The invoices of an accident: `billing-<accident id>`. */
export const billings = stream<BillingState, BillingEvent>('billing', {
  initial: { invoices: [], recourseIdr: ZERO_RUPIAH },
  evolve(state, event) {
    if (event.type === 'InvoiceSubmitted' || event.type === 'InvoiceRevised')
      return withInvoice(state, event);
    if (event.type === 'RecourseRecorded') {
      return { ...state, recourseIdr: rupiah(state.recourseIdr + event.data.amountIdr) };
    }
    return {
      ...state,
      invoices: state.invoices.map((invoice) =>
        invoice.invoiceId === event.data.invoiceId ? { ...invoice, ...changed(invoice, event) } : invoice,
      ),
    };
  },
});

function withInvoice(
  state: BillingState,
  { data }: EventOf<BillingEvent, 'InvoiceSubmitted' | 'InvoiceRevised'>,
): BillingState {
  const { accidentId: _stream, participantId, lineCount: _ofLines, effectiveOn, health, ...said } = data;
  const before = state.invoices.find(({ invoiceId }) => invoiceId === data.invoiceId);
  const invoice: Invoice = {
    ...said,
    status: 'SUBMITTED',
    submittedOn: before?.submittedOn ?? effectiveOn,
    ...(opened(health) && { health: opened(health) }),
    returns: before?.returns ?? 0,
    ...(before?.paidBy && { paidBy: before.paidBy }),
    ...(before?.account && { account: before.account }),
    ...handsBefore(said.submitterId, before),
    payments: before?.payments ?? [],
    creditedIdr: before?.creditedIdr ?? ZERO_RUPIAH,
    ...(before?.creditedForCutsIdr && { creditedForCutsIdr: before.creditedForCutsIdr }),
  };
  const others = state.invoices.filter((one) => one !== before);
  return { ...state, participantId, invoices: [...others, invoice] };
}

function handsBefore(submitterId: string, before: Invoice | undefined): Pick<Invoice, 'otherHands'> {
  const hands = before ? handsOf(before).filter((hand) => hand !== submitterId) : [];
  return hands.length > 0 ? { otherHands: [...new Set(hands)] } : {};
}

type OfOneInvoice = Exclude<BillingEvent['type'], 'InvoiceSubmitted' | 'InvoiceRevised' | 'RecourseRecorded'>;

const changed = evolveBy<Invoice, EventOf<BillingEvent, OfOneInvoice>, Partial<Invoice>>(
  {
    InvoiceReturned: (invoice, { data: { reasons, resubmitBy } }) => ({
      status: 'RETURNED',
      returns: invoice.returns + 1,
      returned: { reasons, resubmitBy },
      ...notVerified(invoice),
    }),
    InvoiceReadmitted: (invoice, { data: { resubmitBy } }) => ({
      status: 'RETURNED',
      passedOnTo: undefined,
      ...notVerified(invoice),
      returns: 0,
      returned: { reasons: invoice.returned?.reasons ?? [], resubmitBy },
    }),
    InvoiceWithdrawn: () => ({ status: 'WITHDRAWN' }),
    InvoiceVerified: verified,
    InvoicePaymentShown: (invoice, { data: { person, paidBy, recorderId } }) => ({
      paidBy,
      account: opened(person)?.account,
      ...notEndorsed(invoice),
      ...withHand(invoice, recorderId),
    }),
    InvoiceEndorsed: endorsed,
    InvoiceApproved: approved,
    InvoicePassedOn: (_invoice, { data }) => ({ status: 'PASSED_ON', passedOnTo: data.to }),
    InvoiceCredited: credited,
  },
  'billing event',
);

/** Whoever verified it before has had a hand in it still. */
const notVerified = (invoice: Invoice): Pick<Invoice, 'verified' | 'otherHands'> => ({
  verified: undefined,
  ...withHand(invoice, invoice.verified?.verifierId),
});

export function verified(
  invoice: Invoice,
  { data }: EventOf<BillingEvent, 'InvoiceVerified'>,
): Partial<Invoice> {
  const { lines, acceptedIdr, verifierId, referencePriceIdr, payBy, notesReplaced } = data;
  const before = invoice.verified?.verifierId;
  const approvedAs = invoice.approvedAs ?? approvedAsOf(invoice);
  return {
    status: 'VERIFIED',
    ...notEndorsed(invoice),
    ...(approvedAs && { approvedAs }),
    ...(notesReplaced && { creditedForCutsIdr: invoice.creditedIdr }),
    // The one that had them replaced counts no more: nobody has approved it.
    ...(notesReplaced === false && { creditedForCutsIdr: approvedAs?.creditedForCutsIdr }),
    ...(before !== verifierId && withHand(invoice, before)),
    verified: { lines, acceptedIdr, verifierId, payBy, ...(referencePriceIdr && { referencePriceIdr }) },
  };
}

const approvedAsOf = ({ status, verified: found, creditedForCutsIdr }: Invoice): FoundOf | undefined =>
  status === 'APPROVED' && found
    ? { lines: found.lines, ...(creditedForCutsIdr && { creditedForCutsIdr }) }
    : undefined;

function endorsed(
  invoice: Invoice,
  { data: { endorserId, payee, amountIdr } }: EventOf<BillingEvent, 'InvoiceEndorsed'>,
): Partial<Invoice> {
  const endorsedFor = { ...(payee && { payee }), amountIdr };
  return { endorsedBy: [...(endorsersOf(invoice, endorsedFor) ?? []), endorserId], endorsedFor };
}

function approved(
  invoice: Invoice,
  { data: { payments, payable, notPaidIdr } }: EventOf<BillingEvent, 'InvoiceApproved'>,
): Partial<Invoice> {
  return {
    status: 'APPROVED',
    ...(invoice.approvedAs && { approvedAs: undefined }),
    payments: [...invoice.payments, ...payments],
    // Others bear care alone: what is not paid of anything else is above a ceiling.
    ...(invoice.benefit === 'CARE' && { leftToOthersIdr: notPaidIdr > 0 ? notPaidIdr : undefined }),
    ...(payable && { payableIdr: rupiah((invoice.payableIdr ?? 0) + payable.amountIdr) }),
    ...notEndorsed(invoice),
  };
}

function credited(
  { creditedIdr: before, creditedForCutsIdr = ZERO_RUPIAH }: Invoice,
  { data: { amountIdr, forCuts } }: EventOf<BillingEvent, 'InvoiceCredited'>,
): Partial<Invoice> {
  const creditedIdr = rupiah(before + amountIdr);
  return forCuts
    ? { creditedIdr, creditedForCutsIdr: rupiah(creditedForCutsIdr + amountIdr) }
    : { creditedIdr };
}

const notEndorsed = ({ endorsedBy }: Invoice): Pick<Invoice, 'endorsedBy' | 'endorsedFor'> =>
  endorsedBy ? { endorsedBy: undefined, endorsedFor: undefined } : {};

/**
 * An invoice within sight. A facility sees its own.
 * @throws Rejection `INVOICE_NOT_FOUND`
 */
export function knownInvoice(state: BillingState, invoiceId: string): Invoice {
  const invoice = state.invoices.find((one) => one.invoiceId === invoiceId);
  if (!invoice) throw new Rejection(billingRefusals.INVOICE_NOT_FOUND());
  return invoice;
}

/** @throws Rejection `INVOICE_NOT_FOUND` to a facility of which it is not */
export function requireInvoiceInSight(state: BillingState, invoiceId: string, actor: Actor): void {
  const invoice = state.invoices.find((one) => one.invoiceId === invoiceId);
  requireSight(actor, [invoice?.facilityId], billingRefusals.INVOICE_NOT_FOUND);
}

/** An invoice in one of these situations. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
export function invoiceIn(
  state: BillingState,
  invoiceId: string,
  statuses: readonly InvoiceStatus[],
): Invoice {
  const invoice = knownInvoice(state, invoiceId);
  if (!statuses.includes(invoice.status)) {
    throw new Rejection(billingRefusals[`INVOICE_${invoice.status}`]());
  }
  return invoice;
}

/** One of which nothing was paid yet. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
export function unpaidInvoiceIn(
  state: BillingState,
  invoiceId: string,
  statuses: readonly InvoiceStatus[],
): Invoice {
  const invoice = invoiceIn(state, invoiceId, statuses);
  if (isPaid(invoice)) throw new Rejection(billingRefusals.INVOICE_APPROVED());
  return invoice;
}

/** Of whom the invoices are. @throws Error where there are none */
export function participantOf({ participantId }: BillingState): string {
  if (participantId === undefined) throw new Error('An invoice of nobody');
  return participantId;
}
