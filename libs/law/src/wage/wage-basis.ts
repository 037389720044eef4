import { type Rupiah, rupiah } from '#kernel';
import { type Expression, lookUp, money } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { inForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { BPU_BAND_RULE, BPU_BANDS, type BpuBand } from './bpu-bands.rules.js';
import { BPU_BAND_LOOKUP } from './wage.conventions.js';

/** Where the wage of a benefit comes from. */
export interface WageFacts {
  readonly segment?: Segment;
  /** PU: the last wage reported for the month before the event. Rupiah a month. */
  readonly monthlyWage?: Rupiah;
  /** BPU: the declared income; the benefit rests on the base of its band, not on the income. */
  readonly declaredIncome?: Rupiah;
}

/**
 * The monthly wage a benefit is computed from (section 3.6).
 * @throws Rejection MISSING_FIELD when no wage is known, ZERO_WAGE when it is zero
 */
export function wageBasis({ segment, monthlyWage, declaredIncome }: WageFacts): Rupiah {
  const stated = segment === 'BPU' ? (declaredIncome ?? monthlyWage) : monthlyWage;
  if (stated === undefined) throw invalid('MISSING_FIELD', 'monthlyWage is needed for this benefit');
  if (segment === 'BPU') return bpuBandFor(stated).base;
  if (stated === 0) throw invalid('ZERO_WAGE', 'monthlyWage must be more than zero');
  return stated;
}

/** The wage of `wageBasis` with where it comes from. @throws Rejection as `wageBasis` does */
export function wageOf(facts: WageFacts): Expression {
  const wage = wageBasis(facts);
  if (facts.segment !== 'BPU') return money(wage, 'monthlyWage');
  const { declaredIncome, monthlyWage } = facts;
  return declaredIncome === undefined
    ? baseOf(monthlyWage!, 'monthlyWage')
    : baseOf(declaredIncome, 'declaredIncome');
}

/** The base that the income of a BPU stands for, with the band it was found in. */
export function baseOf(income: Rupiah, field: keyof WageFacts): Expression {
  const { base, band } = bpuBandFor(income);
  return money(base, () => {
    const bands = inForce(BPU_BAND_RULE, BPU_BANDS.from);
    return lookUp(money(base, bands, `${band - 1}.base`), money(income, field));
  });
}

/**
 * The income band of a BPU: the last one whose lower bound is not above the income.
 * @throws RangeError for a negative income or one that is not whole rupiah
 */
export function bpuBandFor(income: Rupiah): BpuBand {
  const amount = rupiah(income);
  const band =
    BPU_BAND_LOOKUP.value === 'BAND_BELOW'
      ? BPU_BANDS.value.findLast(({ from }) => from <= amount)
      : BPU_BANDS.value.find(({ to = Infinity }) => amount <= to);
  if (!band) throw new RangeError(`No income band for ${income}`);
  return band;
}
