import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { type Transaction, createStatements } from '#postgres';
import { type AnyProjection, checkDeclared, handleInOrder, handlerShapeOf } from './handler-projection.js';
import { foldTable, keysWanted, planOf } from './read-model/fold.js';
import { keyText } from '#postgres';
import type { ProjectionIdentity, ReadModel } from './read-model/read-model.js';
import { loadRows, writeRows } from './read-model/stored-rows.js';

/** Whatever writes tables from the log. */
export type AnyReadModel = ReadModel | AnyProjection;

/** What it takes to keep the tables of a read model. The transaction's search path is the schema of the read model. */
export interface Projecting extends ProjectionIdentity {
  readonly categories: readonly string[];
  /** A fingerprint of the statements that make the tables: it tells when somebody changed them under the same version. */
  shape(): Promise<string>;
  createTables(transaction: Transaction<object>): Promise<void>;
  /** Before anything else is done about a batch. @throws when it can never be applied rightly */
  check?(events: readonly RecordedEvent[]): void;
  /** Writes what these events mean and says how many meant something. */
  project(transaction: Transaction<object>, events: readonly RecordedEvent[]): Promise<number>;
}

export function projecting(model: AnyReadModel): Projecting {
  return 'tables' in model ? folding(model) : handling(model);
}

function folding(model: ReadModel): Projecting {
  const { name, version, categories, tables } = model;
  const statements = Object.values(tables).flatMap(createStatements);
  return {
    name,
    version,
    categories,
    shape: async () => createHash('sha256').update(statements.join(';\n')).digest('hex').slice(0, 16),
    createTables: async (transaction) => {
      for (const statement of statements) await sql.raw(statement).execute(transaction);
    },
    project: (transaction, events) => foldBatch(transaction, model, events),
  };
}

function handling(projection: AnyProjection): Projecting {
  const { name, version, categories } = projection;
  return {
    name,
    version,
    categories,
    shape: () => handlerShapeOf(projection),
    createTables: (transaction) => projection.createTables(transaction.schema, transaction),
    check: (events) => checkDeclared(projection, events),
    project: (transaction, events) =>
      handleInOrder(projection, events, transaction as unknown as Transaction<unknown>),
  };
}

/** One query per table for the rows that the batch touches, a fold in log order, one statement per table. */
async function foldBatch(
  transaction: Transaction<object>,
  model: ReadModel,
  events: readonly RecordedEvent[],
): Promise<number> {
  const plan = planOf(model, events);
  const folded = [];
  for (const part of plan.tables) {
    const stored = await loadRows(transaction, part.table, [...keysWanted(part).values()]);
    const into = {
      rows: new Map(stored.map((row) => [keyText(part.table, row), row])),
      changed: new Set<string>(),
      appended: [],
    };
    foldTable(model, part, into);
    folded.push({ table: part.table, into });
  }
  for (const { table, into } of folded) await writeRows(transaction, table, into);
  return plan.handled;
}
