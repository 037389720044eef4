import { addPeriods, type LocalDate, type Period, periodsFrom } from '#kernel';
import { count, counted, type Expression, fact, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { lawDayOf, type Rule, saysOneThing, type VersionInForce, versionOn } from '../kernel/rule.js';
import type { Relief } from './relief.rules.js';

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

/** Contribution months that are paid together, one after the other, by the days whose law governs them (E-4). */
export interface PaidMonths {
  readonly count: number;
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** Each of the days: only where a rule changes on the way. */
  readonly lawDays: () => readonly LocalDate[];
}

export function paidMonths(from: Period, count: number): PaidMonths {
  const first = lawDayOf(from);
  const last = count === 1 ? first : lawDayOf(addPeriods(from, count - 1));
  let days: readonly LocalDate[] | undefined;
  return { count, first, last, lawDays: () => (days ??= periodsFrom(from, count).map(lawDayOf)) };
}

/** Months one after the other in which the same relief holds, or none. */
interface ReliefStretch {
  readonly relief: VersionInForce<Relief> | undefined;
  months: number;
}

/** Which relief holds in how many of the months: one stretch where no rule changes on the way. */
export function reliefStretches(
  { count: months, first, last, lawDays }: PaidMonths,
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): readonly ReliefStretch[] {
  if (reliefs.every((rule) => saysOneThing(rule, first, last))) {
    return [{ relief: reliefOn(first, program, reliefs), months }];
  }
  const stretches: ReliefStretch[] = [];
  for (const day of lawDays()) {
    const relief = reliefOn(day, program, reliefs);
    const before = stretches.at(-1);
    if (before && before.relief?.value === relief?.value) before.months += 1;
    else stretches.push({ relief, months: 1 });
  }
  return stretches;
}

/** The months in which a relief leaves so much due, or none does: counted from the months that are paid and the days of the relief. */
function monthsWith(due: readonly Expression[], months: number, paid: PaidMonths): Expression {
  const stated = count(paid.count, 'months');
  return months === paid.count
    ? stated
    : count(months, () => counted(months, fact('period'), stated, ...due));
}

/** A monthly contribution over some months, each with the relief that holds in it. */
export function overMonths(
  monthly: Expression,
  paid: PaidMonths,
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
