import {
  type Row,
  day,
  integer,
  index,
  json,
  month,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
} from '#postgres';
import type { RecordedEvent } from '#event-store';
import {
  type EventOf,
  type LocalDate,
  type PaymentCorrectionKind,
  type PaymentReversalReason,
  type Rupiah,
  ZERO_RUPIAH,
  dateIn,
  rupiah,
} from '#kernel';
import { type Change, category, change, fold, newRow, put, readModel } from '#followers';
import type { EmployerRegistered } from '#contexts/employers/facts';
import type { DuesEvent, DuesRefundRequested, DuesReversalRequested } from '../../domain/dues.events.js';
import { type Bill, type DuesState, dues } from '../../domain/dues.js';
import type { WageReportEvent, WagesEvent } from '../../domain/wages.events.js';

export const PAYMENT_CORRECTION_STATUSES = ['PENDING', 'MADE', 'REFUSED'] as const;

export type PaymentCorrectionStatus = (typeof PAYMENT_CORRECTION_STATUSES)[number];

/** What an employer owes and has paid, as decisions see it. */
export const accounts = table('accounts', {
  employerId: uuid().key(),
  known: json<DuesState>(),
  revision: integer(),
});

/** The bill of a month. */
export const bills = table(
  'bills',
  {
    employerId: uuid().key(),
    period: month().key(),
    components: json<Readonly<Record<string, Rupiah>>>(),
    billedIdr: money(),
    paidIdr: money(),
    /** Fines that were paid. */
    finesIdr: money(),
    dueOn: day(),
    reports: integer(),
    /** How much less it is by the relief of labour-intensive industry, of what is open and of what was paid. */
    reliefIdr: money(),
    /** How much of it was paid more because that had ended. */
    reliefLostIdr: money(),
    /** Of it what is still open. */
    reliefOpenIdr: money(),
    /** Null while something of it is not paid. */
    settledOn: day().nullable(),
  },
  { indexes: [index('bills_by_month', ['employerId', 'period'])] },
);

export type BillRow = Row<typeof bills>;

export const BY_MONTH = ordering(bills, ['period', 'employerId']);

export const payments = table(
  'payments',
  {
    paymentId: uuid().key(),
    employerId: uuid(),
    amountIdr: money(),
    bankReference: text(),
    paidOn: day(),
    recordedOn: day(),
    /** Entered so late that a second person confirms it. */
    backDatedBy: text().nullable(),
    /** Why it was taken back, and when. */
    reversal: text<PaymentReversalReason>().nullable(),
    reversedOn: day().nullable(),
  },
  { indexes: [index('payments_by_employer', ['employerId', 'paidOn', 'paymentId'])] },
);

export const BY_DAY = ordering(payments, ['paidOn', 'paymentId']);

/** What was asked for about payments, and what became of it. */
export const paymentCorrections = table(
  'paymentCorrections',
  {
    correctionId: uuid().key(),
    employerId: uuid(),
    kind: text<PaymentCorrectionKind>(),
    status: text<PaymentCorrectionStatus>(),
    paymentId: uuid().nullable(),
    amountIdr: money(),
    reason: text<PaymentReversalReason>().nullable(),
    bankReference: text(),
    requestedOn: day(),
    decidedOn: day().nullable(),
  },
  { indexes: [index('payment_corrections_by_employer', ['employerId', 'requestedOn', 'correctionId'])] },
);

export const BY_REQUEST = ordering(paymentCorrections, ['requestedOn', 'correctionId']);

/** Who pays, by the name that stands on a receipt. */
export const employers = table('employers', { employerId: uuid().key(), npp: text(), name: text() });

export const reports = table(
  'reports',
  {
    reportId: uuid().key(),
    employerId: uuid(),
    period: month(),
    rows: integer(),
    handedInOn: day(),
    /** Null while it was not finished. */
    taken: integer().nullable(),
    wagesIdr: money().nullable(),
    changeIdr: money().nullable(),
    rejected: integer(),
    warnings: integer(),
  },
  { indexes: [index('reports_by_employer', ['employerId', 'period', 'reportId'])] },
);

export const BY_REPORTED_MONTH = ordering(reports, ['period', 'reportId']);

/** A line of a report that a person should look at. */
export const remarks = table('remarks', {
  reportId: uuid().key(),
  line: integer().key(),
  code: text().key(),
  detail: text(),
  isRejected: integer(),
});

export const BY_LINE = ordering(remarks, ['line', 'code', 'reportId']);

type Told = RecordedEvent<EventOf<DuesEvent, DuesEvent['type']>>;

const account = (event: Told): Change =>
  fold(accounts, event.data.employerId, (row) => ({
    employerId: event.data.employerId,
    known: dues.evolve(row?.known ?? dues.initial, event),
    revision: Number(event.revision),
  }));

type OfBill = EventOf<DuesEvent, 'MonthBilled' | 'MonthSettled' | 'MonthReopened'>;

/** What an event makes of a bill, as decisions see it. */
function asDecided(
  row: BillRow | undefined,
  event: OfBill,
): Pick<BillRow, 'billedIdr' | 'paidIdr' | 'reliefOpenIdr' | 'reliefLostIdr'> {
  const { period } = event.data;
  const before = row && { [period]: billOf(row) };
  const bill = dues.evolve({ ...dues.initial, bills: before ?? {} }, event).bills[period];
  if (!bill) throw new Error(`${event.type} of no bill`);
  const { billedIdr, paidIdr, reliefIdr = ZERO_RUPIAH, reliefLostIdr = ZERO_RUPIAH } = bill;
  return { billedIdr, paidIdr, reliefOpenIdr: reliefIdr, reliefLostIdr };
}

