import { type Change, category, change, fold, newRow, put, readModel, via } from '#followers';
import type { RecordedEvent } from '#event-store';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type EventOf, type Rupiah, ZERO_RUPIAH, opened, rupiah, sumRupiah, totalOf } from '#kernel';
import type { Row } from '#postgres';
import type { BillingEvent, InvoiceHealth } from '../../domain/billing.events.js';
import type { LineResult } from '../../domain/verification.events.js';
import {
  type Cut,
  type InvoiceRow,
  approvalOfPayout,
  billings,
  invoices,
  payments,
  timeline,
} from './invoice.tables.js';

const own = category<BillingEvent>('billing');

type Of<Type extends BillingEvent['type']> = RecordedEvent<EventOf<BillingEvent, Type>>;

/** Where every invoice stands, what was found of it, and what was paid. */
export const invoiceReadModel = readModel({
  name: 'invoice',
  version: 5,
  own: [own],
  also: [category<PayoutEvent>('payout')],
  tables: { billings, invoices, approvalOfPayout, payments, timeline },
  story: [own],
  on: {
    InvoiceSubmitted: (event) => [seen(event), put(invoices, submitted(event))],
    InvoiceRevised: (event) => [
      seen(event),
      change(
        invoices,
        event.data.invoiceId,
        ({ submittedOn, paidBy, returns, approvedIdr, payableIdr, creditedIdr }) => ({
          ...submitted(event),
          submittedOn,
          paidBy,
          returns,
          approvedIdr,
          payableIdr,
          creditedIdr,
        }),
      ),
    ],
    InvoiceReturned: (event) => [
      seen(event),
      invoice(event, ({ returns }) => ({
        status: 'RETURNED',
        dueOn: event.data.resubmitBy,
        returns: returns + 1,
        returnedFor: event.data.reasons,
        acceptedIdr: null,
        results: [],
        cuts: [],
      })),
    ],
    InvoiceReadmitted: (event) => [
      seen(event),
      invoice(event, () => ({
        status: 'RETURNED',
        returns: 0,
        dueOn: event.data.resubmitBy,
        passedOnTo: null,
        acceptedIdr: null,
        results: [],
        cuts: [],
      })),
    ],
    InvoiceWithdrawn: (event) => [seen(event), invoice(event, () => ({ status: 'WITHDRAWN', dueOn: null }))],
    InvoiceVerified: (event) => [
      seen(event),
      invoice(event, ({ health }) => ({
        status: 'VERIFIED',
        dueOn: event.data.payBy,
        acceptedIdr: event.data.acceptedIdr,
        results: event.data.lines,
        cuts: cutsOf(event.data.lines, health),
      })),
    ],
    InvoicePaymentShown: (event) => [seen(event), invoice(event, () => ({ paidBy: event.data.paidBy }))],
    InvoiceEndorsed: (event) => [seen(event), invoice(event, () => ({}))],
    InvoiceApproved: (event) => [
      seen(event),
      invoice(event, ({ approvedIdr, payableIdr }) => ({
        status: 'APPROVED',
        dueOn: null,
        approvedIdr: rupiah(approvedIdr + paidIn(event)),
        payableIdr: rupiah(payableIdr + (event.data.payable?.amountIdr ?? 0)),
      })),
      ...event.data.payments.map(({ payee, amountIdr }) =>
        put(payments, {
          ...newRow(payments, event.data),
          approvalId: event.id,
          payee,
          amountIdr,
          cameBackIdr: ZERO_RUPIAH,
        }),
      ),
    ],
    InvoicePassedOn: (event) => [
      seen(event),
      invoice(event, () => ({ status: 'PASSED_ON', dueOn: null, passedOnTo: event.data.to })),
    ],
    InvoiceCredited: (event) => [
      seen(event),
      invoice(event, ({ creditedIdr, ...row }) => ({
        creditedIdr: rupiah(creditedIdr + event.data.amountIdr),
        ...lessCredited(row, event.data.amountIdr),
      })),
    ],
    RecourseRecorded: (event) => [seen(event, event.data.amountIdr)],
    PayoutOrdered: ({ data: { source, payoutId } }) =>
      source.kind === 'INVOICE'
        ? [
            put(approvalOfPayout, { payoutId, approvalId: source.eventId }),
            change(payments, source.eventId, (row) => ({ ...row, payoutId, status: 'ORDERED' as const })),
          ]
        : [],
    PayoutInstructed: ({ data }) => [payment(data.payoutId, { status: 'INSTRUCTED' })],
    PayoutAccepted: ({ data }) => [payment(data.payoutId, { status: 'ACCEPTED' })],
    PayoutSettled: ({ data: { payoutId, settledOn, bankReference } }) => [
      payment(payoutId, { status: 'SETTLED', settledOn, bankReference }),
    ],
    PayoutReturned: ({ data }) => [payment(data.payoutId, { status: 'RETURNED', settledOn: null })],
    SettledPayoutReturned: ({ data }) => [payment(data.payoutId, { status: 'RETURNED', settledOn: null })],
    PayoutPartReturned: ({ data: { payoutId, amountIdr } }) => [
      ofPayout(payoutId, (row) => ({ cameBackIdr: sumRupiah([row.cameBackIdr, amountIdr]) })),
    ],
    PayoutAccountCorrected: ({ data }) => [payment(data.payoutId, { status: 'ACCOUNT_CORRECTED' })],
    PayoutAccountConfirmed: ({ data }) => [payment(data.payoutId, { status: 'ORDERED' })],
    PayoutCancelled: ({ data }) => [payment(data.payoutId, { status: 'CANCELLED' })],
  },
});

