import type { Writing } from '#followers';
import { type Transaction, sql } from '#postgres';
import { type FactsBy, bringIn, factsAmong, factsIn } from './fact-rows.js';
import { memberships, mergers, people, registrations } from './fact-tables.js';
import { foldPerson } from './fold-person.js';
import { personFacts } from './person-facts.js';
import type { FactRow } from './reader.js';

/**
 * Those who are registered by these facts, and of whom nothing was told before: nothing has to be looked up of them, or made anew. A list of
 * people who are registered tells of nobody else.
 * @param facts that are not stored yet
 */
export async function newcomersAmong(
  transaction: Transaction<object>,
  facts: readonly FactRow[],
): Promise<ReadonlySet<string>> {
  const merged = new Set(facts.filter(({ table }) => table === mergers).flatMap(bothIn));
  const registered = facts.filter(({ table }) => table === registrations).map(personIn);
  const asked = registered.filter((id) => !merged.has(id));
  if (asked.length === 0) return new Set();
  // Everybody of whom anything was told is somebody, except whose wages nobody has paid for yet.
  const { rows } = await sql<{ id: string }>`
    select participant_id as id from people where participant_id = any(${asked}::uuid[])
    union all
    select participant_id from wage_months where participant_id = any(${asked}::uuid[])`.execute(transaction);
  const known = new Set(rows.map(({ id }) => id));
  return new Set(asked.filter((id) => !known.has(id)));
}

const personIn = ({ row }: FactRow) => String(row['participantId']);

const bothIn = (fact: FactRow) => [personIn(fact), String(fact.row['survivorId'])];

/** Folds those of whom nothing else was told than these facts, which have been stored meanwhile. */
export async function foldNewcomers(
  writing: Writing,
  newcomers: ReadonlySet<string>,
  facts: readonly FactRow[],
): Promise<void> {
  if (newcomers.size === 0) return;
  const told = await personFacts(ofNewcomers(writing, facts), [...newcomers], new Map());
  const folded = told.map(foldPerson);
  await bringIn(
    writing,
    people,
    folded.map(({ person }) => person),
  );
  await bringIn(
    writing,
    memberships,
    folded.flatMap((one) => one.memberships),
  );
}

/** What is told of people stands in the facts; where they work may be known from before. */
const ofNewcomers = ({ transaction }: Writing, facts: readonly FactRow[]): FactsBy => {
  const [among, stored] = [factsAmong(facts), factsIn(transaction)];
  return (table, column, ids) => (column === 'participantId' ? among : stored)(table, column, ids);
};
