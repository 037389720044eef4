import { compareFractions, decimal, type Fraction, fraction, plus, roundHalfUp, times } from '#kernel';
import { invalid } from '../input/input-error.js';
import { count, type Expression, less, product, rate } from '../expression.js';
import {
  DISABILITY_BY_ITEM,
  type DisabilityGrade,
  type DisabilityRow,
  type Measure,
} from '../rules/disability.rules.js';
import { FIRST_LAW, inForce } from '../rules/rule.js';

export const HANDS = ['RIGHT', 'LEFT'] as const;
export type Hand = (typeof HANDS)[number];

/** ANATOMIC: the part is gone. FUNCTIONAL: it is there but works less. OTHER: rows a to o of the table. */
export const INJURY_KINDS = ['ANATOMIC', 'FUNCTIONAL', 'OTHER'] as const;
export type InjuryKind = (typeof INJURY_KINDS)[number];

/** One item of the disability table as the doctor states it (Formulir 3b KK3). Percentages are 0 to 100. */
export interface Injury {
  /** Item code of the table: `TELUNJUK_TANGAN`. */
  readonly item: string;
  /** Of arms, hands and fingers. */
  readonly side?: Hand;
  /** What the part lost of its function; 100 unless FUNCTIONAL. */
  readonly functionLossPct?: number;
  readonly kind?: InjuryKind;
  /** Steps of 10 dB or 10 % for the rows that count by them; auricles lost. 1 unless given. */
  readonly units?: number;
  /** The doctor's percentage where the row gives a range (KULIT_KEPALA). */
  readonly percent?: number;
  readonly shorteningCm?: number;
  readonly abilityLossPct?: number;
  readonly betterEyeLossPct?: number;
  readonly worseEyeLossPct?: number;
  /** Percentage already paid for this item after an earlier accident. */
  readonly alreadyPaidPct?: number;
}

export interface AssessedInjury {
  readonly row: DisabilityRow;
  readonly kind: InjuryKind;
  /** The percentage of the wage factor. */
  readonly percent: Expression;
}

/** @throws Rejection UNKNOWN_ITEM */
export function disabilityRow(item: string): DisabilityRow {
  const row = DISABILITY_BY_ITEM.get(item);
  if (!row) throw invalid('UNKNOWN_ITEM', `${item} is not an item of the disability table`);
  return row;
}

/**
 * The percentage one injury is worth under PP 44/2015 Annex III.
 * @throws Rejection UNKNOWN_ITEM, WRONG_KIND, MISSING_FIELD (side, measure), OUT_OF_RANGE
 */
export function assess(injury: Injury, dominantHand: Hand): AssessedInjury {
  const row = disabilityRow(injury.item);
  const kind = injury.kind ?? usualKind(row, injury);
  if (row.other !== (kind === 'OTHER')) {
    throw invalid('WRONG_KIND', `${injury.item} cannot be assessed as ${kind}`);
  }
  const grade = gradePercent(inForce(row, FIRST_LAW).value, injury, dominantHand);
  const percent =
    kind === 'FUNCTIONAL' ? product(rate(String(lossOf(injury))), grade) : wholeLoss(grade, injury, row);
  const { alreadyPaidPct } = injury;
  return { row, kind, percent: alreadyPaidPct ? less(percent, rate(String(alreadyPaidPct))) : percent };
}

const lossOf = ({ functionLossPct = 100 }: Injury) => functionLossPct;

const usualKind = (row: DisabilityRow, injury: Injury): InjuryKind =>
  row.other ? 'OTHER' : lossOf(injury) < 100 ? 'FUNCTIONAL' : 'ANATOMIC';

function wholeLoss(grade: Expression, injury: Injury, { versions }: DisabilityRow): Expression {
  const measured = versions.some(({ value }) => value.kind === 'STEPS');
  if (lossOf(injury) !== 100 && !measured) {
    throw invalid('WRONG_KIND', `${injury.item}: a partial loss of function is of kind FUNCTIONAL`);
  }
  return grade;
}

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
  RANGE: ({ least, most }, { item, percent }) => {
    if (percent === undefined) throw invalid('MISSING_FIELD', `${item} needs percent, ${least} to ${most}`);
    return rate(String(within(decimal(least), decimal(most), percent, `${item}: percent`)));
  },
  STEPS: ({ measure, limit, steps }, injury) => {
    const value = measured(injury, measure);
    const least = decimal(steps[0]!.from);
    within(least, limit ? decimal(limit) : decimal('1000'), value, `${injury.item}: ${measure}`);
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

function gradePercent<Kind extends DisabilityGrade['kind']>(
  grade: Extract<DisabilityGrade, { kind: Kind }>,
  injury: Injury,
  dominantHand: Hand,
): Expression {
  const read: (grade: Extract<DisabilityGrade, { kind: Kind }>, injury: Injury, hand: Hand) => Expression =
    GRADES[grade.kind];
  return read(grade, injury, dominantHand);
}

function measured(injury: Injury, measure: Measure): number {
  const value = injury[measure] ?? (measure === 'abilityLossPct' ? injury.functionLossPct : undefined);
  if (value === undefined) throw invalid('MISSING_FIELD', `${injury.item} needs ${measure}`);
  return value;
}

function within(least: Fraction, most: Fraction, value: number, what: string): number {
  const exact = decimal(String(value));
  if (compareFractions(exact, least) < 0 || compareFractions(exact, most) > 0) {
    throw invalid('OUT_OF_RANGE', `${what} is outside the table: ${value}`);
  }
  return value;
}

/** How many full tens a percentage holds. */
function fullTens(percentage: Fraction): number {
  const tens = times(percentage, fraction(1, 10));
  const rounded = roundHalfUp(tens);
  return Number(compareFractions(fraction(rounded), tens) > 0 ? rounded - 1n : rounded);
}
