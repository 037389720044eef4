import { compareFractions, decimal, type Fraction, fraction, plus, roundDown, times } from '#kernel';
import { count, type Expression, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import type { DisabilityGrade, Measure } from './disability.rules.js';
import type { Hand, Injury } from './injury.js';

type GradeReaders = {
  readonly [Kind in DisabilityGrade['kind']]: (
    grade: Extract<DisabilityGrade, { kind: Kind }>,
    injury: Injury,
    dominantHand: Hand,
  ) => Expression;
};

const GRADES: GradeReaders = {
  PART: ({ right, left }, { item, side }, dominantHand) => {
    if (left === undefined) return rate(right);
    if (side === undefined) throw invalid('MISSING_FIELD', `${item} needs a side, RIGHT or LEFT`);
    // Kidal: for a left-handed person the better-paid side is the left one.
    return rate(side === dominantHand ? right : left);
  },
  PER_UNIT: ({ each, maxUnits }, { item, units = 1 }) => {
    if (units < 1 || units > maxUnits)
      throw invalid('OUT_OF_RANGE', `${item}: units must be 1 to ${maxUnits}`);
    return units === 1 ? rate(each) : product(count(units), rate(each));
  },
  FIXED: ({ percent }) => rate(percent),
  RANGE: ({ least, most }, injury) => rate(String(measured(injury, 'percent', least, most))),
  STEPS: ({ measure, most, steps }, injury) => {
    const value = measured(injury, measure, steps[0]!.from, most);
    const step = steps.findLast(({ from }) => compareFractions(decimal(from), decimal(String(value))) <= 0);
    return rate(step!.percent);
  },
  BINOCULAR: ({ each }, { item, betterEyeLossPct, worseEyeLossPct }) => {
    if (betterEyeLossPct === undefined || worseEyeLossPct === undefined) {
      throw invalid('MISSING_FIELD', `${item} needs betterEyeLossPct and worseEyeLossPct`);
    }
    const weighted = plus(
      times(fraction(3), decimal(String(betterEyeLossPct))),
      decimal(String(worseEyeLossPct)),
    );
    return product(count(fullTens(times(weighted, fraction(1, 4)))), rate(each));
  },
};

/** The percentage a row of the table gives for an injury. @throws Rejection MISSING_FIELD, OUT_OF_RANGE */
export function gradePercent<Kind extends DisabilityGrade['kind']>(
  grade: Extract<DisabilityGrade, { kind: Kind }>,
  injury: Injury,
  dominantHand: Hand,
): Expression {
  const read: (grade: Extract<DisabilityGrade, { kind: Kind }>, injury: Injury, hand: Hand) => Expression =
    GRADES[grade.kind];
  return read(grade, injury, dominantHand);
}

/** What the doctor measured. A percentage may also stand in `functionLossPct`. */
function measured(injury: Injury, measure: Measure | 'percent', least: string, most: string): number {
  const value = injury[measure] ?? (measure === 'shorteningCm' ? undefined : injury.functionLossPct);
  const what = `${injury.item}: ${measure}, ${least} to ${most},`;
  if (value === undefined) throw invalid('MISSING_FIELD', `${what} is needed`);
  const exact = decimal(String(value));
  if (compareFractions(exact, decimal(least)) < 0 || compareFractions(exact, decimal(most)) > 0) {
    throw invalid('OUT_OF_RANGE', `${what} is outside the table with ${value}`);
  }
  return value;
}

/** How many full tens a percentage holds. */
const fullTens = (points: Fraction) => roundDown(times(points, fraction(1, 10)));
