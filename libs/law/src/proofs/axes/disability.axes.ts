import { fraction, type LocalDate, Rejection, times } from '#kernel';
import { assess } from '../../jkk/disability-percent.js';
import { DISABILITY_ROWS, type DisabilityGrade, type DisabilityRow } from '../../jkk/disability.rules.js';
import { type Hand, HANDS, type Injury } from '../../jkk/injury.js';
import { inForce } from '../../kernel/rule.js';
import { axis, choice, type Divided, type Region, stepsTo } from '../regions.js';

/** The percentage of an injury on a day, or the code of its refusal. */
function percentOf(on: LocalDate, injury: Injury, dominantHand: Hand = 'RIGHT'): string {
  try {
    const { numerator, denominator } = times(assess(injury, dominantHand, on).percent.value, fraction(100));
    return String(Number(numerator) / Number(denominator));
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

type Kind = DisabilityGrade['kind'];
type GradeOf<Name extends Kind> = Extract<DisabilityGrade, { kind: Name }>;

/** What a row of each kind divides; a row that gives one percentage whatever the injury divides nothing. */
const DIVIDED_BY: {
  readonly [Name in Kind]: (row: DisabilityRow, grade: GradeOf<Name>) => readonly Divided[];
} = {
  FIXED: () => [],
  PART: (row, { left }) => (left === undefined ? [] : [handsOf(row)]),
  PER_UNIT: (row) => [unitsOf(row)],
  RANGE: (row) => [
    measured(row, 'RANGE', {
      what: { id: 'persen menurut dokter', en: 'percent by the doctor' },
      asMeasured: true,
      injury: (percent) => ({ percent }),
      regions: ({ least, most }) => [
        [0, 'OUT_OF_RANGE'],
        [hundredths(least), 'as measured'],
        [hundredths(most) + 1, 'OUT_OF_RANGE'],
      ],
    }),
  ],
  STEPS: (row, { measure }) => [
    measured(row, 'STEPS', {
      what: { id: measure, en: measure },
      injury: (size) => ({ [measure]: size }),
      regions: ({ steps, most }) => [
        ...(Number(steps[0]!.from) > 0 ? [[0, 'OUT_OF_RANGE'] as const] : []),
        ...steps.map(({ from, percent }) => [hundredths(from), percent] as const),
        ...(hundredths(most) < MOST ? [[hundredths(most) + 1, 'OUT_OF_RANGE'] as const] : []),
      ],
    }),
  ],
  BINOCULAR: (row) => [
    measured(row, 'BINOCULAR', {
      what: { id: 'kehilangan pada kedua mata', en: 'loss of both eyes' },
      injury: (loss) => ({ betterEyeLossPct: loss, worseEyeLossPct: loss }),
      regions: ({ each }) =>
        Array.from({ length: 11 }, (_, tens) => [hundredths(String(tens * 10)), String(tens * Number(each))]),
    }),
  ],
};

/** Measures go from 0 to 100 and have two decimals. */
const hundredths = (digits: string) => Math.round(Number(digits) * 100);
const MOST = hundredths('100');

interface Measured<Name extends Kind> {
  readonly what: Divided['what'];
  readonly injury: (measure: number) => Omit<Injury, 'item'>;
  readonly regions: (grade: GradeOf<Name>) => readonly (readonly [from: number, says: string])[];
  /** The measure is the percentage. */
  readonly asMeasured?: boolean;
}

function measured<Name extends Kind>(
  row: DisabilityRow,
  kind: Name,
  { what, injury, regions, asMeasured = false }: Measured<Name>,
) {
  return axis({
    rules: [row],
    what: { id: `${row.title.id}: ${what.id}, × 1/100`, en: `${row.title.en}: ${what.en}, × 1/100` },
    least: 0,
    most: MOST,
    regions: (on) => {
      const grade = gradeOn(row, kind, on);
      return grade && stepsTo(MOST, ...regions(grade));
    },
    answer: (point, on) => {
      const measure = point / 100;
      const percent = percentOf(on, { item: row.id, ...injury(measure) });
      return asMeasured && percent === String(measure) ? 'as measured' : percent;
    },
  });
}

function gradeOn<Name extends Kind>(
  row: DisabilityRow,
  kind: Name,
  on: LocalDate,
): GradeOf<Name> | undefined {
  const grade = inForce(row, on).value;
  return grade.kind === kind ? (grade as GradeOf<Name>) : undefined;
}

const handsOf = (row: DisabilityRow): Divided =>
  choice({
    rules: [row],
    what: { id: `${row.title.id}: sisi dan tangan dominan`, en: `${row.title.en}: side and dominant hand` },
    members: HANDS.flatMap((side) => HANDS.map((dominant) => `${side} of ${dominant}`)),
    entries: (on) => {
      const { right, left = right } = gradeOn(row, 'PART', on) ?? { right: '' };
      return HANDS.flatMap((side) =>
        HANDS.map(
          (dominant) => [`${side} of ${dominant}`, String(Number(side === dominant ? right : left))] as const,
        ),
      );
    },
    answer: (member, on) => {
      const [side, dominant] = member.split(' of ') as [Hand, Hand];
      return percentOf(on, { item: row.id, side }, dominant);
    },
  });

const MOST_UNITS = 100;

const unitsOf = (row: DisabilityRow): Divided =>
  axis({
    rules: [row],
    what: { id: `${row.title.id}: satuan`, en: `${row.title.en}: units` },
    least: 0,
    most: MOST_UNITS,
    regions: (on): readonly Region[] | undefined => {
      const grade = gradeOn(row, 'PER_UNIT', on);
      if (!grade) return undefined;
      const { each, maxUnits } = grade;
      const counted = Array.from({ length: maxUnits }, (_, index) => index + 1);
      return stepsTo(
        MOST_UNITS,
        [0, 'OUT_OF_RANGE'],
        ...counted.map((units) => [units, String(units * Number(each))] as const),
        [maxUnits + 1, 'OUT_OF_RANGE'],
      );
    },
    answer: (units, on) => percentOf(on, { item: row.id, units }),
  });

function dividedBy<Name extends Kind>(row: DisabilityRow, grade: GradeOf<Name>): readonly Divided[] {
  const divide: (row: DisabilityRow, grade: GradeOf<Name>) => readonly Divided[] = DIVIDED_BY[grade.kind];
  return divide(row, grade);
}

/** Each row of the disability table that asks for a side, a number of units or a measure. */
export const DISABILITY_AXES: readonly Divided[] = DISABILITY_ROWS.flatMap((row) =>
  dividedBy(row, row.versions[0]!.value),
);
