import { compareFractions, decimal, type Fraction, fraction, plus, roundDown, times } from '#kernel';
import { count, counted, type Expression, fact, lookUp, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import type { VersionInForce } from '../kernel/rule.js';
import type { DisabilityGrade, Measure } from './disability.rules.js';
import type { Hand, Injury } from './injury.js';

/** The row of the table that is in force, and where the injury stands in the request: `injuries.0.`. */
interface Place {
  readonly row: VersionInForce<DisabilityGrade>;
  readonly stated: string;
}

type GradeReaders = {
  readonly [Kind in DisabilityGrade['kind']]: (
    grade: Extract<DisabilityGrade, { kind: Kind }>,
    injury: Injury,
    dominantHand: Hand,
    place: Place,
  ) => Expression;
};

const GRADES: GradeReaders = {
  PART: ({ right, left }, { item, side }, dominantHand, { row, stated }) => {
    if (left === undefined) return rate(right, row, 'right');
    if (side === undefined) throw invalid('MISSING_FIELD', `${item} needs a side, RIGHT or LEFT`);
    // Kidal: for a left-handed person the better-paid side is the left one.
    const [percent, part] = side === dominantHand ? [right, 'right'] : [left, 'left'];
    return rate(percent, () => lookUp(rate(percent, row, part), fact(`${stated}side`), fact('dominantHand')));
  },
  PER_UNIT: ({ each, maxUnits }, { item, units = 1 }, _hand, { row, stated }) => {
    if (units < 1 || units > maxUnits)
      throw invalid('OUT_OF_RANGE', `${item}: units must be 1 to ${maxUnits}`);
    const ofOne = rate(each, row, 'each');
    return units === 1 ? ofOne : product(count(units, `${stated}units`), ofOne);
  },
  FIXED: ({ percent }, _injury, _hand, { row }) => rate(percent, row, 'percent'),
  RANGE: ({ least, most }, injury, _hand, { stated }) => {
    const { value, field } = measured(injury, 'percent', least, most);
    return rate(String(value), `${stated}${field}`);
  },
  STEPS: ({ measure, most, steps }, injury, _hand, { row, stated }) => {
    const { value, field } = measured(injury, measure, steps[0]!.from, most);
    const at = steps.findLastIndex(
      ({ from }) => compareFractions(decimal(from), decimal(String(value))) <= 0,
    );
    const { percent } = steps[at]!;
    return rate(percent, () => lookUp(rate(percent, row, `steps.${at}.percent`), fact(`${stated}${field}`)));
  },
  BINOCULAR: ({ each }, { item, betterEyeLossPct, worseEyeLossPct }, _hand, { row, stated }) => {
    if (betterEyeLossPct === undefined || worseEyeLossPct === undefined) {
      throw invalid('MISSING_FIELD', `${item} needs betterEyeLossPct and worseEyeLossPct`);
    }
    const weighted = plus(
      times(fraction(3), decimal(String(betterEyeLossPct))),
      decimal(String(worseEyeLossPct)),
    );
    const tens = fullTens(times(weighted, fraction(1, 4)));
    const eyes = () => counted(tens, fact(`${stated}betterEyeLossPct`), fact(`${stated}worseEyeLossPct`));
    return product(count(tens, eyes), rate(each, row, 'each'));
  },
};

/** The percentage a row of the table gives for an injury. @throws Rejection MISSING_FIELD, OUT_OF_RANGE */
export function gradePercent<Kind extends DisabilityGrade['kind']>(
  grade: Extract<DisabilityGrade, { kind: Kind }>,
  injury: Injury,
  dominantHand: Hand,
  place: Place,
): Expression {
  const read: (
    grade: Extract<DisabilityGrade, { kind: Kind }>,
    injury: Injury,
    hand: Hand,
    place: Place,
  ) => Expression = GRADES[grade.kind];
  return read(grade, injury, dominantHand, place);
}

interface Measured {
  readonly value: number;
  readonly field: Measure | 'percent' | 'functionLossPct';
}

/** What the doctor measured. A percentage may also stand in `functionLossPct`. */
function measured(injury: Injury, measure: Measure | 'percent', least: string, most: string): Measured {
  const field = injury[measure] === undefined && measure !== 'shorteningCm' ? 'functionLossPct' : measure;
  const value = injury[field];
  const what = `${injury.item}: ${measure}, ${least} to ${most},`;
  if (value === undefined) throw invalid('MISSING_FIELD', `${what} is needed`);
  const exact = decimal(String(value));
  if (compareFractions(exact, decimal(least)) < 0 || compareFractions(exact, decimal(most)) > 0) {
    throw invalid('OUT_OF_RANGE', `${what} is outside the table with ${value}`);
  }
  return { value, field };
}

/** How many full tens a percentage holds. */
const fullTens = (points: Fraction) => roundDown(times(points, fraction(1, 10)));
