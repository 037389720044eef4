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
 * The monthly wage a benefit is computed from (section 3.6), with where it comes from; of a BPU the base of the band of its income.
 * @throws Rejection MISSING_FIELD when no wage is known, ZERO_WAGE when it is zero
 */
export function wageOf(facts: WageFacts): Expression {
  if (facts.segment !== 'BPU') {
    const wage = statedWage(facts);
    if (wage === 0) throw invalid('ZERO_WAGE', 'monthlyWage must be more than zero');
    const isActual = inPassing(() => wage === facts.actualMonthlyWage);
    return money(wage, isActual ? 'actualMonthlyWage' : 'monthlyWage');
  }
  const { declaredIncome } = facts;
  return declaredIncome === undefined
    ? baseOf(statedWage(facts), 'monthlyWage', facts.accidentDate)
    : baseOf(declaredIncome, 'declaredIncome', facts.accidentDate);
}

function statedWage({ monthlyWage }: WageFacts): Rupiah {
  if (monthlyWage === undefined) throw invalid('MISSING_FIELD', 'monthlyWage is needed for this benefit');
  return monthlyWage;
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
