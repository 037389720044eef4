import type { LocalDate } from '#kernel';
import { type RawBuilder, type Transaction, sql } from '#postgres';
import { type Cut, type Indicator, PERSONS } from '../indicators/indicator.js';

/** A figure of each measure; nothing where there is nothing to divide by. */
export type Figures = Readonly<Record<string, number | null>>;

/** One group: its value in each cut, and its figures. */
export interface Group {
  readonly values: readonly string[];
  readonly figures: Figures;
}

/** The groups of some cuts. */
export interface Level {
  readonly cuts: readonly Cut[];
  readonly groups: readonly Group[];
}

/** Where nobody said it. */
export const UNSTATED = 'UNSTATED';

/** More groups than anybody reads, and than it is quick to look through for what must not be shown. */
export const MOST_GROUPS = 50_000;

/** There are more groups than are worked out at once. */
export class TooManyGroups extends Error {
  override readonly name = 'TooManyGroups';
}

/**
 * The groups of an indicator by several lists of cuts, in one pass over its facts.
 * @param levels lists of cuts; an empty one is the total
 * @throws TooManyGroups
 */
export async function aggregate(
  transaction: Transaction<object>,
  indicator: Indicator,
  levels: readonly (readonly Cut[])[],
  on: LocalDate,
): Promise<readonly Level[]> {
  const cuts = [...new Set(levels.flat())];
  const rows = await groupsOf(transaction, indicator, cuts, levels, on);
  if (rows.length > MOST_GROUPS) throw new TooManyGroups();
  return levels.map((level) => ({
    cuts: level,
    groups: rows.filter((row) => isOf(row, cuts, level)).map((row) => groupOf(row, indicator, level)),
  }));
}

type Row = Readonly<Record<string, string | number | null>>;

async function groupsOf(
  transaction: Transaction<object>,
  { cuts: known, facts, measures }: Indicator,
  cuts: readonly Cut[],
  levels: readonly (readonly Cut[])[],
  on: LocalDate,
): Promise<readonly Row[]> {
  const told = cuts.map((cut) => sql`coalesce(${known[cut]}, ${sql.lit(UNSTATED)}) as ${column(cut)}`);
  const wanted = measures.map(({ name, of }) => sql`(${of})::float8 as ${sql.id(name)}`);
  const sets = levels.map((level) => sql`(${sql.join(level.map(column))})`);
  const { rows } = await sql<Row>`
    select ${listOf(cuts.map(column))}
      ${listOf(cuts.map((cut) => sql`grouping(${column(cut)}) as ${sql.id(`without_${cut}`)}`))}
      count(distinct person_id)::float8 as ${sql.id(PERSONS)}${wanted.length > 0 ? sql`, ${sql.join(wanted)}` : sql``}
    from (select facts.* ${cuts.length > 0 ? sql`, ${sql.join(told)}` : sql``} from (${facts(on)}) as facts) as told
    group by grouping sets (${sql.join(sets)})
    limit ${MOST_GROUPS + 1}`.execute(transaction);
  return rows;
}

/** Facts may have a column of the same name. */
const column = (cut: Cut) => sql.id(`cut_${cut}`);

const listOf = (parts: readonly RawBuilder<unknown>[]) =>
  parts.length > 0 ? sql`${sql.join(parts)},` : sql``;

const isOf = (row: Row, cuts: readonly Cut[], level: readonly Cut[]): boolean =>
  cuts.every((cut) => row[`without_${cut}`] === (level.includes(cut) ? 0 : 1));

function groupOf(row: Row, { measures }: Indicator, level: readonly Cut[]): Group {
  const figures = [PERSONS, ...measures.map(({ name }) => name)].map((name) => [name, row[name] ?? null]);
  return {
    values: level.map((cut) => String(row[`cut_${cut}`])),
    figures: Object.fromEntries(figures) as Figures,
  };
}
