import type { LocalDate, Period, Rupiah } from '#kernel';
import { type SchemaModule, sql } from '#postgres';
import type { Level, Segment } from '#law';
import type { Channel, HeirRelation, Payer, Sector, Sex } from '../../domain/participant.events.js';

/** One registered participant. Personal columns are null once the person's key was destroyed. */
export interface ParticipantRow {
  participant_id: string;
  segment: Segment;
  channel: Channel;
  payer: Payer;
  sponsor_id: string | null;
  agreement_id: string | null;
  district: string;
  sector: Sector;
  income_base_idr: Rupiah;
  registered_on: LocalDate;
  warnings: string[];
  nik_masked: string | null;
  name: string | null;
  birth_date: LocalDate | null;
  sex: Sex | null;
  phone: string | null;
  occupation: string | null;
  workplace: string | null;
  died_on: LocalDate | null;
  paid_months: number;
  contributed_idr: Rupiah;
  paid_through: Period | null;
  revision: number;
  /** Of the contributions, which have a stream of their own. */
  contributions_revision: number | null;
}

export interface ContributionRow {
  event_id: string;
  participant_id: string;
  period: Period;
  months: number;
  amount_idr: Rupiah;
  payer: Payer;
  paid_on: LocalDate;
  receipt: string;
  covered_from: LocalDate;
  arrears_from: LocalDate;
  inactive_from: LocalDate;
}

export interface ChildRow {
  child_id: string;
  participant_id: string;
  name: string | null;
  birth_date: LocalDate | null;
  school_level: Level | null;
  year_in_level: number | null;
  as_of: LocalDate;
}

export interface HeirRow {
  heir_id: string;
  participant_id: string;
  relation: HeirRelation;
  name: string | null;
}

export interface ParticipantTables {
  participants: ParticipantRow;
  contributions: ContributionRow;
  children: ChildRow;
  heirs: HeirRow;
}

export async function createParticipantTables(schema: SchemaModule): Promise<void> {
  await createParticipants(schema);
  await createContributions(schema);
  await createFamily(schema);
}

async function createParticipants(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('participants')
    .addColumn('participant_id', 'uuid', (column) => column.primaryKey())
    .addColumn('segment', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('payer', 'text', (column) => column.notNull())
    .addColumn('sponsor_id', 'uuid')
    .addColumn('agreement_id', 'uuid')
    .addColumn('district', 'text', (column) => column.notNull())
    .addColumn('sector', 'text', (column) => column.notNull())
    .addColumn('income_base_idr', 'bigint', (column) => column.notNull())
    .addColumn('registered_on', 'text', (column) => column.notNull())
    .addColumn('warnings', 'jsonb', (column) => column.notNull())
    .addColumn('nik_masked', 'text')
    .addColumn('name', 'text')
    .addColumn('birth_date', 'text')
    .addColumn('sex', 'text')
    .addColumn('phone', 'text')
    .addColumn('occupation', 'text')
    .addColumn('workplace', 'text')
    .addColumn('died_on', 'text')
    .addColumn('paid_months', 'integer', (column) => column.notNull())
    .addColumn('contributed_idr', 'bigint', (column) => column.notNull())
    .addColumn('paid_through', 'text')
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('contributions_revision', 'integer')
    .execute();
  // A province or a regency is asked for by the beginning of the code.
  await schema
    .createIndex('participants_by_district')
    .on('participants')
    .expression(sql`district text_pattern_ops, participant_id`)
    .execute();
  await schema
    .createIndex('participants_by_agreement')
    .on('participants')
    .columns(['agreement_id', 'participant_id'])
    .execute();
  await schema
    .createIndex('participants_by_name')
    .on('participants')
    .expression(sql`coalesce(name, ''), participant_id`)
    .execute();
}

async function createContributions(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('contributions')
    .addColumn('event_id', 'uuid', (column) => column.primaryKey())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('months', 'integer', (column) => column.notNull())
    .addColumn('amount_idr', 'bigint', (column) => column.notNull())
    .addColumn('payer', 'text', (column) => column.notNull())
    .addColumn('paid_on', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('covered_from', 'text', (column) => column.notNull())
    .addColumn('arrears_from', 'text', (column) => column.notNull())
    .addColumn('inactive_from', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('contributions_by_participant')
    .on('contributions')
    .columns(['participant_id', 'period'])
    .execute();
}

async function createFamily(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('children')
    .addColumn('child_id', 'uuid', (column) => column.primaryKey())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('birth_date', 'text')
    .addColumn('school_level', 'text')
    .addColumn('year_in_level', 'integer')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('children_by_participant').on('children').column('participant_id').execute();
  await schema
    .createTable('heirs')
    .addColumn('heir_id', 'uuid', (column) => column.primaryKey())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('relation', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .execute();
  await schema.createIndex('heirs_by_participant').on('heirs').column('participant_id').execute();
}
