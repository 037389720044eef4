import { type TablesIn, timelineOf } from '#followers';
import {
  DetailQuery,
  type Page,
  PastPageQuery,
  asked,
  orderedPage,
  shape,
  shownOf,
  toTimelineItem,
} from '#http';
import { type LocalDate, Rejection, type Sight, ZERO_RUPIAH, isWithin } from '#kernel';
import { query } from '#runtime';
import { INVOICE_STATUSES } from '../../domain/invoice.js';
import { billingRefusals } from '../../domain/refusals.js';
import { InvoiceDetail, InvoicePaymentItem, InvoiceSummary } from './invoice.answers.js';
import { invoiceReadModel } from './invoice.read-model.js';
import { BY_DUE, type InvoiceRow } from './invoice.tables.js';
import { owedBackOf } from './owed-back.js';

/** Every part that is given must hold. */
export class InvoiceListQuery extends shape(
  {
    status: asked.code(INVOICE_STATUSES, { optional: true }),
    accidentId: asked.uuid({ optional: true }),
    facilityId: asked.uuid({ optional: true }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'The day of its next step has passed',
    }),
  },
  PastPageQuery,
) {}

export class InvoiceQuery extends shape({}, DetailQuery) {}

interface AsSeen {
  readonly today: LocalDate;
  readonly sight: Sight;
}

/** What is due first comes first. A facility sees its own. */
export const ListInvoices = query(
  'ListInvoices',
  invoiceReadModel,
  (filter: InvoiceListQuery & AsSeen, tables): Promise<Page<InvoiceSummary>> => {
    const { status, accidentId, facilityId, overdue, today, sight } = filter;
    let rows = tables.selectFrom('invoices').selectAll();
    if (sight.facilityId !== undefined) rows = rows.where('facilityId', '=', sight.facilityId);
    if (status) rows = rows.where('status', '=', status);
    if (accidentId) rows = rows.where('accidentId', '=', accidentId);
    if (facilityId) rows = rows.where('facilityId', '=', facilityId);
    if (overdue === true) rows = rows.where('dueOn', '<', today);
    if (overdue === false) {
      rows = rows.where((where) => where.or([where('dueOn', 'is', null), where('dueOn', '>=', today)]));
    }
    return orderedPage(rows, BY_DUE, filter, (row) => summaryOf(row, today));
  },
);

/** Refuses `INVOICE_NOT_FOUND`. */
export const GetInvoice = query(
  'GetInvoice',
  invoiceReadModel,
  async ({ invoiceId, today, sight }: AsSeen & { invoiceId: string }, tables): Promise<InvoiceDetail> => {
    const row = await tables
      .selectFrom('invoices')
      .selectAll()
      .where('invoiceId', '=', invoiceId)
      .executeTakeFirst();
    if (!row || !isWithin(sight, [row.facilityId])) throw new Rejection(billingRefusals.INVOICE_NOT_FOUND());
    const [billing, payments, sameNumber, timeline] = await Promise.all([
      tables.selectFrom('billings').selectAll().where('accidentId', '=', row.accidentId).executeTakeFirst(),
      tables
        .selectFrom('payments')
        .selectAll()
        .where('invoiceId', '=', invoiceId)
        .orderBy('payBy')
        .orderBy('approvalId')
        .execute(),
      ofSameNumber(tables, row),
      timelineOf(tables, row.accidentId),
    ]);
    return {
      ...summaryOf(row, today),
      ...shownOf(InvoiceDetail, row),
      actions: `/accidents/${row.accidentId}/invoices/${row.invoiceId}/actions`,
      revision: billing?.revision ?? 0,
      owedBackIdr: owedBackOf(row, payments),
      recourseIdr: billing?.recourseIdr ?? ZERO_RUPIAH,
      benefit: sight.health ? row.benefit : null,
      results: [...row.results],
      cuts: [...row.cuts],
      sameNumber,
      payments: payments.map((payment) => shownOf(InvoicePaymentItem, payment)),
      health: sight.health ? row.health : null,
      // Another facility may have invoices of the same accident.
      timeline: sight.facilityId === undefined ? timeline.map(toTimelineItem) : [],
    };
  },
);

/** What the facility sent under the same number for other accidents. */
const ofSameNumber = (
  tables: TablesIn<typeof invoiceReadModel>,
  { invoiceId, facilityId, invoiceNumber }: InvoiceRow,
) =>
  tables
    .selectFrom('invoices')
    .select(['invoiceId', 'accidentId'])
    .where('facilityId', '=', facilityId)
    .where('invoiceNumber', '=', invoiceNumber)
    .where('invoiceId', '!=', invoiceId)
    .orderBy('submittedOn')
    .execute();

export function summaryOf(row: InvoiceRow, today: LocalDate): InvoiceSummary {
  const overdue = row.dueOn !== null && row.dueOn < today;
  return { ...shownOf(InvoiceSummary, row), overdue, turn: TURNS[row.status] };
}

/** Whose turn it is. */
const TURNS = {
  SUBMITTED: 'OFFICE',
  RETURNED: 'SENDER',
  VERIFIED: 'OFFICE',
  APPROVED: 'NOBODY',
  WITHDRAWN: 'NOBODY',
  PASSED_ON: 'NOBODY',
} as const;
