import { type Row, day, index, integer, json, ordering, rupiah as money, table, text, uuid } from '#postgres';
import {
  aliasTable,
  goesAlone,
  goesOnAs,
  type Change,
  append,
  category,
  change,
  changeOf,
  fold,
  newRow,
  put,
  readModel,
  timelineTable,
  told,
  via,
} from '#followers';
import type { MergerListEvent } from '#contexts/participants/facts';
import type { Level } from '#law';
import { type Rupiah, ZERO_RUPIAH, maskAccountNumber, opened, rupiah, sumRupiah } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { RecordedEvent } from '#event-store';
import { stayedOf } from '../../../what-stayed.js';
import type {
  EndReason,
  ScholarshipComponent,
  ScholarshipEvent,
  ScholarshipPayee,
} from '../../domain/scholarship.events.js';
import type { EvidenceDocumentItem, YearRefusal } from './scholarship.answers.js';

export const SCHOLARSHIP_STATUSES = ['ENTITLED', 'ENDED'] as const;

export type ScholarshipStatus = (typeof SCHOLARSHIP_STATUSES)[number];

/** Where a year stands: shown to the office, closed with the end of the right, decided, ordered for payment, paid, or back from the bank. */
export const YEAR_STATUSES = [
  'EVIDENCED',
  'CLOSED',
  'DENIED',
  'APPROVED',
  'PAYMENT_ORDERED',
  'PAYMENT_RETURNED',
  'PAID',
  'PAYMENT_CANCELLED',
] as const;

export type YearStatus = (typeof YEAR_STATUSES)[number];

/** Which year an event approved: its payment names that event. */
export const approvals = table('approvals', {
  approvalId: uuid().key(),
  scholarshipId: uuid(),
  year: integer(),
});

/** Which year a payment is for. Payments of claims are not among them. */
export const payments = table('payments', {
  payoutId: uuid().key(),
  scholarshipId: uuid(),
  year: integer(),
});

export const scholarships = table(
  'scholarships',
  {
    scholarshipId: uuid().key(),
    claimId: uuid(),
    participantId: uuid(),
    childId: uuid(),
    status: text<ScholarshipStatus>(),
    eventDate: day(),
    grantedOn: day(),
    /** Where the child stood at school when the right began, later as the evidence of its newest year says. */
    level: text<Level>().nullable(),
    yearInLevel: integer().nullable(),
    /** The newest year with evidence: a back year does not put the child back to an earlier class. */
    newestYear: integer().nullable(),
    remainingYears: json<Readonly<Record<Level, number>>>(),
    /** The most it can come to; never a payment. */
    projected: json<readonly ScholarshipComponent[]>(),
    projectedIdr: money(),
    approvedIdr: money(),
    paidIdr: money(),
    /** What came back in part of payments that stand, by payment. */
    cameBack: json<Readonly<Record<string, Rupiah>>>(),
    endReason: text<EndReason>().nullable(),
    endedOn: day().nullable(),
    ruleSetVersion: text(),
    revision: integer(),
  },
  {
    indexes: [
      index('scholarships_by_grant', ['grantedOn', 'scholarshipId']),
      index('scholarships_by_status', ['status', 'grantedOn', 'scholarshipId']),
      index('scholarships_by_level', ['level', 'grantedOn', 'scholarshipId']),
      index('scholarships_by_participant', ['participantId', 'grantedOn', 'scholarshipId']),
      index('scholarships_by_claim', ['claimId', 'grantedOn', 'scholarshipId']),
    ],
  },
);

export type ScholarshipRow = Row<typeof scholarships>;

/** The longest granted first. */
export const BY_GRANT = ordering(scholarships, ['grantedOn', 'scholarshipId']);

