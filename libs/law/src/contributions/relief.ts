import type { LocalDate } from '#kernel';
import { count, counted, type Expression, fact, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { type Rule, type VersionInForce, saysOneThing, versionOn } from '../kernel/rule.js';
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

/** Months one after the other in which the same relief holds, or none. */
interface ReliefStretch {
  readonly relief: VersionInForce<Relief> | undefined;
  months: number;
}

/** Of some law days (E-4), which relief holds in how many months: one stretch where no rule changes on the way. */
export function reliefStretches(
  lawDays: readonly LocalDate[],
  program: ReliefProgram,
  reliefs: readonly Rule<Relief>[],
): readonly ReliefStretch[] {
  const [first, last] = [lawDays[0]!, lawDays.at(-1)!];
  if (reliefs.every((rule) => saysOneThing(rule, first, last))) {
    return [{ relief: reliefOn(first, program, reliefs), months: lawDays.length }];
  }
  const stretches: ReliefStretch[] = [];
  for (const day of lawDays) {
    const relief = reliefOn(day, program, reliefs);
    const before = stretches.at(-1);
    if (before && before.relief?.value === relief?.value) before.months += 1;
    else stretches.push({ relief, months: 1 });
  }
  return stretches;
}

/** A monthly contribution over some months, each with the relief that holds in it. */
export function overMonths(
  monthly: Expression,
  lawDays: readonly LocalDate[],
  stretches: readonly ReliefStretch[],
): ContributionOverMonths {
  const terms = stretches.map((stretch) =>
    product(
      ...(stretch.months > 1
        ? [
            count(stretch.months, () =>
              counted(stretch.months, fact('period'), count(lawDays.length, 'months')),
            ),
          ]
        : []),
      ...(stretch.relief ? [rate(stretch.relief.value.due, stretch.relief, 'due')] : []),
      monthly,
    ),
  );
  return { expression: sum(...terms), reliefs: stretches.flatMap(({ relief }) => relief ?? []) };
}
