import type { DomainEvent } from '#kernel';
import { defineProjection } from '#followers';
import { sql } from '#postgres';

export type TallyEvent =
  DomainEvent<'TallyOpened', { owner: string }> | DomainEvent<'TallyCounted', { amount: number }>;

export interface TallyTables {
  tally: { stream: string; owner: string; total: number; counted: number };
  entry: { stream: string; revision: string; amount: number };
}

/** Adds up: an event applied twice, or not at all, shows in the totals. */
export const tally = defineProjection<TallyEvent, TallyTables>({
  name: 'tally',
  version: 1,
  categories: ['tally'],
  createTables: async (schema) => {
    await schema
      .createTable('tally')
      .addColumn('stream', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('total', 'int8', (column) => column.notNull())
      .addColumn('counted', 'int8', (column) => column.notNull())
      .execute();
    await schema
      .createTable('entry')
      .addColumn('stream', 'text', (column) => column.notNull().references('tally.stream'))
      .addColumn('revision', 'int8', (column) => column.notNull())
      .addColumn('amount', 'int8', (column) => column.notNull())
      .execute();
    await schema.createIndex('entry_by_stream').on('entry').column('stream').execute();
  },
  on: {
    TallyOpened: async ({ streamId, data }, tables) => {
      await tables
        .insertInto('tally')
        .values({ stream: streamId, owner: data.owner, total: 0, counted: 0 })
        .execute();
    },
    TallyCounted: async ({ streamId, revision, data }, tables) => {
      await tables
        .insertInto('entry')
        .values({ stream: streamId, revision: String(revision), amount: data.amount })
        .execute();
      await tables
        .updateTable('tally')
        .set({ total: sql`total + ${data.amount}`, counted: sql`counted + 1` })
        .where('stream', '=', streamId)
        .execute();
    },
  },
});
