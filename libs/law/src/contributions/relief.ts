import { type Period, periodsFrom } from '#kernel';
import { count, type Expression, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { lawDayOf, type Rule, type Version, versionOn } from '../kernel/rule.js';
import type { Relief } from './contribution.rules.js';

export type ReliefProgram = Relief['programs'][number];

/** The relief of a programme in a contribution month, of those a payer may ask for. A month counts by the day of E-4. */
export function reliefIn(
  month: Period,
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): Version<Relief> | undefined {
  return reliefs
    .map((rule) => versionOn(rule, lawDayOf(month)))
    .find((relief) => relief?.value.programs.includes(program));
}

/** Where a contribution is written of which reliefs leave a part: their laws over its own. */
export function relieved(provision: Provision, reliefs: readonly Version<Relief>[]): Provision {
  if (reliefs.length === 0) return provision;
  const laws = [...new Set(reliefs.map(({ law }) => law))].join(', ');
  const confidence = leastSure(provision.confidence, ...reliefs.map((relief) => relief.confidence));
  return { ...provision, law: `${laws} over ${provision.law}`, confidence };
}

export interface ContributionOverMonths {
  readonly expression: Expression;
  /** The reliefs that were applied. */
  readonly reliefs: readonly Version<Relief>[];
}

/** A monthly contribution over several months, each month with the relief that holds in it. */
export function overMonths(
  monthly: Expression,
  first: Period,
  months: number,
  reliefOf: (month: Period) => Version<Relief> | undefined,
): ContributionOverMonths {
  const stretches: { relief: Version<Relief> | undefined; months: number }[] = [];
  for (const month of periodsFrom(first, months)) {
    const relief = reliefOf(month);
    const last = stretches.at(-1);
    if (last && last.relief?.value === relief?.value) last.months += 1;
    else stretches.push({ relief, months: 1 });
  }
  const terms = stretches.map((stretch) =>
    product(
      ...(stretch.months > 1 ? [count(stretch.months)] : []),
      ...(stretch.relief ? [rate(stretch.relief.value.due)] : []),
      monthly,
    ),
  );
  return { expression: sum(...terms), reliefs: stretches.flatMap(({ relief }) => relief ?? []) };
}
