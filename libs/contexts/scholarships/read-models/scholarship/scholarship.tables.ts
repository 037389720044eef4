import type { LocalDate, Rupiah } from '#kernel';
import type { Level } from '#law';
import { type SchemaModule } from '#postgres';
import { type StoredTimelineRow as TimelineRow, createTimeline } from '#followers';
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

export interface ScholarshipRow {
  scholarship_id: string;
  claim_id: string;
  participant_id: string;
  child_id: string;
  status: ScholarshipStatus;
  event_date: LocalDate;
  granted_on: LocalDate;
  /** Where the child stood at school when the right began, later as its newest evidence says. */
  level: Level | null;
  year_in_level: number | null;
  remaining_years: Readonly<Record<Level, number>>;
  /** The most it can come to; never a payment. */
  projected: readonly ScholarshipComponent[];
  projected_idr: Rupiah;
  approved_idr: Rupiah;
  paid_idr: Rupiah;
  end_reason: EndReason | null;
  ended_on: LocalDate | null;
  rule_set_version: string;
  revision: number;
}

/** One year of a scholarship as its newest evidence or decision leaves it. */
export interface ScholarshipYearRow {
  scholarship_id: string;
  year: number;
  status: YearStatus;
  level: Level;
  year_in_level: number;
  submitted_by: string;
  submitted_on: LocalDate;
  documents: readonly { kind: ScholarshipEvidenceKind; reference: string }[];
  payee: ScholarshipPayee;
  /** The last four digits; null once the person's key was destroyed. */
  account_masked: string | null;
  decider_id: string | null;
  decided_on: LocalDate | null;
  components: readonly ScholarshipComponent[];
  amount_idr: Rupiah;
  /** Why the law refuses; null when it grants. */
  refusal: { decision: string; rule: string; law: string; article: string; detail: string } | null;
  /** The event that approved the year: its payment names it. */
  approval_id: string | null;
  payout_id: string | null;
  paid_on: LocalDate | null;
}

/** One event in the story of a scholarship or of one of its payments. */
export interface ScholarshipTimelineRow extends TimelineRow {
  /** The school year it is about; null for the scholarship as a whole. */
  year: number | null;
}

export interface ScholarshipTables {
  scholarships: ScholarshipRow;
  scholarship_years: ScholarshipYearRow;
  timeline: ScholarshipTimelineRow;
}

export async function createScholarshipTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('scholarships')
    .addColumn('scholarship_id', 'uuid', (column) => column.primaryKey())
    .addColumn('claim_id', 'uuid', (column) => column.notNull())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('child_id', 'uuid', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('event_date', 'text', (column) => column.notNull())
    .addColumn('granted_on', 'text', (column) => column.notNull())
    .addColumn('level', 'text')
    .addColumn('year_in_level', 'integer')
    .addColumn('remaining_years', 'jsonb', (column) => column.notNull())
    .addColumn('projected', 'jsonb', (column) => column.notNull())
    .addColumn('projected_idr', 'bigint', (column) => column.notNull())
    .addColumn('approved_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('paid_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('end_reason', 'text')
    .addColumn('ended_on', 'text')
    .addColumn('rule_set_version', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('scholarships_by_grant')
    .on('scholarships')
    .columns(['granted_on', 'scholarship_id'])
    .execute();
  for (const column of ['status', 'level', 'participant_id', 'claim_id'] as const) {
    await schema
      .createIndex(`scholarships_by_${column}`)
      .on('scholarships')
      .columns([column, 'granted_on', 'scholarship_id'])
      .execute();
  }
  await schema
    .createTable('scholarship_years')
    .addColumn('scholarship_id', 'uuid', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('year_in_level', 'integer', (column) => column.notNull())
    .addColumn('submitted_by', 'text', (column) => column.notNull())
    .addColumn('submitted_on', 'text', (column) => column.notNull())
    .addColumn('documents', 'jsonb', (column) => column.notNull())
    .addColumn('payee', 'text', (column) => column.notNull())
    .addColumn('account_masked', 'text')
    .addColumn('decider_id', 'text')
    .addColumn('decided_on', 'text')
    .addColumn('components', 'jsonb', (column) => column.notNull())
    .addColumn('amount_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('refusal', 'jsonb')
    .addColumn('approval_id', 'uuid', (column) => column.unique())
    .addColumn('payout_id', 'uuid', (column) => column.unique())
    .addColumn('paid_on', 'text')
    .addPrimaryKeyConstraint('scholarship_years_pk', ['scholarship_id', 'year'])
    .execute();
  await schema
    .createIndex('scholarship_years_by_status')
    .on('scholarship_years')
    .columns(['status', 'scholarship_id'])
    .execute();
  await createTimeline(schema);
  await schema.alterTable('timeline').addColumn('year', 'integer').execute();
}