/** One year of a scholarship as its newest evidence or decision leaves it. */
export const years = table(
  'years',
  {
    scholarshipId: uuid().key(),
    year: integer().key(),
    status: text<YearStatus>(),
    level: text<Level>(),
    yearInLevel: integer(),
    submittedBy: text(),
    submittedOn: day(),
    documents: json<readonly EvidenceDocumentItem[]>(),
    payee: text<ScholarshipPayee>(),
    /** The last four digits; null once the person's key was destroyed. */
    accountMasked: text().nullable(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    components: json<readonly ScholarshipComponent[]>(),
    amountIdr: money(),
    /** Why the law refuses; null when it grants. */
    refusal: json<YearRefusal>().nullable(),
    payoutId: uuid().nullable(),
    paidOn: day().nullable(),
  },
  { indexes: [index('years_by_status', ['status', 'scholarshipId'])] },
);

export type YearRow = Row<typeof years>;

/** The story of a scholarship and of its payments. `year`: the school year it is about, null for all of it. */
export const timeline = timelineTable({ year: integer().nullable() });

const scholarship = changeOf(scholarships, 'scholarshipId');
/** Which ids are one person's. */
const aliases = aliasTable();

const theirMergers = category<MergerListEvent>('merger');

const ownScholarships = category<ScholarshipEvent>('scholarship');
const theirPayouts = category<PayoutEvent>('payout');

const UNPAID = { approvedIdr: rupiah(0), paidIdr: rupiah(0), cameBack: {} } as const;

/** Which children have a right, what it can come to, what was approved year by year, and what has been paid. */
export const scholarshipReadModel = readModel({
  name: 'scholarship',
  version: 6,
  own: [ownScholarships],
  also: [theirMergers, theirPayouts],
  tables: { aliases, approvals, payments, scholarships, years, timeline },
  story: [
    told(ownScholarships, ({ data }) => ({ year: 'year' in data ? data.year : null })),
    told(theirPayouts, ({ data }) =>
      via(payments, data.payoutId, ({ scholarshipId, year }) => ({ subjectId: scholarshipId, year })),
    ),
  ],
  on: {
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
    ScholarshipGranted: ({ data, revision }) => [
      fold(scholarships, data.scholarshipId, (row) => ({
        ...newRow(scholarships, data, data.school),
        status: 'ENTITLED' as const,
        grantedOn: data.effectiveOn,
        projectedIdr: data.projectedMaximumIdr,
        ...(row && isForSameLoss(row, data)
          ? { approvedIdr: row.approvedIdr, paidIdr: row.paidIdr, cameBack: row.cameBack }
          : UNPAID),
        revision: Number(revision),
      })),
      ...openedAgain(data),
    ],
    // New evidence opens a year that was denied again.
    ScholarshipEvidenceSubmitted: (event) => [
      put(years, evidenced(event.data)),
      scholarship(event, (row) => standingAt(event.data, row)),
    ],
    ScholarshipYearApproved: (event) => [
      append(approvals, { ...newRow(approvals, event.data), approvalId: event.id }),
      schoolYear(event.data, {
        status: 'APPROVED',
        components: event.data.components,
        amountIdr: event.data.amountIdr,
        deciderId: event.data.approverId,
        decidedOn: event.data.effectiveOn,
      }),
      scholarship(event, ({ approvedIdr }) => ({ approvedIdr: rupiah(approvedIdr + event.data.amountIdr) })),
    ],
    ScholarshipYearDenied: (event) => {
      const { decision, rule, law, article, detail, deciderId, effectiveOn } = event.data;
      return [
        schoolYear(event.data, {
          status: 'DENIED',
          refusal: { decision, rule, law, article, detail },
          deciderId,
          decidedOn: effectiveOn,
        }),
        scholarship(event),
      ];
    },
    ScholarshipEnded: (event) => [
      scholarship(event, {
        status: 'ENDED',
        endReason: event.data.reason,
        endedOn: event.data.effectiveOn,
      }),
      ...ofYears(event.data, event.data.closedYears, 'CLOSED'),
    ],
    ScholarshipResumed: (event) => [
      scholarship(event, { status: 'ENTITLED', endReason: null, endedOn: null }),
      ...openedAgain(event.data),
    ],
    // A payment belongs to the year whose approval it names.
    PayoutOrdered: ({ data: { payoutId, source } }) =>
      source.kind === 'SCHOLARSHIP_YEAR'
        ? [
            put(
              payments,
              via(approvals, source.eventId, ({ scholarshipId, year }) => ({
                payoutId,
                scholarshipId,
                year,
              })),
            ),
            paidYear(payoutId, { status: 'PAYMENT_ORDERED', payoutId }),
          ]
        : [],
    PayoutInstructed: moved('PAYMENT_ORDERED'),
    PayoutAccepted: moved('PAYMENT_ORDERED'),
    PayoutReturned: moved('PAYMENT_RETURNED'),
    SettledPayoutReturned: ({ data: { payoutId, amountIdr } }) => [
      paidYear(payoutId, { status: 'PAYMENT_RETURNED', paidOn: null }),
      paidOf(payoutId, (row) => ({ paidIdr: rupiah(row.paidIdr - stayed(row, payoutId, amountIdr)) })),
    ],
    PayoutAccountCorrected: moved('PAYMENT_ORDERED'),
    PayoutAccountConfirmed: moved('PAYMENT_ORDERED'),
    PayoutCancelled: moved('PAYMENT_CANCELLED'),
    PayoutSettled: ({ data: { payoutId, amountIdr, settledOn } }) => [
      paidYear(payoutId, { status: 'PAID', paidOn: settledOn }),
      paidOf(payoutId, (row) => ({ paidIdr: rupiah(row.paidIdr + stayed(row, payoutId, amountIdr)) })),
    ],
    PayoutPartReturned: ({ data: { payoutId, amountIdr } }) => [
      paidOf(payoutId, ({ paidIdr, cameBack }) => ({
        paidIdr: rupiah(paidIdr - amountIdr),
        cameBack: { ...cameBack, [payoutId]: sumRupiah([cameBack[payoutId] ?? ZERO_RUPIAH, amountIdr]) },
      })),
    ],
  },
});

/** What was approved and paid counts on where the same claim grants it, or another one what the first gives no longer. */
const isForSameLoss = (before: ScholarshipRow, { claimId }: Pick<ScholarshipRow, 'claimId'>): boolean =>
  before.claimId === claimId || before.endReason === 'NO_LONGER_ENTITLED';

type Evidence = Extract<ScholarshipEvent, { type: 'ScholarshipEvidenceSubmitted' }>['data'];

function evidenced(data: Evidence): YearRow {
  const { account, references } = opened(data.person) ?? {};
  return {
    ...newRow(years, data),
    status: 'EVIDENCED',
    submittedOn: data.effectiveOn,
    documents: data.evidence.map(({ kind }, place) => ({ kind, reference: references?.[place] ?? null })),
    accountMasked: account ? maskAccountNumber(account.number) : null,
    components: [],
    amountIdr: rupiah(0),
  };
}

function standingAt(
  { year, level, yearInLevel }: Evidence,
  { newestYear }: ScholarshipRow,
): Partial<ScholarshipRow> {
  return newestYear === null || year >= newestYear ? { level, yearInLevel, newestYear: year } : {};
}

/** Changes the year that the event is about. */
function schoolYear(
  { scholarshipId, year }: Pick<YearRow, 'scholarshipId' | 'year'>,
  columns: Partial<YearRow>,
): Change {
  return change(years, { scholarshipId, year }, (row) => ({ ...row, ...columns }));
}

/** The same of several years that end, or go on, with the right. */
const ofYears = (
  { scholarshipId }: Pick<YearRow, 'scholarshipId'>,
  which: readonly number[] = [],
  status: YearStatus,
): readonly Change[] => which.map((year) => schoolYear({ scholarshipId, year }, { status }));

const openedAgain = (data: Pick<YearRow, 'scholarshipId'> & { readonly openedYears?: readonly number[] }) =>
  ofYears(data, data.openedYears, 'EVIDENCED');

/** Changes the year that a payment is for; nothing when it is for a claim. */
function paidYear(payoutId: string, columns: Partial<YearRow>): Change {
  const paidFor = via(payments, payoutId, ({ scholarshipId, year }) => ({ scholarshipId, year }));
  return change(years, paidFor, (row) => ({ ...row, ...columns }));
}

/** Changes the scholarship that a payment is for; nothing when it is for a claim. */
const paidOf = (payoutId: string, columns: (row: ScholarshipRow) => Partial<ScholarshipRow>): Change =>
  change(
    scholarships,
    via(payments, payoutId, ({ scholarshipId }) => scholarshipId),
    (row) => ({ ...row, ...columns(row) }),
  );

/** What was paid by a payment that arrives, or had arrived. */
const stayed = ({ cameBack }: ScholarshipRow, payoutId: string, amountIdr: Rupiah): Rupiah =>
  stayedOf({ status: 'SETTLED', amountIdr, cameBackIdr: cameBack[payoutId] ?? ZERO_RUPIAH });

/** The payment of a year is at another station of its way. */
function moved(status: YearStatus) {
  return ({ data }: RecordedEvent<PayoutEvent>): readonly Change[] => [paidYear(data.payoutId, { status })];
}
