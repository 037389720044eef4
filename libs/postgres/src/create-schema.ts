import { type Transaction, sql } from 'kysely';

/**
 * Makes a schema where it is missing. Safe when many processes start at once: they take turns until their transactions
 * end, so that this holds for the tables that follow as well. `create schema if not exists` alone lets two sessions
 * collide even when they take turns: it may go by what the session knew of schemas before it waited.
 */
export async function createSchema<Tables>(transaction: Transaction<Tables>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lindung/schema/${schema}`}, 0))`.execute(
    transaction,
  );
  const { rows } = await sql`select from pg_namespace where nspname = ${schema}`.execute(transaction);
  if (rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(transaction);
}
