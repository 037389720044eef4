import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { errorCode } from './error-code.js';
import { limitedOf, notConnected } from './limited.js';

/** Statements that each connection keeps ready. A program has some dozens; filters of lists make some hundred. */
const MOST_STATEMENTS = 500;

/** The tables behind a statement were made anew with other columns. */
const PLAN_OUTDATED = '0A000';

const names = new Map<string, string>();
let named = 0;

/** A name for the text of a statement, the same one every time; undefined where keeping it ready is of no use. */
export function nameOfStatement(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST_STATEMENTS || !/^\s*(select|insert|update|delete|with)\b/i.test(text))
    return undefined;
  const name = `lindung_${named++}`;
  names.set(text, name);
  return name;
}

/** Forgets them, as a program that begins: for specifications that count them, after others that asked many. */
export const forgetStatements = (): void => names.clear();

const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/**
 * A pool whose connections keep their statements ready, so that PostgreSQL reads and plans each text once. For connections
 * that stay with one session: a proxy that pools by transaction would mix them up.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  return { connect: async () => preparingOn(await connected(pool)), end: () => pool.end() };
}

/** @throws DatabaseUnavailable when there is no connection, or none is free in time */
export async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw notConnected(error);
  }
}

/** How a statement is asked on a connection. */
export type Ask = (client: pg.PoolClient, text: string, values: unknown[]) => Promise<unknown>;

/** What has no values is planned each time: it brings in what a temporary table holds, few rows or very many. */
const askAsPg: Ask = (client, text, values) => {
  const name = values.length > 0 ? nameOfStatement(text) : undefined;
  return client.query(name === undefined ? { text, values } : { name, text, values });
};

/** The same for one connection. */
export function preparingOn(client: pg.PoolClient, ask = askAsPg): PostgresPoolClient {
  const known = clients.get(client);
  if (known) return known;
  const limited = limitedOf(client);
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await limited.statement(() => ask(client, text, [...values]));
    } catch (error) {
      if (errorCode(error) === PLAN_OUTDATED) names.delete(text);
      throw error;
    }
  };
  // Cursors, the other thing that Kysely may ask for, are not used.
  const made = { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
  clients.set(client, made);
  return made;
}
