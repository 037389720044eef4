import { type Row, day, index, integer, json, ordering, rupiah, table, text, uuid } from '#postgres';
import { timelineTable } from '#followers';
import type { Level } from '#law';
import type {
  EndReason,
  ScholarshipComponent,
  ScholarshipEvidenceKind,
  ScholarshipPayee,
} from '../../domain/scholarship.events.js';

export const SCHOLARSHIP_STATUSES = ['ENTITLED', 'ENDED'] as const;

export type ScholarshipStatus = (typeof SCHOLARSHIP_STATUSES)[number];

/** Where a year stands: shown to the office, decided, ordered for payment, paid, or back from the bank. */
export const YEAR_STATUSES = [
  'EVIDENCED',
  'DENIED',
  'APPROVED',
  'PAYMENT_ORDERED',
  'PAYMENT_RETURNED',
  'PAID',
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
    projectedIdr: rupiah(),
    approvedIdr: rupiah(),
    paidIdr: rupiah(),
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
    documents: json<readonly { readonly kind: ScholarshipEvidenceKind; readonly reference: string }[]>(),
    payee: text<ScholarshipPayee>(),
    /** The last four digits; null once the person's key was destroyed. */
    accountMasked: text().nullable(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    components: json<readonly ScholarshipComponent[]>(),
    amountIdr: rupiah(),
    /** Why the law refuses; null when it grants. */
    refusal: json<YearRefused>().nullable(),
    payoutId: uuid().nullable(),
    paidOn: day().nullable(),
  },
  { indexes: [index('years_by_status', ['status', 'scholarshipId'])] },
);

interface YearRefused {
  readonly decision: string;
  readonly rule: string;
  readonly law: string;
  readonly article: string;
  readonly detail: string;
}

export type YearRow = Row<typeof years>;

/** The story of a scholarship and of its payments. `year`: the school year it is about, null for all of it. */
export const timeline = timelineTable({ year: integer().nullable() });
