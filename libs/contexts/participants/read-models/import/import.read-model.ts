import {
  type Row,
  day,
  index,
  integer,
  json,
  month,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
} from '#postgres';
import { type Change, category, change, newRow, put, readModel } from '#followers';
import { type PaymentReversalReason, ZERO_RUPIAH, rupiah } from '#kernel';
import type { ParticipantImportEvent, RowRemark } from '../../domain/import.events.js';
import type { MemberFileEvent, MemberFileKind } from '../../domain/member-file.events.js';
import { type AskedOfList, moneyAfter } from '../../domain/money-of-list.js';
import type { PaymentListCorrectionEvent, PaymentListEvent } from '../../domain/payment-list.events.js';
import type { SponsorRegistered } from '../../domain/sponsor.events.js';

/** What a file was sent for. */
export const IMPORT_KINDS = ['REGISTRATION', 'PAYMENT'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A list of a sponsor that was handed in: to register workers, or to pay for them. */
export const imports = table(
  'imports',
  {
    importId: uuid().key(),
    kind: text<ImportKind>(),
    sponsorId: uuid(),
    agreementId: uuid(),
    period: month(),
    months: integer(),
    paidOn: day(),
    receipt: text(),
    rows: integer(),
    handedInOn: day(),
    /** The list that was paid for again. */
    againOf: uuid().nullable(),
    /** Null while it was not finished. */
    taken: integer().nullable(),
    rejected: integer(),
    warnings: integer(),
    /** Of a payment: what came in, was given out, and is left. */
    amountIdr: money().nullable(),
    paidIdr: money().nullable(),
    remainderIdr: money().nullable(),
    /** Of a payment that was taken back. */
    reversal: text<PaymentReversalReason>().nullable(),
    reversedOn: day().nullable(),
    refundedIdr: money(),
    /** What waits for a second person. */
    asked: json<readonly AskedOfList[]>(),
  },
  { indexes: [index('imports_by_day', ['handedInOn', 'importId'])] },
);

export type ImportRow = Row<typeof imports>;

export const BY_DAY = ordering(imports, ['handedInOn', 'importId']);

/** Who hands in lists, by the name that stands on a receipt. */
export const sponsors = table('sponsors', { sponsorId: uuid().key(), name: text(), district: text() });

/** A file of those who joined or left an employer. */
export const memberFiles = table(
  'memberFiles',
  {
    fileId: uuid().key(),
    employerId: uuid(),
    kind: text<MemberFileKind>(),
    handedInOn: day(),
    rows: integer(),
    /** Null while it was not finished. */
    taken: integer().nullable(),
    rejected: integer(),
    warnings: integer(),
  },
  { indexes: [index('member_files_by_employer', ['employerId', 'handedInOn', 'fileId'])] },
);

export type MemberFileRow = Row<typeof memberFiles>;

export const BY_DAY_OF_FILE = ordering(memberFiles, ['handedInOn', 'fileId']);

/** A line that a person should look at. */
export const remarks = table('remarks', {
  importId: uuid().key(),
  line: integer().key(),
  code: text().key(),
  detail: text(),
  participantId: uuid().nullable(),
  isRejected: integer(),
});

export const BY_LINE = ordering(remarks, ['line', 'code', 'importId']);

const NOTHING_YET = {
  taken: null,
  rejected: 0,
  warnings: 0,
  againOf: null,
  amountIdr: null,
  paidIdr: null,
  remainderIdr: null,
  reversal: null,
  reversedOn: null,
  refundedIdr: ZERO_RUPIAH,
  asked: [],
};

/** The lists that sponsors handed in, and what came of each. */
export const importReadModel = readModel({
  name: 'import',
  version: 5,
  own: [
    category<ParticipantImportEvent>('import'),
    category<PaymentListEvent>('paymentlist'),
    category<MemberFileEvent>('memberfile'),
  ],
  also: [category<SponsorRegistered>('sponsor')],
  tables: { imports, memberFiles, remarks, sponsors },
  on: {
    SponsorRegistered: ({ data }) => [put(sponsors, newRow(sponsors, data))],
    ParticipantImportStarted: ({ data }) => [
      put(imports, {
        ...newRow(imports, { ...NOTHING_YET, ...data, kind: 'REGISTRATION' }),
        handedInOn: data.effectiveOn,
      }),
    ],
    ImportRowsRemarked: ({ data: { importId, rejected, warnings } }) => [
      ...rejected.map((one) => remarkOf(importId, one, 1)),
      ...warnings.map((one) => remarkOf(importId, one, 0)),
      change(imports, importId, (row) => ({
        ...row,
        rejected: row.rejected + rejected.length,
        warnings: row.warnings + warnings.length,
      })),
    ],
    ParticipantImportCompleted: ({ data: { importId, registered } }) => [
      change(imports, importId, (row) => ({ ...row, taken: registered })),
    ],
    PaymentListStarted: ({ data: { listId, againOfListId = null, ...data } }) => [
      put(imports, {
        ...newRow(imports, {
          ...NOTHING_YET,
          ...data,
          importId: listId,
          kind: 'PAYMENT',
          againOf: againOfListId,
        }),
        handedInOn: data.effectiveOn,
      }),
    ],
    // What the lines come to is told when the sum is given out.
    PaymentLinesHandedIn: 'passed over',
    PaymentLinesRemarked: ({ data: { listId, rejected } }) => [
      ...rejected.map((one) => remarkOf(listId, one, 1)),
      change(imports, listId, (row) => ({ ...row, rejected: row.rejected + rejected.length })),
    ],
    PaymentListCompleted: ({ data: { listId, paid, paidIdr, remainderIdr } }) => [
      change(imports, listId, (row) => ({ ...row, taken: paid, paidIdr, remainderIdr })),
    ],
    MemberFileStarted: ({ data }) => [
      put(memberFiles, {
        ...newRow(memberFiles, data),
        handedInOn: data.effectiveOn,
        rejected: 0,
        warnings: 0,
      }),
    ],
    MemberRowsRemarked: ({ data: { fileId, rejected, warnings = [] } }) => [
      ...rejected.map((one) => remarkOf(fileId, one, 1)),
      ...warnings.map((one) => remarkOf(fileId, one, 0)),
      change(memberFiles, fileId, (row) => ({
        ...row,
        rejected: row.rejected + rejected.length,
        warnings: row.warnings + warnings.length,
      })),
    ],
    MemberFileCompleted: ({ data: { fileId, taken } }) => [
      change(memberFiles, fileId, (row) => ({ ...row, taken })),
    ],
    PaymentListReversalRequested: ofMoney,
    PaymentListReversalBegun: ofMoney,
    PaymentListReversed: ofMoney,
    PaymentListRefundRequested: ofMoney,
    PaymentListRefunded: ofMoney,
    PaymentListCorrectionRefused: ofMoney,
  },
});

/** What waits is the same as decisions see. */
function ofMoney(event: PaymentListCorrectionEvent): readonly Change[] {
  return [
    change(imports, event.data.listId, (row) => {
      const { asked } = moneyAfter({ asked: row.asked, refundedIdr: row.refundedIdr }, event);
      if (event.type === 'PaymentListReversed') {
        return { ...row, asked, reversal: event.data.reason, reversedOn: event.data.effectiveOn };
      }
      return event.type === 'PaymentListRefunded'
        ? { ...row, asked, refundedIdr: rupiah(row.refundedIdr + event.data.amountIdr) }
        : { ...row, asked };
    }),
  ];
}

const remarkOf = (importId: string, { participantId, ...remark }: RowRemark, isRejected: 0 | 1) =>
  put(remarks, { importId, ...remark, participantId: participantId ?? null, isRejected });
