import type { DomainEvent } from '#kernel';
import { append, category, change, fold, readModel } from '#followers';
import { integer, position, table, text } from '#postgres';

type TallyEvent =
  DomainEvent<'TallyOpened', { owner: string }> | DomainEvent<'TallyCounted', { amount: number }>;

export const tallies = table('tally', {
  stream: text().key(),
  owner: text(),
  total: integer(),
  counted: integer(),
});

export const entries = table('entry', {
  stream: text().key(),
  revision: position().key(),
  amount: integer(),
});

/** Adds up: an event applied twice, or not at all, shows in the totals. */
export const tally = readModel({
  name: 'tally',
  version: 1,
  own: [category<TallyEvent>('tally')],
  tables: { tally: tallies, entry: entries },
  on: {
    TallyOpened: ({ streamId, data }) => [
      fold(tallies, streamId, (row) => {
        if (row) throw new Error('It was opened before');
        return { stream: streamId, owner: data.owner, total: 0, counted: 0 };
      }),
    ],
    TallyCounted: ({ streamId, revision, data }) => [
      append(entries, { stream: streamId, revision: String(revision), amount: data.amount }),
      change(tallies, streamId, (row) => ({
        ...row,
        total: row.total + data.amount,
        counted: row.counted + 1,
      })),
    ],
  },
});
