import { daysBetween, type LocalDate } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import type { JkkDecision } from './jkk.decisions.js';
import { stageOneWasInTime } from './jkk.policies.js';
import { REPORT_HOURS } from './report.rules.js';

export interface StageOneReportInput {
  readonly segment: Segment;
  readonly accidentDate: LocalDate;
  /** `HH:MM`; 00:00 unless given. */
  readonly accidentTime?: string;
  readonly reportedDate: LocalDate;
  readonly reportedTime?: string;
}

const MINUTES_PER_DAY = 24 * 60;

/**
 * Whether stage I was reported within 2 × 24 hours, and what follows if not (section 3.2): from Permenaker 1/2025
 * the employer pays first and may be reimbursed. The worker never loses the right by it.
 */
export function calculateStageOneReport(input: StageOneReportInput): Calculation {
  const { segment, accidentDate, accidentTime = '00:00', reportedDate, reportedTime = '00:00' } = input;
  const minutes =
    daysBetween(accidentDate, reportedDate) * MINUTES_PER_DAY +
    minutesOf(reportedTime) -
    minutesOf(accidentTime);
  if (minutes < 0) throw invalid('DATES_OUT_OF_ORDER', 'The report is before the accident');
  const limit = inForce(REPORT_HOURS, accidentDate);
  const memo = { hoursAllowed: limit.value, minutesAfterAccident: minutes };
  if (minutes <= limit.value * 60)
    return calculation(accidentDate, [], { decision: 'ON_TIME' satisfies JkkDecision, memo });
  const refusal = refusalOf([stageOneWasInTime], { segment, eventDate: accidentDate, stageOneLate: true });
  if (refusal) return decided(accidentDate, 'JKK', refusal, { memo });
  return calculation(accidentDate, [], { decision: 'LATE_WITHOUT_EFFECT' satisfies JkkDecision, memo });
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
