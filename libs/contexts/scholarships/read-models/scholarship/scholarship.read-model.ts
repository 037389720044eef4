import { maskAccountNumber, opened, rupiah } from '#kernel';
import { type Change, append, category, change, put, readModel, told, via } from '#followers';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { RecordedEvent } from '#event-store';
import type { ScholarshipEvent } from '../../domain/scholarship.events.js';
import {
  type ScholarshipRow,
  type YearRow,
  type YearStatus,
  approvals,
  payments,
  scholarships,
  timeline,
  years,
} from './scholarship.tables.js';

const ownScholarships = category<ScholarshipEvent>('scholarship');
const theirPayouts = category<PayoutEvent>('payout');

/** Which children have a right, what it can come to, what was approved year by year, and what has been paid. */
export const scholarshipReadModel = readModel({
  name: 'scholarship',
  version: 3,
  own: [ownScholarships],
  also: [theirPayouts],
  tables: { approvals, payments, scholarships, years, timeline },
  story: [
    told(ownScholarships, ({ data }) => ({ year: 'year' in data ? data.year : null })),
    told(theirPayouts, ({ data }) =>
      via(payments, data.payoutId, ({ scholarshipId, year }) => ({ subjectId: scholarshipId, year })),
    ),
  ],
  on: {
    ScholarshipGranted: ({ data, revision }) => [
      put(scholarships, {
        scholarshipId: data.scholarshipId,
        claimId: data.claimId,
        participantId: data.participantId,
        childId: data.childId,
        status: 'ENTITLED',
        eventDate: data.eventDate,
        grantedOn: data.effectiveOn,
        level: data.school?.level ?? null,
        yearInLevel: data.school?.yearInLevel ?? null,
        newestYear: null,
        remainingYears: data.remainingYears,
        projected: data.projected,
        projectedIdr: data.projectedMaximumIdr,
        approvedIdr: rupiah(0),
        paidIdr: rupiah(0),
        endReason: null,
        endedOn: null,
        ruleSetVersion: data.ruleSetVersion,
        revision: Number(revision),
      }),
    ],
    // New evidence opens a year that was denied again.
    ScholarshipEvidenceSubmitted: (event) => [
      put(years, evidenced(event.data)),
      scholarship(event, (row) => standingAt(event.data, row)),
    ],
    ScholarshipYearApproved: (event) => [
      append(approvals, {
        approvalId: event.id,
        scholarshipId: event.data.scholarshipId,
        year: event.data.year,
      }),
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
      scholarship(event, () => ({
        status: 'ENDED',
        endReason: event.data.reason,
        endedOn: event.data.effectiveOn,
      })),
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
    PayoutAccountCorrected: moved('PAYMENT_ORDERED'),
    PayoutSettled: ({ data: { payoutId, amountIdr, settledOn } }) => [
      paidYear(payoutId, { status: 'PAID', paidOn: settledOn }),
      change(
        scholarships,
        via(payments, payoutId, ({ scholarshipId }) => scholarshipId),
        (row) => ({ ...row, paidIdr: rupiah(row.paidIdr + amountIdr) }),
      ),
    ],
  },
});

type Evidence = Extract<ScholarshipEvent, { type: 'ScholarshipEvidenceSubmitted' }>['data'];

function evidenced(data: Evidence): YearRow {
  const account = opened(data.person)?.account;
  return {
    scholarshipId: data.scholarshipId,
    year: data.year,
    status: 'EVIDENCED',
    level: data.level,
    yearInLevel: data.yearInLevel,
    submittedBy: data.submittedBy,
    submittedOn: data.effectiveOn,
    documents: data.evidence,
    payee: data.payee,
    accountMasked: account ? maskAccountNumber(account.number) : null,
    deciderId: null,
    decidedOn: null,
    components: [],
    amountIdr: rupiah(0),
    refusal: null,
    payoutId: null,
    paidOn: null,
  };
}

function standingAt(
  { year, level, yearInLevel }: Evidence,
  { newestYear }: ScholarshipRow,
): Partial<ScholarshipRow> {
  return newestYear === null || year >= newestYear ? { level, yearInLevel, newestYear: year } : {};
}

/** Changes the scholarship that the event is about. */
function scholarship(
  { data, revision }: RecordedEvent<ScholarshipEvent>,
  columns: (row: ScholarshipRow) => Partial<ScholarshipRow> = () => ({}),
): Change {
  return change(scholarships, data.scholarshipId, (row) => ({
    ...row,
    ...columns(row),
    revision: Number(revision),
  }));
}

/** Changes the year that the event is about. */
function schoolYear(
  { scholarshipId, year }: Pick<YearRow, 'scholarshipId' | 'year'>,
  columns: Partial<YearRow>,
): Change {
  return change(years, { scholarshipId, year }, (row) => ({ ...row, ...columns }));
}

/** Changes the year that a payment is for; nothing when it is for a claim. */
function paidYear(payoutId: string, columns: Partial<YearRow>): Change {
  const paidFor = via(payments, payoutId, ({ scholarshipId, year }) => ({ scholarshipId, year }));
  return change(years, paidFor, (row) => ({ ...row, ...columns }));
}

/** The payment of a year is at another station of its way. */
function moved(status: YearStatus) {
  return ({ data }: RecordedEvent<PayoutEvent>): readonly Change[] => [paidYear(data.payoutId, { status })];
}
