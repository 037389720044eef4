import type { LocalDate, Rupiah } from '#kernel';
import { type SchemaModule, sql } from '#postgres';
import { type TimelineTables, createTimeline } from '#followers';
import type { Claimant, DocumentKind, Payee, Programme } from '../../domain/claim.events.js';

/** Where a claim stands for those who work on it; from the order on, the bank decides. */
export const CLAIM_STATUSES = [
  'INCOMPLETE',
  'COMPLETE',
  'HELD',
  'CALCULATED',
  'APPROVED',
  'DENIED',
  'PAYMENT_ORDERED',
  'PAYMENT_RETURNED',
  'PAID',
] as const;

export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** A decision needs nobody's attention any more. */
export const CLOSED_STATUSES: readonly ClaimStatus[] = ['DENIED', 'PAID'];

export interface ClaimRow {
  claim_id: string;
  programme: Programme;
  participant_id: string;
  accident_id: string | null;
  event_date: LocalDate;
  office: string;
  claimant: Claimant;
  /** Null once the participant's key was destroyed. */
  claimant_name: string | null;
  status: ClaimStatus;
  submitted_on: LocalDate;
  completed_on: LocalDate | null;
  pay_by: LocalDate | null;
  missing: DocumentKind[];
  documents: { kind: DocumentKind; reference: string }[];
  assessor_id: string | null;
  decider_id: string | null;
  decided_on: LocalDate | null;
  rule_set_version: string | null;
  total_idr: Rupiah;
  ordered_idr: Rupiah;
  paid_idr: Rupiah;
  /** Why the law refuses or waits; null when it grants. */
  refusal: { decision: string; rule: string; law: string; article: string; detail: string } | null;
  entitled_children: number;
  revision: number;
}

export interface ClaimComponentRow {
  claim_id: string;
  line: number;
  code: string;
  amount_idr: Rupiah;
  law: string;
  article: string;
  payee: Payee;
  /** Health data: tells of the disability. Null once the participant's key was destroyed. */
  arithmetic: string | null;
}

export interface ClaimPayoutRow {
  payout_id: string;
  claim_id: string;
  payee: string;
  amount_idr: Rupiah;
  status: 'ORDERED' | 'INSTRUCTED' | 'ACCEPTED' | 'SETTLED' | 'RETURNED';
  settled_on: LocalDate | null;
}

/** The timeline tells of claims, accidents and payouts. */
export interface ClaimTables extends TimelineTables {
  claims: ClaimRow;
  claim_components: ClaimComponentRow;
  claim_payouts: ClaimPayoutRow;
}

/** Stands behind every date: claims whose service clock has not started come last. */
export const NO_DATE = '9999-12-31';

export async function createClaimTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('claims')
    .addColumn('claim_id', 'uuid', (column) => column.primaryKey())
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('accident_id', 'uuid')
    .addColumn('event_date', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .addColumn('claimant', 'text', (column) => column.notNull())
    .addColumn('claimant_name', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('submitted_on', 'text', (column) => column.notNull())
    .addColumn('completed_on', 'text')
    .addColumn('pay_by', 'text')
    .addColumn('missing', 'jsonb', (column) => column.notNull())
    .addColumn('documents', 'jsonb', (column) => column.notNull())
    .addColumn('assessor_id', 'text')
    .addColumn('decider_id', 'text')
    .addColumn('decided_on', 'text')
    .addColumn('rule_set_version', 'text')
    .addColumn('total_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('ordered_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('paid_idr', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('refusal', 'jsonb')
    .addColumn('entitled_children', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('claims_by_submission')
    .on('claims')
    .columns(['submitted_on', 'claim_id'])
    .execute();
  await schema
    .createIndex('claims_by_urgency')
    .on('claims')
    .expression(sql`coalesce(pay_by, ${sql.lit(NO_DATE)}), claim_id`)
    .execute();
  for (const column of ['status', 'office', 'participant_id', 'accident_id'] as const) {
    await schema
      .createIndex(`claims_by_${column}`)
      .on('claims')
      .columns([column, 'submitted_on', 'claim_id'])
      .execute();
  }
  await schema
    .createTable('claim_components')
    .addColumn('claim_id', 'uuid', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('amount_idr', 'bigint', (column) => column.notNull())
    .addColumn('law', 'text', (column) => column.notNull())
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('payee', 'text', (column) => column.notNull())
    .addColumn('arithmetic', 'text')
    .addPrimaryKeyConstraint('claim_components_key', ['claim_id', 'line'])
    .execute();
  await schema
    .createTable('claim_payouts')
    .addColumn('payout_id', 'uuid', (column) => column.primaryKey())
    .addColumn('claim_id', 'uuid', (column) => column.notNull())
    .addColumn('payee', 'text', (column) => column.notNull())
    .addColumn('amount_idr', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('settled_on', 'text')
    .execute();
  await schema.createIndex('claim_payouts_by_claim').on('claim_payouts').column('claim_id').execute();
  await createTimeline(schema);
}
