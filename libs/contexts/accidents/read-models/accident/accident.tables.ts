import type { Conclusion, Hand } from '#law';
import type { Instant, LocalDate, Rupiah } from '#kernel';
import { type SchemaModule, sql } from '#postgres';
import { type TimelineTables, createTimeline } from '#followers';
import type {
  AccidentKind,
  Billing,
  Effect,
  EvidenceKind,
  MedicalCondition,
  Notifier,
  PlaceKind,
  StatedInjury,
} from '../../domain/accident.events.js';
import { CARE_STEPS } from '../../domain/accident.js';
import type { Step } from '../../domain/next-step.js';

/** Where an accident stands: the situations of the domain. */
export const ACCIDENT_STATUSES = [
  'NOTICE_RECEIVED',
  ...CARE_STEPS,
  'STAGE_II_REPORTED',
  'NOT_WORK_ACCIDENT',
] as const;

export type AccidentStatus = (typeof ACCIDENT_STATUSES)[number];

/** One accident. Personal and health columns are null once the person's key was destroyed. */
export interface AccidentRow {
  accident_id: string;
  participant_id: string;
  kind: AccidentKind;
  place_kind: PlaceKind;
  occurred_on: LocalDate;
  occurred_at: string;
  notified_by: Notifier;
  status: AccidentStatus;
  evidence: EvidenceKind[];
  effect: Effect | null;
  stage_one_on: LocalDate | null;
  stage_one_late: boolean | null;
  conclude_by: LocalDate | null;
  conclusion: Conclusion | null;
  concluded_on: LocalDate | null;
  concluded_late: boolean | null;
  conclusion_reason: string | null;
  stated_on: LocalDate | null;
  finally_stated_on: LocalDate | null;
  stage_two_on: LocalDate | null;
  stage_two_late: boolean | null;
  transport_idr: Rupiah;
  /** The most urgent step and its deadline, as text in UTC, which sorts by time; null when nothing is to be done. */
  next_step: Step | null;
  due_at: Instant | null;
  contact_name: string | null;
  contact_phone: string | null;
  place: string | null;
  chronology: string | null;
  body_part: string | null;
  condition: MedicalCondition | null;
  diagnosis: string | null;
  dominant_hand: Hand | null;
  injuries: StatedInjury[] | null;
  unable_from: LocalDate | null;
  unable_until: LocalDate | null;
  died_on: LocalDate | null;
  revision: number;
}

export interface LetterRow {
  number: string;
  accident_id: string;
  kind: 'REFERRAL' | 'GUARANTEE';
  facility_id: string;
  issued_on: LocalDate;
}

export interface CareRow {
  event_id: string;
  accident_id: string;
  facility_id: string;
  admitted_on: LocalDate;
  discharged_on: LocalDate;
  invoice_number: string;
  invoice_idr: Rupiah;
  billing: Billing;
}

export interface AccidentTables extends TimelineTables {
  accidents: AccidentRow;
  letters: LetterRow;
  care: CareRow;
}

export async function createAccidentTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('accidents')
    .addColumn('accident_id', 'uuid', (column) => column.primaryKey())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('place_kind', 'text', (column) => column.notNull())
    .addColumn('occurred_on', 'date', (column) => column.notNull())
    .addColumn('occurred_at', 'text', (column) => column.notNull())
    .addColumn('notified_by', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('evidence', sql`text[]`, (column) => column.notNull())
    .addColumn('effect', 'text')
    .addColumn('stage_one_on', 'date')
    .addColumn('stage_one_late', 'boolean')
    .addColumn('conclude_by', 'date')
    .addColumn('conclusion', 'text')
    .addColumn('concluded_on', 'date')
    .addColumn('concluded_late', 'boolean')
    .addColumn('conclusion_reason', 'text')
    .addColumn('stated_on', 'date')
    .addColumn('finally_stated_on', 'date')
    .addColumn('stage_two_on', 'date')
    .addColumn('stage_two_late', 'boolean')
    .addColumn('transport_idr', 'bigint', (column) => column.notNull())
    .addColumn('next_step', 'text')
    .addColumn('due_at', 'text')
    .addColumn('contact_name', 'text')
    .addColumn('contact_phone', 'text')
    .addColumn('place', 'text')
    .addColumn('chronology', 'text')
    .addColumn('body_part', 'text')
    .addColumn('condition', 'text')
    .addColumn('diagnosis', 'text')
    .addColumn('dominant_hand', 'text')
    .addColumn('injuries', 'jsonb')
    .addColumn('unable_from', 'date')
    .addColumn('unable_until', 'date')
    .addColumn('died_on', 'date')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('accidents_by_participant')
    .on('accidents')
    .columns(['participant_id', 'occurred_on'])
    .execute();
  await schema
    .createIndex('accidents_by_urgency')
    .on('accidents')
    .expression(sql`coalesce(due_at, 'infinity'), (accident_id::text)`)
    .execute();
  await schema
    .createTable('letters')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('accident_id', 'uuid', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('facility_id', 'uuid', (column) => column.notNull())
    .addColumn('issued_on', 'date', (column) => column.notNull())
    .addPrimaryKeyConstraint('letters_of_accident', ['accident_id', 'number'])
    .execute();
  await schema
    .createTable('care')
    .addColumn('event_id', 'uuid', (column) => column.primaryKey())
    .addColumn('accident_id', 'uuid', (column) => column.notNull())
    .addColumn('facility_id', 'uuid', (column) => column.notNull())
    .addColumn('admitted_on', 'date', (column) => column.notNull())
    .addColumn('discharged_on', 'date', (column) => column.notNull())
    .addColumn('invoice_number', 'text', (column) => column.notNull())
    .addColumn('invoice_idr', 'bigint', (column) => column.notNull())
    .addColumn('billing', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('care_by_accident').on('care').columns(['accident_id', 'admitted_on']).execute();
  await createTimeline(schema);
}
