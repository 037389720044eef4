import type { LocalDate } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { count, type Expression, limitedTo, money, product, sum } from '../kernel/expression.js';
import { inForce, type VersionInForce, versionOn } from '../kernel/rule.js';
import {
  type Level,
  type LevelGrant,
  LEVELS,
  SCHOLARSHIP_CHILDREN,
  SCHOLARSHIP_LEVELS,
  SCHOLARSHIP_ONCE,
} from './scholarship.rules.js';

/** A child with the school years still ahead, by level. A level that is not named has none. */
export interface EligibleChild {
  readonly remainingYears: Readonly<Partial<Record<Level, number>>>;
}

/** PROJECTED_MAXIMUM lists what scholarships may come to; PAYABLE_NOW leaves out what is only foreseen. */
export const SCHOLARSHIP_MODES = ['PROJECTED_MAXIMUM', 'PAYABLE_NOW'] as const;
export type ScholarshipMode = (typeof SCHOLARSHIP_MODES)[number];

/** The children of a member who died or became permanently and totally disabled. */
export interface ScholarshipFacts {
  /** In the order the member registered them; only the first ones up to the legal number count. */
  readonly eligibleChildren?: readonly EligibleChild[];
  /** PROJECTED_MAXIMUM unless given. */
  readonly mode?: ScholarshipMode;
}

export interface ScholarshipProjectionInput {
  /** The accident or the death, not the claim. */
  readonly eventDate: LocalDate;
  readonly eligibleChildren: readonly EligibleChild[];
}

/**
 * The most a scholarship can come to (beasiswa, section 5): a projection, not a payment. Years beyond the
 * maximum of a level do not count. For events before 2019-12-02: once for one child.
 */
export function calculateScholarshipProjection(input: ScholarshipProjectionInput): Calculation {
  return calculation(input.eventDate, projectedScholarships(input.eventDate, input));
}

/** The years of one child at a level, cut where the level ends. */
function yearsOf(
  { child, stated, years }: { readonly child: number; readonly stated: number; readonly years: number },
  level: Level,
  provision: VersionInForce<LevelGrant>,
): Expression {
  const most = () => count(provision.value.maxYears, provision, 'maxYears');
  return count(years, () =>
    limitedTo(most(), count(stated, `eligibleChildren.${child}.remainingYears.${level}`)),
  );
}

/** The components of the projection, one per school level, for use beside other benefits. */
export function projectedScholarships(eventDate: LocalDate, facts: ScholarshipFacts): BenefitComponent[] {
  const { eligibleChildren = [] } = facts;
  const children = eligibleChildren.slice(0, inForce(SCHOLARSHIP_CHILDREN, eventDate).value);
  if (children.length === 0) return [];
  const once = versionOn(SCHOLARSHIP_ONCE, eventDate);
  if (once) {
    const inputs = { children: eligibleChildren.length };
    return [
      component(SCHOLARSHIP_ONCE, once, { expression: money(once.value, once), inputs, payee: 'CHILD' }),
    ];
  }
  if (facts.mode === 'PAYABLE_NOW') return [];
  return LEVELS.map((level) => projectedLevel(level, eventDate, children)).filter((of) => of !== undefined);
}

function projectedLevel(
  level: Level,
  eventDate: LocalDate,
  children: readonly EligibleChild[],
): BenefitComponent | undefined {
  const rule = SCHOLARSHIP_LEVELS[level];
  const provision = inForce(rule, eventDate);
  const { perYear, maxYears } = provision.value;
  const ahead: Expression[] = [];
  children.forEach(({ remainingYears }, child) => {
    const stated = remainingYears[level] ?? 0;
    const years = Math.min(stated, maxYears);
    if (years > 0) ahead.push(yearsOf({ child, stated, years }, level, provision));
  });
  if (ahead.length === 0) return undefined;
  const years = sum(...ahead);
  return component(rule, provision, {
    expression: product(years, money(perYear, provision, 'perYear')),
    inputs: { level, years: years.text(), perYear },
    payee: 'CHILD',
    projected: true,
    note: IS_PROJECTED,
  });
}

const IS_PROJECTED = {
  id: 'Ini perkiraan paling banyak; dibayar per tahun setelah ada bukti sekolah.',
  en: 'This is the most it can come to; it is paid year by year on evidence of schooling.',
};
