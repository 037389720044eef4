import { addPeriods, type LocalDate, monthsBetween, type Period, periodOf } from '#kernel';
import { count, counted, type Expression, fact, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { lawDayOf, nextChange, type Rule, type VersionInForce, versionOn } from '../kernel/rule.js';
import type { Relief } from './relief.rules.js';

const { min } = Math;

export type ReliefProgram = Relief['programs'][number];

/** The relief of a programme in the contribution month of a law day (E-4), of those a payer may ask for. */
export function reliefOn(
  lawDay: LocalDate,
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): VersionInForce<Relief> | undefined {
  for (const rule of reliefs) {
    const relief = versionOn(rule, lawDay);
    if (relief?.value.programs.includes(program)) return relief;
  }
  return undefined;
}

/** Where a contribution is written of which reliefs leave a part: their laws over its own. */
export function relieved(provision: Provision, reliefs: readonly VersionInForce<Relief>[]): Provision {
  if (reliefs.length === 0) return provision;
  const laws = [...new Set(reliefs.map(({ law }) => law))].join(', ');
  const confidence = leastSure(provision.confidence, ...reliefs.map((relief) => relief.confidence));
  return { ...provision, law: `${laws} over ${provision.law}`, confidence };
}

export interface ContributionOverMonths {
  readonly expression: Expression;
  /** The reliefs that were applied. */
  readonly reliefs: readonly VersionInForce<Relief>[];
}

/** Contribution months one after the other in which no relief begins or ends: what holds on the law day of the first, holds in all. */
export interface SteadyMonths {
  readonly on: LocalDate;
  readonly months: number;
}

/** Contribution months that are paid together, in their order, by the days whose law governs them (E-4). */
export function steadyMonths(
  from: Period,
  count: number,
  reliefs: readonly Rule<Relief>[],
): readonly SteadyMonths[] {
  const steady: SteadyMonths[] = [];
  let [on, passed] = [lawDayOf(from), 0];
  while (passed < count) {
    const change = firstChange(reliefs, on);
    const next = change && firstMonthUnder(change);
    const until = next === undefined ? count : min(count, monthsBetween(from, next));
    steady.push({ on, months: until - passed });
    passed = until;
    if (next !== undefined) on = lawDayOf(next);
  }
  return steady;
}

/** The first contribution month that the law of a day governs. */
function firstMonthUnder(day: LocalDate): Period {
  const month = periodOf(day);
  return lawDayOf(month) < day ? addPeriods(month, 1) : month;
}

/** The first day after a given one on which any of some reliefs begins or ends. */
function firstChange(reliefs: readonly Rule<Relief>[], after: LocalDate): LocalDate | undefined {
  let first: LocalDate | undefined;
  for (const rule of reliefs) {
    const change = nextChange(rule, after);
    if (change !== undefined && (first === undefined || change < first)) first = change;
  }
  return first;
}

/** Months one after the other in which the same relief holds, or none. */
interface ReliefStretch {
  readonly relief: VersionInForce<Relief> | undefined;
  months: number;
}

/** Which relief of a programme holds in how many of the months. */
export function reliefStretches(
  paid: readonly SteadyMonths[],
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): readonly ReliefStretch[] {
  const stretches: ReliefStretch[] = [];
  for (const { on, months } of paid) {
    const relief = reliefOn(on, program, reliefs);
    const before = stretches.at(-1);
    if (before && before.relief?.value === relief?.value) before.months += months;
    else stretches.push({ relief, months });
  }
  return stretches;
}

/** The months in which a relief leaves so much due, or none does: counted from the months that are paid and the days of the relief. */
function monthsWith(due: readonly Expression[], months: number, paid: number): Expression {
  const stated = count(paid, 'months');
  return months === paid ? stated : count(months, () => counted(months, fact('period'), stated, ...due));
}

/** A monthly contribution over some months, each with the relief that holds in it. */
export function overMonths(
  monthly: Expression,
  paid: number,
  stretches: readonly ReliefStretch[],
): ContributionOverMonths {
  const reliefs: VersionInForce<Relief>[] = [];
  const terms = stretches.map(({ months, relief }) => {
    const due = relief ? [rate(relief.value.due, relief, 'due')] : [];
    if (relief) reliefs.push(relief);
    return product(...(months > 1 ? [monthsWith(due, months, paid)] : []), ...due, monthly);
  });
  return { expression: sum(...terms), reliefs };
}