const billOf = ({ billedIdr, paidIdr, dueOn, reliefOpenIdr, reliefLostIdr }: BillRow): Bill => ({
  billedIdr,
  paidIdr,
  dueOn,
  open: [],
  reliefIdr: reliefOpenIdr,
  reliefLostIdr,
});

const requested = (
  data: DuesReversalRequested['data'] | DuesRefundRequested['data'],
  kind: PaymentCorrectionKind,
): Change =>
  put(paymentCorrections, {
    ...newRow(paymentCorrections, data),
    kind,
    status: 'PENDING',
    reason: 'reason' in data ? data.reason : null,
    paymentId: data.paymentId ?? null,
    requestedOn: data.effectiveOn,
  });

const decided = (
  {
    correctionId,
    effectiveOn: decidedOn,
  }: { readonly correctionId: string; readonly effectiveOn: LocalDate },
  status: PaymentCorrectionStatus,
): Change => change(paymentCorrections, correctionId, (row) => ({ ...row, status, decidedOn }));

const added = (
  before: Readonly<Record<string, Rupiah>>,
  components: readonly { readonly code: string; readonly amountIdr: Rupiah }[],
): Readonly<Record<string, Rupiah>> => ({
  ...before,
  ...Object.fromEntries(
    components.map(({ code, amountIdr }) => [code, rupiah((before[code] ?? 0) + amountIdr)]),
  ),
});

/** What employers report, owe and pay. */
export const duesReadModel = readModel({
  name: 'dues',
  version: 5,
  own: [category<DuesEvent>('dues'), category<WageReportEvent>('wagereport'), category<WagesEvent>('wages')],
  also: [category<EmployerRegistered>('employer')],
  tables: { accounts, bills, payments, paymentCorrections, employers, reports, remarks },
  on: {
    EmployerRegistered: ({ data }) => [put(employers, newRow(employers, data))],
    MonthBilled: (event) => {
      const { employerId, period, components, reliefIdr = ZERO_RUPIAH, dueOn } = event.data;
      return [
        account(event),
        fold(bills, { employerId, period }, (row) => ({
          employerId,
          period,
          components: added(row?.components ?? {}, components),
          finesIdr: row?.finesIdr ?? ZERO_RUPIAH,
          dueOn,
          reports: (row?.reports ?? 0) + 1,
          settledOn: null,
          reliefIdr: rupiah((row?.reliefIdr ?? 0) + reliefIdr),
          ...asDecided(row, event),
        })),
      ];
    },
    DuesPaid: (event) => [
      account(event),
      put(payments, {
        ...newRow(payments, event.data),
        paidOn: event.data.effectiveOn,
        recordedOn: dateIn(event.recordedAt),
      }),
    ],
    MonthSettled: (event) => {
      const { employerId, period, fineIdr, effectiveOn } = event.data;
      return [
        account(event),
        change(bills, { employerId, period }, (row) => ({
          ...row,
          ...asDecided(row, event),
          finesIdr: rupiah(row.finesIdr + fineIdr),
          settledOn: effectiveOn,
        })),
      ];
    },
    BackDatedDuesConfirmed: (event) => [account(event)],
    DuesYearClosed: (event) => [account(event)],
    DuesReversalRequested: (event) => [account(event), requested(event.data, 'REVERSAL')],
    DuesRefundRequested: (event) => [account(event), requested(event.data, 'REFUND')],
    DuesReversed: (event) => {
      const { paymentId, reason: reversal, effectiveOn: reversedOn } = event.data;
      return [
        account(event),
        decided(event.data, 'MADE'),
        change(payments, paymentId, (row) => ({ ...row, reversal, reversedOn })),
      ];
    },
    DuesRefunded: (event) => [account(event), decided(event.data, 'MADE')],
    DuesCorrectionRefused: (event) => [account(event), decided(event.data, 'REFUSED')],
    MonthReopened: (event) => {
      const { employerId, period, fineIdr } = event.data;
      return [
        account(event),
        change(bills, { employerId, period }, (row) => ({
          ...row,
          ...asDecided(row, event),
          finesIdr: rupiah(row.finesIdr - fineIdr),
          settledOn: null,
        })),
      ];
    },
    WageReportStarted: ({ data }) => [
      put(reports, {
        ...newRow(reports, data),
        handedInOn: data.effectiveOn,
        rejected: 0,
        warnings: 0,
      }),
    ],
    // What the lines come to is told when they were taken.
    WagesHandedIn: 'passed over',
    WageRowsRemarked: ({ data: { reportId, rejected, warnings } }) => [
      ...rejected.map((one) => put(remarks, { reportId, ...one, isRejected: 1 })),
      ...warnings.map((one) => put(remarks, { reportId, ...one, isRejected: 0 })),
      change(reports, reportId, (row) => ({
        ...row,
        rejected: row.rejected + rejected.length,
        warnings: row.warnings + warnings.length,
      })),
    ],
    WageReportCompleted: ({ data: { reportId, taken, wagesIdr, changeIdr } }) => [
      change(reports, reportId, (row) => ({ ...row, taken, wagesIdr, changeIdr })),
    ],
    // Wages of members are shown with their memberships, by participants.
    WageReported: 'passed over',
    WageYearClosed: 'passed over',
  },
});