/** Something happened to the invoices of an accident. */
function seen({ data, revision }: Of<BillingEvent['type']>, recourseIdr: Rupiah = ZERO_RUPIAH): Change {
  const { accidentId, participantId } = data;
  return fold(billings, accidentId, (row) => ({
    accidentId,
    participantId,
    recourseIdr: rupiah((row?.recourseIdr ?? 0) + recourseIdr),
    revision: Number(revision),
  }));
}

const invoice = (
  { data: { invoiceId } }: { readonly data: { readonly invoiceId: string } },
  columns: (row: InvoiceRow) => Partial<InvoiceRow>,
): Change => change(invoices, invoiceId, (row) => ({ ...row, ...columns(row) }));

const submitted = ({ data }: Of<'InvoiceSubmitted' | 'InvoiceRevised'>): InvoiceRow => ({
  ...newRow(invoices, data),
  health: opened(data.health) ?? null,
  revised: data.revision,
  status: 'SUBMITTED',
  submittedOn: data.effectiveOn,
  dueOn: data.verifyBy,
  returns: 0,
  returnedFor: [],
  results: [],
  cuts: [],
  approvedIdr: ZERO_RUPIAH,
  payableIdr: ZERO_RUPIAH,
  creditedIdr: ZERO_RUPIAH,
});

const paidIn = ({ data }: Of<'InvoiceApproved'>): Rupiah => totalOf(data.payments);

/** Credited is what somebody was paid; where an insurer had paid, and is not settled with here, it is owed so much less. */
function lessCredited(
  { approvedIdr, payableIdr }: Pick<InvoiceRow, 'approvedIdr' | 'payableIdr'>,
  creditedIdr: Rupiah,
): Pick<InvoiceRow, 'approvedIdr' | 'payableIdr'> {
  const ofPaid = Math.min(approvedIdr, creditedIdr);
  return {
    approvedIdr: rupiah(approvedIdr - ofPaid),
    payableIdr: rupiah(payableIdr - (creditedIdr - ofPaid)),
  };
}

/** How much was cut for each reason; nobody can say once the lines are erased. */
function cutsOf(results: readonly LineResult[], health: InvoiceHealth | null): readonly Cut[] {
  if (!health) return [];
  const cuts = new Map<Cut['reason'], Rupiah>();
  for (const { line, reason, acceptedIdr } of results) {
    const billedIdr = health.lines.find((one) => one.line === line)?.amountIdr ?? acceptedIdr;
    cuts.set(reason, rupiah((cuts.get(reason) ?? 0) + billedIdr - acceptedIdr));
  }
  return [...cuts].map(([reason, cutIdr]) => ({ reason, cutIdr }));
}

type PaymentRow = Row<typeof payments>;

/** Moves a payment of an invoice on. Other payments are of none, and change nothing. */
const payment = (payoutId: string, moved: Partial<PaymentRow>): Change => ofPayout(payoutId, () => moved);

const ofPayout = (payoutId: string, moved: (row: PaymentRow) => Partial<PaymentRow>): Change =>
  change(
    payments,
    via(approvalOfPayout, payoutId, ({ approvalId }) => approvalId),
    (row) => ({ ...row, ...moved(row) }),
  );
