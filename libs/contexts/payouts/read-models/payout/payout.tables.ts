import type { BankAccount, LocalDate, Rupiah } from '#kernel';
import { type SchemaModule, sql } from '#postgres';
import { type TimelineTables, createTimeline } from '#followers';
import type { PayoutSource, ReturnReason } from '../../domain/payout.events.js';

export const PAYOUT_STATUSES = ['ORDERED', 'INSTRUCTED', 'ACCEPTED', 'SETTLED', 'RETURNED'] as const;

export type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

export interface PayoutRow {
  payout_id: string;
  participant_id: string;
  source_kind: PayoutSource['kind'];
  source_id: string;
  payee: string;
  facility_id: string | null;
  component_codes: string[];
  amount_idr: Rupiah;
  pay_by: LocalDate | null;
  ordered_on: LocalDate;
  status: PayoutStatus;
  /** Null for a PLKK before it is paid, and once the person's key was destroyed. */
  bank: string | null;
  /** The last four digits only: nobody needs the rest to follow a payment. */
  account_masked: string | null;
  instruction_number: string | null;
  bank_reference: string | null;
  settled_on: LocalDate | null;
  /** Why the money came back the last time, and how often it did. */
  return_reason: ReturnReason | null;
  returns: number;
  revision: number;
}

/** An account in full, for finance: of a person only as long as the bank is still to be told. */
export interface AccountRow extends BankAccount {
  /** The payment of a person, or the facility. */
  owner_id: string;
}

export interface PayoutTables extends TimelineTables {
  payouts: PayoutRow;
  accounts: AccountRow;
}

/** Stands behind every date: payments without a last day come last. */
export const NO_DATE = '9999-12-31';

export async function createPayoutTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('payouts')
    .addColumn('payout_id', 'uuid', (column) => column.primaryKey())
    .addColumn('participant_id', 'uuid', (column) => column.notNull())
    .addColumn('source_kind', 'text', (column) => column.notNull())
    .addColumn('source_id', 'uuid', (column) => column.notNull())
    .addColumn('payee', 'text', (column) => column.notNull())
    .addColumn('facility_id', 'uuid')
    .addColumn('component_codes', 'jsonb', (column) => column.notNull())
    .addColumn('amount_idr', 'bigint', (column) => column.notNull())
    .addColumn('pay_by', 'text')
    .addColumn('ordered_on', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('bank', 'text')
    .addColumn('account_masked', 'text')
    .addColumn('instruction_number', 'text')
    .addColumn('bank_reference', 'text')
    .addColumn('settled_on', 'text')
    .addColumn('return_reason', 'text')
    .addColumn('returns', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('payouts_by_urgency')
    .on('payouts')
    .expression(sql`coalesce(pay_by, ${sql.lit(NO_DATE)}), payout_id`)
    .execute();
  for (const column of ['status', 'source_id', 'participant_id'] as const) {
    await schema
      .createIndex(`payouts_by_${column}`)
      .on('payouts')
      .columns([column, 'pay_by', 'payout_id'])
      .execute();
  }
  await schema
    .createTable('accounts')
    .addColumn('owner_id', 'uuid', (column) => column.primaryKey())
    .addColumn('bank', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .execute();
  await createTimeline(schema);
}
