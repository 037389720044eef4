import type { Table } from '#postgres';
import { type Writing, insertRows, pushTo } from './fact-rows.js';
import { foldClaims, foldPeople, foldWorkplaces } from './fold-again.js';
import type { About, FactRow } from './reader.js';

/** Writes facts, a statement a table; one that is there already stays as it is. */
export async function storeFacts(transaction: Writing, facts: readonly FactRow[]): Promise<void> {
  const byTable = new Map<Table, FactRow['row'][]>();
  for (const { table, row } of facts) pushTo(byTable, table, row);
  for (const [table, rows] of byTable) await insertRows(transaction, table, rows);
}

/** Folds again what follows from facts. Whoever takes in facts holds the place, and so is alone. */
export async function foldAgain(transaction: Writing, abouts: readonly (About | undefined)[]): Promise<void> {
  const idsOf = (kind: Exclude<keyof About, 'wages'>) =>
    [...new Set(abouts.flatMap((about) => about?.[kind] ?? []))].sort();
  await foldWorkplaces(transaction, idsOf('workplaces'));
  await foldPeople(transaction, {
    people: idsOf('people'),
    staffOf: idsOf('staffOf'),
    reports: idsOf('reports'),
    wages: abouts.flatMap((about) => about?.wages ?? []),
  });
  await foldClaims(transaction, idsOf('claims'), idsOf('payouts'));
}
