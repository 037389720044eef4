import type { LocalDate } from '#kernel';
import { type Expression, less, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { FIRST_LAW, inForce } from '../kernel/rule.js';
import { gradePercent } from './disability-grade.js';
import { DISABILITY_BY_ITEM, type DisabilityGrade, type DisabilityRow } from './disability.rules.js';
import type { Hand, Injury, InjuryKind } from './injury.js';
import { SAME_ITEM_DEDUCTED } from './jkk.conventions.js';

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
 * The percentage one injury is worth under PP 44/2015 Annex III, on the day of the event; the table is the same
 * under every law so far. `at` is its place among the injuries of the request.
 * @throws Rejection UNKNOWN_ITEM, WRONG_KIND, MISSING_FIELD (side, measure), OUT_OF_RANGE
 */
export function assess(
  injury: Injury,
  dominantHand: Hand,
  on: LocalDate = FIRST_LAW,
  at = 0,
): AssessedInjury {
  const row = disabilityRow(injury.item);
  const kind = injury.kind ?? usualKind(row, injury);
  if (row.other !== (kind === 'OTHER')) {
    throw invalid('WRONG_KIND', `${injury.item} cannot be assessed as ${kind}`);
  }
  const stated = `injuries.${at}.`;
  const version = inForce(row, on);
  const grade = gradePercent(version.value, injury, dominantHand, { row: version, stated });
  const percent =
    kind === 'FUNCTIONAL'
      ? product(rate(String(lossOf(injury)), `${stated}functionLossPct`), grade)
      : wholeLoss(grade, injury, row, version.value);
  const paid = SAME_ITEM_DEDUCTED.value ? injury.alreadyPaidPct : undefined;
  return {
    row,
    kind,
    percent: paid ? less(percent, rate(String(paid), `${stated}alreadyPaidPct`)) : percent,
  };
}

const lossOf = ({ functionLossPct = 100 }: Injury) => functionLossPct;

const usualKind = (row: DisabilityRow, injury: Injury): InjuryKind =>
  row.other ? 'OTHER' : lossOf(injury) < 100 ? 'FUNCTIONAL' : 'ANATOMIC';

function wholeLoss(
  grade: Expression,
  injury: Injury,
  row: DisabilityRow,
  { kind }: DisabilityGrade,
): Expression {
  const measured = kind === 'STEPS' || kind === 'RANGE';
  if (lossOf(injury) !== 100 && !measured) {
    throw invalid(
      'WRONG_KIND',
      row.other
        ? `${injury.item}: the table knows no partial loss of it`
        : `${injury.item}: a partial loss of function is of kind FUNCTIONAL`,
    );
  }
  return grade;
}
