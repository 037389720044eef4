import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CUTS, type Cut, PERSONS } from '../indicators/indicator.js';
import { type Level } from './aggregate.js';
import { SMALLEST_GROUP, isSmall, protectGrid, protectLine } from './protect.js';
import { levelsFor, shownGroups } from './shown-level.js';

describe('A line', () => {
  it.each<[string, number[], boolean, boolean[]]>([
    ['of large groups is shown', [12, 7], false, [false, false]],
    [
      'withholds a small group, and the smallest other one, from which it would follow',
      [3, 90, 8],
      false,
      [true, false, true],
    ],
    [
      'withholds more where what is withheld would be a group of fewer than five itself',
      [1, 2, 9],
      false,
      [true, true, true],
    ],
    ['with nobody in it is shown', [0, 9], false, [false, false]],
    ['hides something where its total is hidden', [9, 8], true, [false, true]],
  ])('%s', (_, persons, isTotalHidden, hidden) => {
    expect(protectLine(persons, isTotalHidden)).toEqual(hidden);
  });
});

describe('A table', () => {
  it('withholds what a small group would follow from along a row and a column', () => {
    const persons = [
      [3, 20, 30],
      [40, 50, 60],
    ];
    const hidden = protectGrid({
      persons,
      hiddenRows: [false, false],
      hiddenColumns: [false, false, false],
      isTotalHidden: false,
    });
    expect(hidden).toEqual([
      [true, true, false],
      [true, true, false],
    ]);
  });
});

/** A person of a small population: a value for each of three cuts. */
const [A, B, C] = ['branch', 'channel', 'district'] as const satisfies readonly Cut[];
const FEW: readonly Cut[] = [A, B, C];

type Population = ReadonlyMap<string, number>;

const populations = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([a, b, c]) =>
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
        minLength: a * b * c,
        maxLength: a * b * c,
      })
      .map((counts): Population => {
        const places = cells(a, b, c);
        return new Map(counts.map((count, place) => [JSON.stringify(places[place]), count]));
      }),
  );

function cells(a: number, b: number, c: number): string[][] {
  const names = (count: number) => Array.from({ length: count }, (_, n) => `v${n}`);
  return names(a).flatMap((one) => names(b).flatMap((two) => names(c).map((three) => [one, two, three])));
}

/** The same over months of two years, of which years are told as well. */
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02'];
const overTime = fc.integer({ min: 1, max: 3 }).chain((branches) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
      minLength: branches * MONTHS.length,
      maxLength: branches * MONTHS.length,
    })
    .map((counts): Population => {
      const places = cells(branches, 1, 1).flatMap(([branch]) => MONTHS.map((month) => [branch, month]));
      return new Map(counts.map((count, place) => [JSON.stringify(places[place]), count]));
    }),
);

/** What somebody is in a cut: the year follows from the month. */
const valueOf = (all: readonly string[], cut: Cut): string =>
  cut === 'year' ? all[1]!.slice(0, 4) : cut === 'month' ? all[1]! : all[FEW.indexOf(cut)]!;

/** The groups of some cuts, as the database would tell them. */
function levelOf(population: Population, cuts: readonly Cut[]): Level {
  const groups = new Map<string, { values: string[]; figures: Record<string, number> }>();
  for (const [cell, count] of population) {
    if (count === 0) continue;
    const all = JSON.parse(cell) as string[];
    const values = cuts.map((cut) => valueOf(all, cut));
    const key = JSON.stringify(values);
    const known = groups.get(key) ?? { values, figures: { [PERSONS]: 0 } };
    known.figures[PERSONS]! += count;
    groups.set(key, known);
  }
  return { cuts, groups: [...groups.values()] };
}

/** Every table that anybody can ask for of these cuts. */
const QUESTIONS: readonly (readonly Cut[])[] = [[], [A], [B], [C], [A, B], [A, C], [B, C]];
const OF_TIME: readonly (readonly Cut[])[] = [[], [A], ['year'], ['month'], [A, 'year'], [A, 'month']];

interface Equation {
  /** Of each cell of the population, how often it is in the sum. */
  readonly of: readonly number[];
  readonly isHidden: boolean;
  readonly persons: number;
}

/** What is told, or withheld, by all tables together: sums of cells. A group that no table lists is told to have nobody. */
function toldBy(population: Population, questions: readonly (readonly Cut[])[]): readonly Equation[] {
  const keys = [...population.keys()];
  return questions.flatMap((cuts) => {
    const shown = shownGroups(
      levelsFor(cuts).map((level) => levelOf(population, level)),
      cuts,
    );
    const hidden = new Set(
      shown.filter(({ figures }) => !figures).map(({ values }) => JSON.stringify(values)),
    );
    const all = new Map<string, number[]>();
    keys.forEach((cell, place) => {
      const values = JSON.parse(cell) as string[];
      const key = JSON.stringify(cuts.map((cut) => valueOf(values, cut)));
      const of = all.get(key) ?? keys.map(() => 0);
      of[place] = 1;
      all.set(key, of);
    });
    return [...all].map(([key, of]) => ({
      of,
      isHidden: hidden.has(key),
      persons: keys.reduce((sum, cell, place) => sum + of[place]! * population.get(cell)!, 0),
    }));
  });
}

/** Whether a sum follows from others: whether it is one of their combinations. Whole numbers modulo a large prime, so that it is exact. */
class Attacker {
  private readonly rows: bigint[][] = [];

  learn(of: readonly number[]): void {
    const left = this.reduced(of);
    const pivot = left.findIndex((value) => value !== 0n);
    if (pivot === -1) return;
    const inverse = inverseOf(left[pivot]!);
    this.rows.push(left.map((value) => (value * inverse) % PRIME));
  }

  knows(of: readonly number[]): boolean {
    return this.reduced(of).every((value) => value === 0n);
  }

  private reduced(of: readonly number[]): bigint[] {
    let left = of.map(BigInt);
    for (const row of this.rows) {
      const pivot = row.findIndex((value) => value !== 0n);
      const times = left[pivot]!;
      if (times !== 0n) left = left.map((value, place) => (value + (PRIME - times) * row[place]!) % PRIME);
    }
    return left;
  }
}

const PRIME = 2_147_483_647n;

function inverseOf(value: bigint): bigint {
  let [result, base, exponent] = [1n, value, PRIME - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

describe('Somebody who asks for every table and solves the equations', () => {
  it.each([
    ['all three cuts', populations, QUESTIONS],
    ['a cut, months and years', overTime, OF_TIME],
  ] as const)(
    'learns from tables of %s no number of fewer than five persons, and none that was withheld for their sake',
    (_, people, questions) => {
      fc.assert(
        fc.property(people, (population) => {
          const told = toldBy(population, questions);
          const attacker = new Attacker();
          for (const { of, isHidden } of told) if (!isHidden) attacker.learn(of);
          const learned = told.filter(({ of, isHidden }) => isHidden && attacker.knows(of));
          expect(learned.map(({ persons }) => persons)).toEqual([]);
          expect(told.filter(({ isHidden, persons }) => isSmall(persons) && !isHidden)).toEqual([]);
        }),
        { numRuns: 500 },
      );
    },
  );

  it('would learn it if only the small numbers were withheld', () => {
    const attacker = new Attacker();
    attacker.learn([1, 1]);
    attacker.learn([0, 1]);
    expect(attacker.knows([1, 0])).toBe(true);
    expect(SMALLEST_GROUP).toBe(5);
    expect(CUTS).toEqual(expect.arrayContaining([...FEW]));
  });
});
