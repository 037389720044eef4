import type { LocalDate } from '#kernel';
import { type RawBuilder, type Transaction, sql } from '#postgres';
import { UNSTATED } from '../facts/told.js';
import {
  type Cut,
  type Figures,
  type GroupValues,
  type Indicator,
  type Measure,
  PERSONS,
} from '../indicators/indicator.js';

/** One group: its value in each cut, and its figures. */
export interface Group {
  readonly values: readonly string[];
  readonly figures: Figures;
  /** Persons behind each of the parts of the indicator. */
  readonly parts?: readonly number[];
}

/** The groups of some cuts. */
export interface Level {
  readonly cuts: readonly Cut[];
  readonly groups: readonly Group[];
}

/** More groups than anybody reads, and than it is quick to look through for what must not be shown. */
export const MOST_GROUPS = 50_000;

/** There are more groups than are worked out at once. */
export class TooManyGroups extends Error {
  override readonly name = 'TooManyGroups';
}

/**
 * The groups of an indicator by several lists of cuts.
 * @param levels lists of cuts; an empty one is the total, and the longest ones tell of all others
 * @throws TooManyGroups
 */
export async function aggregate(
  transaction: Transaction<object>,
  indicator: Indicator,
  levels: readonly (readonly Cut[])[],
  on: LocalDate,
): Promise<readonly Level[]> {
  const cuts = [...new Set(levels.flat())];
  const looked = await groupsBySets(transaction, indicator, cuts, levels, on);
  const counted = indicator.saysSeveral ? await groupsOnce(transaction, indicator, cuts, on) : [];
  if (looked.length + counted.length > MOST_GROUPS) throw new TooManyGroups();
  return levels.map((level) => ({
    cuts: level,
    groups: groupsOf(indicator, cuts, level, looked, counted, on),
  }));
}

type Row = Readonly<Record<string, string | number | null>>;

const isAggregate = (measure: Measure): measure is Extract<Measure, { of: unknown }> => 'of' in measure;

/** One pass in which persons are looked up: over all facts, or only over those of persons that may be met twice. */
async function groupsBySets(
  transaction: Transaction<object>,
  indicator: Indicator,
  cuts: readonly Cut[],
  levels: readonly (readonly Cut[])[],
  on: LocalDate,
): Promise<readonly Row[]> {
  const sets = levels.map((level) => sql`(${sql.join(level.map(column))})`);
  const which = indicator.saysSeveral ? sql`where is_several` : sql``;
  const { rows } = await sql<Row>`
    select ${listOf(cuts.map(column))}
      ${listOf(cuts.map((cut) => sql`grouping(${column(cut)}) as ${sql.id(`without_${cut}`)}`))}
      count(distinct person_id)::float8 as ${sql.id(PERSONS)} ${measuresOf(indicator)}
    from ${told(indicator, cuts, on)} ${which}
    group by grouping sets (${sql.join(sets)})
    limit ${MOST_GROUPS + 1}`.execute(transaction);
  return rows;
}

/** Facts of persons that are met once: counted by all cuts at the same time, which several processes can share. */
async function groupsOnce(
  transaction: Transaction<object>,
  indicator: Indicator,
  cuts: readonly Cut[],
  on: LocalDate,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select ${listOf(cuts.map(column))} count(*)::float8 as ${sql.id(PERSONS)} ${measuresOf(indicator)}
    from ${told(indicator, cuts, on)} where not is_several
    ${cuts.length > 0 ? sql`group by ${sql.join(cuts.map(column))}` : sql``}
    limit ${MOST_GROUPS + 1}`.execute(transaction);
  return rows;
}

function told({ cuts: known, facts }: Indicator, cuts: readonly Cut[], on: LocalDate): RawBuilder<unknown> {
  const values = cuts.map((cut) => sql`(${known[cut]})::text as ${column(cut)}`);
  const more = values.length > 0 ? sql`, ${sql.join(values)}` : sql``;
  return sql`(select facts.* ${more} from (${facts(on)}) as facts) as told`;
}

function measuresOf({ measures, parts = [] }: Indicator): RawBuilder<unknown> {
  const wanted = [
    ...measures.filter(isAggregate),
    ...parts.map((of, place) => ({ name: partName(place), of })),
  ].map(({ name, of }) => sql`(${of})::float8 as ${sql.id(name)}`);
  return wanted.length > 0 ? sql`, ${sql.join(wanted)}` : sql``;
}

const partName = (place: number) => `part_${place}`;

/** Facts may have a column of the same name. */
const column = (cut: Cut) => sql.id(`cut_${cut}`);

const listOf = (parts: readonly RawBuilder<unknown>[]) =>
  parts.length > 0 ? sql`${sql.join(parts)},` : sql``;

function groupsOf(
  indicator: Indicator,
  cuts: readonly Cut[],
  level: readonly Cut[],
  looked: readonly Row[],
  counted: readonly Row[],
  on: LocalDate,
): readonly Group[] {
  const own = looked.filter((row) =>
    cuts.every((cut) => row[`without_${cut}`] === (level.includes(cut) ? 0 : 1)),
  );
  const sums = new Map<string, { values: string[]; figures: Record<string, number | null> }>();
  for (const row of [...own, ...counted]) {
    const values = level.map((cut) => String(row[`cut_${cut}`] ?? UNSTATED));
    const key = JSON.stringify(values);
    const known = sums.get(key);
    const figures = Object.fromEntries(namesOf(indicator).map((name) => [name, numberIn(row, name)]));
    if (!known) sums.set(key, { values, figures });
    else
      for (const name of namesOf(indicator)) known.figures[name] = added(known.figures[name], figures[name]);
  }
  return [...sums.values()]
    .filter(({ values, figures }) => values.length === 0 || figures[PERSONS] !== null)
    .map(({ values, figures }) => ({
      values,
      figures: withDerived(indicator, level, values, figures, on),
      parts: (indicator.parts ?? []).map((_, place) => figures[partName(place)] ?? 0),
    }));
}

const namesOf = ({ measures, parts = [] }: Indicator) => [
  PERSONS,
  ...measures.filter(isAggregate).map(({ name }) => name),
  ...parts.map((_, place) => partName(place)),
];

const numberIn = (row: Row, name: string): number | null => {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
};

const added = (one: number | null | undefined, other: number | null | undefined): number | null =>
  one === null || one === undefined ? (other ?? null) : one + (other ?? 0);

/** Figures of a group that nobody is in. */
export function figuresOfNobody(
  indicator: Indicator,
  level: readonly Cut[],
  values: readonly string[],
  on: LocalDate,
): Figures {
  const none = Object.fromEntries(namesOf(indicator).map((name) => [name, 0]));
  return withDerived(indicator, level, values, none, on);
}

/** Figures that follow from others of the same group, in the order in which the indicator names them. */
function withDerived(
  { measures }: Indicator,
  level: readonly Cut[],
  values: readonly string[],
  figures: Figures,
  on: LocalDate,
): Figures {
  const group = Object.fromEntries(level.map((cut, place) => [cut, values[place]])) as GroupValues;
  const all: Record<string, number | null> = { [PERSONS]: figures[PERSONS] ?? 0 };
  for (const measure of measures) {
    all[measure.name] = isAggregate(measure)
      ? (figures[measure.name] ?? null)
      : measure.from({ ...figures, ...all }, group, on);
  }
  return all;
}
