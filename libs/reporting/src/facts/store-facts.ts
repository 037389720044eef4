import type { Writing } from '#followers';
import type { Table } from '#postgres';
import { bringIn, pushTo } from './fact-rows.js';
import { foldClaims, foldPeople, foldWorkplaces } from './fold-again.js';
import { foldNewcomers, newcomersAmong } from './newcomers.js';
import type { About, FactRow, Told } from './reader.js';

/** Stores what events said that were not taken in before, and folds again what follows. Whoever does holds the place, and so is alone. */
export async function storeTold(writing: Writing, told: readonly Told[]): Promise<void> {
  const facts = told.flatMap(({ rows }) => rows);
  const newcomers = await newcomersAmong(writing.transaction, facts);
  await storeFacts(writing, facts);
  await foldNewcomers(writing, newcomers, facts);
  await foldAgain(
    writing.transaction,
    told.map(({ about }) => about),
    newcomers,
  );
}

/** A statement a table. */
async function storeFacts(writing: Writing, facts: readonly FactRow[]): Promise<void> {
  const byTable = new Map<Table, FactRow['row'][]>();
  for (const { table, row } of facts) pushTo(byTable, table, row);
  for (const [table, rows] of byTable) await bringIn(writing, table, rows);
}

/** @param folded of whom everything was folded already, except where their months were paid meanwhile */
async function foldAgain(
  transaction: Writing['transaction'],
  abouts: readonly (About | undefined)[],
  folded: ReadonlySet<string>,
): Promise<void> {
  const idsOf = (kind: Exclude<keyof About, 'wages'>) =>
    [...new Set(abouts.flatMap((about) => about?.[kind] ?? []))].sort();
  await foldWorkplaces(transaction, idsOf('workplaces'));
  await foldPeople(transaction, {
    people: idsOf('people').filter((id) => !folded.has(id)),
    staffOf: idsOf('staffOf'),
    reports: idsOf('reports'),
    wages: abouts.flatMap((about) => about?.wages ?? []),
  });
  await foldClaims(transaction, idsOf('claims'), idsOf('payouts'));
}
