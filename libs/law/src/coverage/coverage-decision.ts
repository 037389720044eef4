import type { LocalDate, Period, Rupiah } from '#kernel';
import { sumRupiah } from '#kernel';
import { calculateBpuContribution } from '../contributions/contribution-bpu.js';
import type { BpuSector } from '../contributions/relief.rules.js';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { calendarMark } from '../kernel/calendar.js';
import type { InputValue } from '../kernel/component.js';
import { invalid } from '../kernel/input-error.js';
import { type BenefitRefusal, refusalOf } from '../kernel/refusal.js';
import { withFacts } from '../kernel/watching.js';
import type { Segment } from '../kernel/segment.js';
import type { CoverageDecision } from './coverage.decisions.js';
import { arrearsAfter, standingOn } from './coverage.js';
import { COVERAGE_POLICIES } from './coverage.policies.js';
import { contributionDueDate, isPrepaid } from './due-days.js';

export interface CoverageInput {
  readonly segment: Segment;
  readonly lastPaidPeriod: Period;
  /** The event; an accident is a matter of JKK, a death of JKM. */
  readonly accidentDate?: LocalDate;
  readonly deathDate?: LocalDate;
  /** Consecutive months that the employer of a wage earner (PU) is in arrears with. */
  readonly employerArrearsMonths?: number;
  /** BPU: what the arrears come to follows from the income, the trade and who pays. */
  readonly declaredIncome?: Rupiah;
  readonly sector?: BpuSector;
  readonly governmentPaid?: boolean;
}

/**
 * Whether BPJS stands for an event, from the last paid contribution month (section 1.5, Q-1). Where arrears of a BPU hold the
 * benefit, `memo` lists the months that must be paid and, where the income is told, what they come to. Where a due day lies in a
 * year whose days off are not known, it says so.
 */
export function calculateCoverage(input: CoverageInput): Calculation {
  const eventDate = input.accidentDate ?? input.deathDate;
  if (!eventDate) throw invalid('MISSING_FIELD', 'accidentDate or deathDate is needed');
  const refusal = refusalOf(COVERAGE_POLICIES, withFacts(input, { eventDate }));
  return answer(input, eventDate, refusal);
}

function answer(
  input: CoverageInput,
  eventDate: LocalDate,
  refusal: BenefitRefusal | undefined,
): Calculation {
  const programme = input.accidentDate ? 'JKK' : 'JKM';
  if (refusal) {
    const held = refusal.code === 'PENDING_ARREARS';
    return decided(eventDate, programme, refusal, held ? { memo: arrearsOf(input, eventDate) } : {});
  }
  const { arrearsMonths } = standingOn(eventDate, input.lastPaidPeriod, input.segment);
  return calculation(eventDate, [], {
    decision: 'ACTIVE' satisfies CoverageDecision,
    memo: { arrearsMonths, ...calendarOf(input, eventDate) },
  });
}

/** The months that must be paid, and what each costs by its own tariff and relief. */
function arrearsOf(input: CoverageInput, eventDate: LocalDate): Record<string, InputValue> {
  const { lastPaidPeriod, segment, declaredIncome } = input;
  const months = arrearsAfter(eventDate, lastPaidPeriod, segment);
  const memo = {
    arrearsMonths: months.length,
    arrears: months.join(', '),
    ...calendarOf(input, eventDate),
  };
  if (declaredIncome === undefined) return memo;
  const due = months.map(
    (period) => calculateBpuContribution(withFacts(input, { declaredIncome, period })).totalIdr,
  );
  return { ...memo, arrearsIdr: sumRupiah(due) };
}

/** Only the day on which a month fell due can turn out later than it was counted: one that is not due yet stays so. */
function calendarOf({ lastPaidPeriod, segment }: CoverageInput, eventDate: LocalDate) {
  if (isPrepaid(segment)) return undefined;
  const due = arrearsAfter(eventDate, lastPaidPeriod, segment);
  const calendar = calendarMark(due.map((month) => contributionDueDate(month, segment)));
  return calendar && { calendar };
}
