import { asPdf } from '#documents';
import { type Language, type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { type LocalDate, Rejection, formatRupiah, rupiah, sumRupiah } from '#kernel';
import { calendarMark, labourIntensiveReliefIn } from '#law';
import { query } from '#runtime';
import { dues, openBills, owedFor } from '../../domain/dues.js';
import { duesRefusals, reportRefusals } from '../../domain/refusals.js';
import {
  BillItem,
  type DuesAnswer,
  PaymentCorrectionItem,
  PaymentItem,
  type ReliefItem,
  type RemarkItem,
  ReportItem,
} from './dues.answers.js';
import {
  BY_DAY,
  BY_LINE,
  BY_MONTH,
  BY_REPORTED_MONTH,
  BY_REQUEST,
  PAYMENT_CORRECTION_STATUSES,
  type BillRow,
  duesReadModel,
} from './dues.read-model.js';
import { receiptOfEmployer } from './printed.js';

/** The part of a list that is asked for. */
export class BillListQuery extends shape({ from: asked.month({ optional: true }) }, PastPageQuery) {}

interface OfEmployer {
  readonly employerId: string;
}

/** What can be done about all of it is told in one place. */
const actionsOf = ({ employerId }: OfEmployer): string => `/employers/${employerId}/dues/actions`;

/** Where an employer stands on a day. One of whom nothing is known owes nothing. */
export const GetDues = query(
  'GetDues',
  duesReadModel,
  async ({ employerId, today }: OfEmployer & { today: LocalDate }, tables): Promise<DuesAnswer> => {
    const row = await tables
      .selectFrom('accounts')
      .selectAll()
      .where('employerId', '=', employerId)
      .executeTakeFirst();
    const known = row?.known ?? dues.initial;
    const open = openBills(known);
    const owed = open.map(([period, bill]) => owedFor(period, bill, today));
    const outstandingIdr = sumRupiah(owed.map(({ contributionIdr }) => contributionIdr));
    const fineIdr = sumRupiah(owed.map((one) => one.fineIdr));
    return {
      revision: row?.revision ?? null,
      actions: actionsOf({ employerId }),
      creditIdr: rupiah(Math.max(0, known.creditIdr)),
      outstandingIdr,
      fineIdr,
      toPayIdr: rupiah(Math.max(0, outstandingIdr + fineIdr - known.creditIdr)),
      arrears: open.filter(([, { dueOn }]) => dueOn < today).map(([period]) => period),
      paymentsUnconfirmed: known.backDatedBy.length > 0,
    };
  },
);

/** Oldest first. */
export const ListBills = query(
  'ListBills',
  duesReadModel,
  (filter: BillListQuery & OfEmployer & { today: LocalDate }, tables): Promise<Page<BillItem>> => {
    let rows = tables.selectFrom('bills').selectAll().where('employerId', '=', filter.employerId);
    if (filter.from !== undefined) rows = rows.where('period', '>=', filter.from);
    return orderedPage(rows, BY_MONTH, filter, (row) => toBill(row, filter.today));
  },
);

function toBill(row: BillRow, today: LocalDate): BillItem {
  const bill = { ...row, reliefIdr: row.reliefOpenIdr };
  const { contributionIdr: outstandingIdr, monthsLate, fineIdr } = owedFor(row.period, bill, today);
  return {
    ...shownOf(BillItem, row),
    components: Object.entries(row.components).map(([code, amountIdr]) => ({ code, amountIdr })),
    relief: reliefOf(row),
    outstandingIdr,
    calendar: calendarMark([row.dueOn]) ?? null,
    monthsLate,
    fineIdr,
    finesPaidIdr: row.finesIdr,
  };
}

function reliefOf({ period, components, ...row }: BillRow): ReliefItem | null {
  const relief = row.reliefIdr > 0 ? labourIntensiveReliefIn(period) : undefined;
  if (!relief) return null;
  const { due, payBy, law, article } = relief;
  const jkk = components['CONTRIB_JKK'] ?? 0;
  const [full, less, left] = [jkk + row.reliefIdr, row.reliefIdr, jkk].map(formatRupiah);
  return {
    amountIdr: row.reliefIdr,
    lostIdr: row.reliefLostIdr,
    openIdr: row.reliefOpenIdr,
    payBy,
    law,
    article,
    arithmetic: `${due}% of JKK: ${full} - ${less} = ${left}`,
  };
}

/** Oldest first. */
export const ListDuesPayments = query(
  'ListDuesPayments',
  duesReadModel,
  (page: PastPageQuery & OfEmployer, tables): Promise<Page<PaymentItem>> =>
    orderedPage(
      tables.selectFrom('payments').selectAll().where('employerId', '=', page.employerId),
      BY_DAY,
      page,
      (row) => ({ ...shownOf(PaymentItem, row), actions: actionsOf(row) }),
    ),
);

export class PaymentCorrectionListQuery extends shape(
  { status: asked.code(PAYMENT_CORRECTION_STATUSES, { optional: true }) },
  PastPageQuery,
) {}

/** What was asked for first comes first. */
export const ListPaymentCorrections = query(
  'ListPaymentCorrections',
  duesReadModel,
  (filter: PaymentCorrectionListQuery & OfEmployer, tables): Promise<Page<PaymentCorrectionItem>> => {
    let rows = tables.selectFrom('paymentCorrections').selectAll();
    rows = rows.where('employerId', '=', filter.employerId);
    if (filter.status !== undefined) rows = rows.where('status', '=', filter.status);
    return orderedPage(rows, BY_REQUEST, filter, (row) => ({
      ...shownOf(PaymentCorrectionItem, row),
      actions: actionsOf(row),
    }));
  },
);

/** The receipt of a payment, to be printed. Refuses `DUES_PAYMENT_NOT_FOUND`. */
export const PrintDuesReceipt = query(
  'PrintDuesReceipt',
  duesReadModel,
  async (
    { employerId, paymentId, language }: OfEmployer & { paymentId: string; language: Language },
    tables,
  ): Promise<Buffer> => {
    const row = await tables
      .selectFrom('payments')
      .leftJoin('employers', 'employers.employerId', 'payments.employerId')
      .selectAll('payments')
      .select(['employers.name', 'employers.npp'])
      .where('payments.employerId', '=', employerId)
      .where('payments.paymentId', '=', paymentId)
      .executeTakeFirst();
    if (!row) throw new Rejection(duesRefusals.DUES_PAYMENT_NOT_FOUND());
    return asPdf(receiptOfEmployer(row, row, language), language);
  },
);

export class ReportListQuery extends shape({ period: asked.month({ optional: true }) }, PastPageQuery) {}

/** By month. */
export const ListWageReports = query(
  'ListWageReports',
  duesReadModel,
  (filter: ReportListQuery & OfEmployer, tables): Promise<Page<ReportItem>> => {
    let rows = tables.selectFrom('reports').selectAll().where('employerId', '=', filter.employerId);
    if (filter.period !== undefined) rows = rows.where('period', '=', filter.period);
    return orderedPage(rows, BY_REPORTED_MONTH, filter, (row) => ({
      ...shownOf(ReportItem, row),
      actions: actionsOf(row),
    }));
  },
);

/** In the order of the report. Refuses `REPORT_NOT_FOUND`. */
export const ListRemarks = query(
  'ListRemarks',
  duesReadModel,
  async (page: PastPageQuery & OfEmployer & { reportId: string }, tables): Promise<Page<RemarkItem>> => {
    const report = await tables
      .selectFrom('reports')
      .select('reportId')
      .where('reportId', '=', page.reportId)
      .where('employerId', '=', page.employerId)
      .executeTakeFirst();
    if (!report) throw new Rejection(reportRefusals.REPORT_NOT_FOUND());
    const rows = tables.selectFrom('remarks').selectAll().where('reportId', '=', page.reportId);
    return orderedPage(rows, BY_LINE, page, ({ line, code, detail, isRejected }) => ({
      line,
      code,
      detail,
      rejected: isRejected === 1,
    }));
  },
);
