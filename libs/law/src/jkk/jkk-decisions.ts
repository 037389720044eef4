import { daysBetween, type LocalDate, type Period, type Rupiah } from '#kernel';
import { calculation, type Calculation, decided, type InputValue } from '../kernel/calculation.js';
import { standingOn } from '../coverage/coverage.js';
import { invalid } from '../kernel/input-error.js';
import { COVERAGE_POLICIES } from '../coverage/coverage.policies.js';
import { claimIsInTime, type Conclusion, eventIsWorkAccident, jkkExpiry } from './jkk.policies.js';
import { refusalOf, refuse } from '../kernel/refusal.js';
import { WORK_ACCIDENT_POLICIES, type WorkAccidentFacts } from './work-accident.policies.js';
import { JKK_SUSPECTED_DAYS } from './jkk.rules.js';
import { inForce, versionOn } from '../kernel/rule.js';
import { LATE_REPORT_EFFECT, REPORT_HOURS } from '../service/service.rules.js';
import { HAS_EMPLOYER, type Segment } from '../kernel/segment.js';
import { medicalCare } from './jkk-expenses.js';

export interface ExpiryInput {
  readonly accidentDate?: LocalDate;
  /** Of an occupational disease (PAK): the right runs from the diagnosis. */
  readonly diagnosisDate?: LocalDate;
  readonly claimDate: LocalDate;
}

/** Whether the right to JKK had lapsed on the day of the claim (kedaluwarsa, section 3.9). */
export function calculateExpiry({ accidentDate, diagnosisDate, claimDate }: ExpiryInput): Calculation {
  const eventDate = diagnosisDate ?? accidentDate;
  if (!eventDate) throw invalid('MISSING_FIELD', 'accidentDate or diagnosisDate is needed');
  const memo = { lastDayToClaim: jkkExpiry(eventDate).lastDay };
  const refusal = refusalOf([claimIsInTime], { segment: 'PU', eventDate, claimDate });
  if (refusal) return decided(eventDate, 'JKK', refusal, { memo });
  return calculation(eventDate, [], { decision: 'NOT_EXPIRED', memo });
}

export interface CoverageInput {
  readonly segment: Segment;
  readonly lastPaidPeriod: Period;
  /** The event; an accident is a matter of JKK, a death of JKM. */
  readonly accidentDate?: LocalDate;
  readonly deathDate?: LocalDate;
}

/** Whether BPJS stands for an event, from the last paid contribution month (section 1.5, Q-1). */
export function calculateCoverage(input: CoverageInput): Calculation {
  const { segment, lastPaidPeriod, accidentDate, deathDate } = input;
  const eventDate = accidentDate ?? deathDate;
  if (!eventDate) throw invalid('MISSING_FIELD', 'accidentDate or deathDate is needed');
  const refusal = refusalOf(COVERAGE_POLICIES, { segment, eventDate, lastPaidPeriod });
  if (refusal) return decided(eventDate, accidentDate ? 'JKK' : 'JKM', refusal);
  const { arrearsMonths } = standingOn(eventDate, lastPaidPeriod, segment);
  return calculation(eventDate, [], { decision: 'ACTIVE', memo: { arrearsMonths } });
}

export interface SuspectedCaseInput {
  readonly accidentDate: LocalDate;
  readonly segment?: Segment;
  readonly stageIReceived: LocalDate;
  /** Both or neither: the day of the conclusion and the conclusion. */
  readonly concludedOn?: LocalDate;
  readonly conclusion?: Conclusion;
  /** Cost of care so far, rupiah. */
  readonly medicalCost: Rupiah;
  /** Whether a PLKK gave the care. */
  readonly plkk?: boolean;
}

/**
 * A suspected work accident (dugaan, PP 49/2023 Art. 25A): care is guaranteed until the conclusion, due within 30
 * days of stage I. Concluded as a work accident, care becomes a JKK benefit; if not, others bear it.
 * Before 2023-10 there is no guarantee. A late conclusion changes nothing in the amounts; `memo` tells the days.
 */
export function calculateSuspectedCase(input: SuspectedCaseInput): Calculation {
  const { accidentDate, segment = 'PU', conclusion, medicalCost, plkk } = input;
  checkOrder(input);
  const memo = conclusionTimes(input);
  const refusal = refusalOf([eventIsWorkAccident], { segment, eventDate: accidentDate, conclusion });
  if (refusal) return decided(accidentDate, 'JKK', refusal, { nonJkkMedicalIdr: medicalCost, ...memo });
  if (conclusion === undefined) {
    const guaranteed = versionOn(JKK_SUSPECTED_DAYS, accidentDate) !== undefined;
    return calculation(accidentDate, [], {
      decision: guaranteed ? 'CARE_GUARANTEED' : 'NOT_GUARANTEED',
      ...memo,
    });
  }
  const care = medicalCare(
    accidentDate,
    plkk ? { plkkInvoice: medicalCost } : { medicalReceipts: medicalCost },
  );
  return calculation(accidentDate, care, { decision: 'CONCLUDED_WORK_ACCIDENT', ...memo });
}

function checkOrder({ accidentDate, stageIReceived, concludedOn, conclusion }: SuspectedCaseInput): void {
  if (stageIReceived < accidentDate)
    throw invalid('DATES_OUT_OF_ORDER', 'stageIReceived is before accidentDate');
  if (concludedOn && concludedOn < stageIReceived) {
    throw invalid('DATES_OUT_OF_ORDER', 'concludedOn is before stageIReceived');
  }
  if ((concludedOn === undefined) !== (conclusion === undefined)) {
    throw invalid('MISSING_FIELD', 'concludedOn and conclusion belong together');
  }
}

function conclusionTimes(input: SuspectedCaseInput): { memo?: Record<string, InputValue> } {
  const limit = versionOn(JKK_SUSPECTED_DAYS, input.accidentDate);
  if (!limit || !input.concludedOn) return {};
  const conclusionDays = daysBetween(input.stageIReceived, input.concludedOn);
  return { memo: { conclusionDays, conclusionDaysLate: Math.max(0, conclusionDays - limit.value) } };
}

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
  if (minutes <= limit.value * 60) return calculation(accidentDate, [], { decision: 'ON_TIME', memo });
  const effect = versionOn(LATE_REPORT_EFFECT, accidentDate);
  if (!effect || !HAS_EMPLOYER.includes(segment))
    return calculation(accidentDate, [], { decision: 'LATE_WITHOUT_EFFECT', memo });
  return decided(
    accidentDate,
    'JKK',
    refuse('EMPLOYER_PAYS_FIRST', effect, {
      id: 'Laporan tahap I terlambat; pemberi kerja membayar lebih dahulu dan dapat meminta penggantian kepada BPJS.',
      en: 'Stage I was reported late; the employer pays first and may ask BPJS for reimbursement.',
    }),
    { memo },
  );
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether an event is a work accident (kecelakaan kerja, section 3.1), as far as the facts tell. */
export function calculateWorkAccident(facts: WorkAccidentFacts): Calculation {
  const refusal = refusalOf(WORK_ACCIDENT_POLICIES, facts);
  if (refusal) return decided(facts.accidentDate, 'JKK', refusal);
  return calculation(facts.accidentDate, [], { decision: 'WORK_ACCIDENT' });
}
