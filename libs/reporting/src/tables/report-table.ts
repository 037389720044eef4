import type { LocalDate } from '#kernel';
import type { Transaction } from '#postgres';
import type { Cut, Indicator } from '../indicators/indicator.js';
import { aggregate, figuresOfNobody } from './aggregate.js';
import { type ShownGroup, levelsFor, shownGroups } from './shown-level.js';

/** What is asked of an indicator. */
export interface TableAsked {
  readonly on: LocalDate;
  /** By what rows are told apart. */
  readonly by: readonly Cut[];
  /** Cuts of which one value is wanted. */
  readonly where: Partial<Readonly<Record<Cut, string>>>;
}

/** The rows of a report, each with a value for each cut of `by`, and what they come to. */
export interface ReportTable {
  readonly rows: readonly ShownGroup[];
  readonly total: ShownGroup;
}

/** The cuts that a table is worked out by. The year of a month is known with the month. */
export function cutsUsed({ by, where }: Pick<TableAsked, 'by' | 'where'>): readonly Cut[] {
  const cuts = [...new Set([...(Object.keys(where) as Cut[]), ...by])].sort();
  return cuts.includes('month') ? cuts.filter((cut) => cut !== 'year') : cuts;
}

/** So many cuts at most, those of which one value is wanted with them: more of them would tell of too few. */
export const MOST_CUTS = 2;

/** Works out a table, and withholds whatever is about too few, or would tell it. */
export async function reportTable(
  transaction: Transaction<object>,
  indicator: Indicator,
  asked: TableAsked,
): Promise<ReportTable> {
  const cuts = cutsUsed(asked);
  const levels = await aggregate(transaction, indicator, levelsFor(cuts), asked.on);
  // Without cuts to tell rows apart there is the total and nothing else.
  const rows = asked.by.length === 0 ? [] : shownGroups(levels, cuts).filter(wanted(cuts, asked));
  const fixed = cutsUsed({ by: [], where: asked.where });
  const totals = levels.some((level) => level.cuts.join() === fixed.join()) ? shownGroups(levels, fixed) : [];
  const total = totals.find(wanted(fixed, asked));
  return {
    rows: rows.map(({ values, figures }) => ({ values: asked.by.map(valueIn(cuts, values)), figures })),
    total: { values: [], figures: total ? total.figures : nobody(indicator, fixed, asked) },
  };
}

const valueIn = (cuts: readonly Cut[], values: readonly string[]) => (cut: Cut) =>
  cut === 'year' && !cuts.includes('year')
    ? values[cuts.indexOf('month')]!.slice(0, 4)
    : values[cuts.indexOf(cut)]!;

const wanted =
  (cuts: readonly Cut[], { where }: TableAsked) =>
  ({ values }: ShownGroup): boolean =>
    (Object.entries(where) as [Cut, string][]).every(([cut, value]) => valueIn(cuts, values)(cut) === value);

const nobody = (indicator: Indicator, fixed: readonly Cut[], { where, on }: TableAsked) =>
  figuresOfNobody(
    indicator,
    fixed,
    fixed.map((cut) => where[cut] ?? ''),
    on,
  );
