import { type LocalDate, type Rupiah, rupiah } from '#kernel';
import { type Expression, lookUp, money } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { inForce } from '../kernel/rule.js';
import { inPassing } from '../kernel/watching.js';
import type { Segment } from '../kernel/segment.js';
import { BPU_BAND_RULE, type BpuBand } from './bpu-bands.rules.js';
import { BPU_BAND_LOOKUP } from './wage.conventions.js';

/** Where the wage of a benefit comes from. */
export interface WageFacts {
  readonly segment?: Segment;
  /** PU: the last wage reported for the month before the event. Rupiah a month. */
  readonly monthlyWage?: Rupiah;
  /** PU: what was really earned, rupiah a month, where less was reported. A benefit at that wage has it in `monthlyWage` too. */
  readonly actualMonthlyWage?: Rupiah;
  /** BPU: the declared income; the benefit rests on the base of its band, not on the income. */
  readonly declaredIncome?: Rupiah;
  /** The event, which chooses the bands of a BPU; the newest law unless given. */
  readonly accidentDate?: LocalDate;
}

/**
 * The monthly wage a benefit is computed from (section 3.6).
 * @throws Rejection MISSING_FIELD when no wage is known, ZERO_WAGE when it is zero
 */
export function wageBasis(facts: WageFacts): Rupiah {
  const isBpu = facts.segment === 'BPU';
  const stated = isBpu ? (facts.declaredIncome ?? facts.monthlyWage) : facts.monthlyWage;
  if (stated === undefined) throw invalid('MISSING_FIELD', 'monthlyWage is needed for this benefit');
  if (isBpu) return bpuBandFor(stated, facts.accidentDate).base;
  if (stated === 0) throw invalid('ZERO_WAGE', 'monthlyWage must be more than zero');
  return stated;
}

/** The wage of `wageBasis` with where it comes from. @throws Rejection as `wageBasis` does */
export function wageOf(facts: WageFacts): Expression {
  const wage = wageBasis(facts);
  if (facts.segment !== 'BPU') {
    const isActual = inPassing(() => wage === facts.actualMonthlyWage);
    return money(wage, isActual ? 'actualMonthlyWage' : 'monthlyWage');
  }
  const { declaredIncome, accidentDate } = facts;
  return declaredIncome === undefined
    ? baseOf(facts.monthlyWage!, 'monthlyWage', accidentDate)
    : baseOf(declaredIncome, 'declaredIncome', accidentDate);
}

/** The base that the income of a BPU stands for, with the band it was found in. */
export function baseOf(income: Rupiah, field: keyof WageFacts, on: LocalDate = NEWEST_LAW): Expression {
  const { base, band } = bpuBandFor(income, on);
  return money(base, () => {
    const bands = inForce(BPU_BAND_RULE, on);
    return lookUp(money(base, bands, `${band - 1}.base`), money(income, field));
  });
}

/**
 * The income band of a BPU on a day: the last one whose lower bound is not above the income.
 * @throws RangeError for a negative income or one that is not whole rupiah
 */
export function bpuBandFor(income: Rupiah, on: LocalDate = NEWEST_LAW): BpuBand {
  const amount = rupiah(income);
  const bands = inForce(BPU_BAND_RULE, on).value;
  const band =
    BPU_BAND_LOOKUP.value === 'BAND_BELOW'
      ? bands.findLast(({ from }) => from <= amount)
      : bands.find(({ to = Infinity }) => amount <= to);
  if (!band) throw new RangeError(`No income band for ${income}`);
  return band;
}
