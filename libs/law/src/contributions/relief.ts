import type { LocalDate } from '#kernel';
import { count, type Expression, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { type Rule, type Version, versionOn } from '../kernel/rule.js';
import type { Relief } from './contribution.rules.js';

export type ReliefProgram = Relief['programs'][number];

/** The relief of a programme in the contribution month of a law day (E-4), of those a payer may ask for. */
export function reliefOn(
  lawDay: LocalDate,
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): Version<Relief> | undefined {
  for (const rule of reliefs) {
    const relief = versionOn(rule, lawDay);
    if (relief?.value.programs.includes(program)) return relief;
  }
  return undefined;
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

/** A monthly contribution over the months of some law days (E-4), each month with the relief that holds in it. */
export function overMonths(
  monthly: Expression,
  lawDays: readonly LocalDate[],
  reliefOf: (lawDay: LocalDate) => Version<Relief> | undefined,
): ContributionOverMonths {
  const stretches: { relief: Version<Relief> | undefined; months: number }[] = [];
  for (const day of lawDays) {
    const relief = reliefOf(day);
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
