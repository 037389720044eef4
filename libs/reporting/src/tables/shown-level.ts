import { UNSTATED } from '../facts/told.js';
import { type Cut, type Figures, PERSONS } from '../indicators/indicator.js';
import { type Group, type Level } from './aggregate.js';
import { isSmall, protectGrid, protectLine } from './protect.js';

/** A group as it is shown: of a withheld one no figure is told. */
export interface ShownGroup {
  readonly values: readonly string[];
  readonly figures?: Figures;
}

/** What a table of these cuts, in the order of the alphabet, rests on: its own groups, those of each of its cuts, and the total; of months also those of years. */
export function levelsFor(cuts: readonly Cut[]): readonly (readonly Cut[])[] {
  const years = cuts.map((cut) => (cut === 'month' ? 'year' : cut)).toSorted();
  const own = cuts.includes('month') ? [cuts, years] : [cuts];
  const below = own.flatMap((some) => [some, ...some.map((cut) => [cut]), []]);
  return [...new Map(below.map((level) => [level.join(), level])).values()];
}

/**
 * What is shown of the groups of at most two cuts. What is withheld depends on these cuts alone, never on what somebody asks for of
 * them: so two answers cannot be put together to find it. Months are looked at year by year, because years are shown as well.
 */
export function shownGroups(levels: readonly Level[], cuts: readonly Cut[]): readonly ShownGroup[] {
  const all = new Hidden(levels, ({ figures }) => figures[PERSONS] ?? 0);
  // Whatever is behind a figure is looked at by itself: what is withheld of one part hides no less of another.
  const parts = levels.flatMap(({ groups }) => groups)[0]?.parts ?? [];
  const hidden = [all, ...parts.map((_, place) => new Hidden(levels, (group) => group.parts?.[place] ?? 0))];
  const keys = new Set(hidden.flatMap((one) => one.keysOf(cuts)));
  return [...keys].map((key) => {
    const { values, figures } = all.group(cuts, key);
    return hidden.some((one) => one.of(cuts).has(key)) ? { values } : { values, figures };
  });
}

const keyOf = (values: readonly string[]) => JSON.stringify(values);

const yearOf = (month: string) => (month === UNSTATED ? UNSTATED : month.slice(0, 4));

/** Keys of what is withheld, worked out for each list of cuts from those with fewer. */
class Hidden {
  private readonly groups: ReadonlyMap<string, ReadonlyMap<string, Group>>;
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(
    levels: readonly Level[],
    private readonly personsIn: (group: Group) => number,
  ) {
    this.groups = new Map(
      levels.map(({ cuts, groups }) => [
        cuts.join(),
        new Map(groups.map((group) => [keyOf(group.values), group])),
      ]),
    );
  }

  of(cuts: readonly Cut[]): ReadonlySet<string> {
    const name = cuts.join();
    const known = this.known.get(name) ?? this.workedOut(cuts);
    this.known.set(name, known);
    return known;
  }

  /** Keys of what is there, and of what is withheld though nobody is there. */
  keysOf(cuts: readonly Cut[]): readonly string[] {
    return [...new Set([...this.level(cuts).keys(), ...this.of(cuts)])];
  }

  group(cuts: readonly Cut[], key: string): Group {
    return this.level(cuts).get(key) ?? { values: JSON.parse(key) as string[], figures: {} };
  }

  private level(cuts: readonly Cut[]): ReadonlyMap<string, Group> {
    return this.groups.get(cuts.join()) ?? new Map();
  }

  private persons(cuts: readonly Cut[], values: readonly string[]): number {
    const group = this.level(cuts).get(keyOf(values));
    return group ? this.personsIn(group) : 0;
  }

  private workedOut(cuts: readonly Cut[]): ReadonlySet<string> {
    const [first, second] = cuts;
    if (first === undefined) return this.ofTotal();
    if (second === undefined) return new Set(this.stretches(first).flatMap((one) => this.ofLine(first, one)));
    const time = [first, second].includes('month') ? this.stretches('month') : [undefined];
    return new Set(time.flatMap((stretch) => this.ofGrid([first, second], stretch)));
  }

  private ofTotal(): ReadonlySet<string> {
    return isSmall(this.persons([], [])) ? new Set([keyOf([])]) : new Set();
  }

  /** The years that months are looked at within; of another cut one stretch without a name. */
  private stretches(cut: Cut): readonly (string | undefined)[] {
    if (cut !== 'month') return [undefined];
    return [...new Set(this.valuesOf('month').map(yearOf))];
  }

  private valuesOf(cut: Cut, year?: string): readonly string[] {
    // In one order: what is withheld must not depend on the order in which the database tells groups.
    const values = [...this.level([cut]).values()].map((group) => group.values[0]!).sort();
    return cut === 'month' && year !== undefined ? values.filter((month) => yearOf(month) === year) : values;
  }

  private ofLine(cut: Cut, year: string | undefined): readonly string[] {
    const values = this.valuesOf(cut, year);
    const hidden = protectLine(
      values.map((value) => this.persons([cut], [value])),
      this.isTotalHidden(year),
    );
    return values.filter((_, place) => hidden[place]).map((value) => keyOf([value]));
  }

  private isTotalHidden(year: string | undefined): boolean {
    return year === undefined ? this.of([]).has(keyOf([])) : this.of(['year']).has(keyOf([year]));
  }

  private ofGrid(cuts: readonly [Cut, Cut], year: string | undefined): readonly string[] {
    const [rows, columns] = cuts.map((cut) => this.valuesOf(cut, year)) as [string[], string[]];
    const hidden = protectGrid({
      persons: rows.map((row) => columns.map((column) => this.persons(cuts, [row, column]))),
      hiddenRows: rows.map((row) => this.isLineHidden(cuts[0], row, cuts[1], year)),
      hiddenColumns: columns.map((column) => this.isLineHidden(cuts[1], column, cuts[0], year)),
      isTotalHidden: this.isTotalHidden(year),
    });
    return rows.flatMap((row, r) =>
      columns.flatMap((column, c) => (hidden[r]![c] ? [keyOf([row, column])] : [])),
    );
  }

  /** Whether the total of a row or a column is withheld: within a year, that of the year. */
  private isLineHidden(cut: Cut, value: string, other: Cut, year: string | undefined): boolean {
    if (year === undefined || cut === 'month') return this.of([cut]).has(keyOf([value]));
    const [cuts, values] = other === 'month' ? this.withYear(cut, value, year) : [[cut], [value]];
    return this.of(cuts).has(keyOf(values));
  }

  private withYear(cut: Cut, value: string, year: string): readonly [readonly Cut[], readonly string[]] {
    return cut < 'year'
      ? [
          [cut, 'year'],
          [value, year],
        ]
      : [
          ['year', cut],
          [year, value],
        ];
  }
}
