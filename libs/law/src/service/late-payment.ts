import { daysBetween, type LocalDate, type Rupiah } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import { addWorkingDays, calendarMark, type Holidays, workingDaysAfter } from '../kernel/calendar.js';
import { count, counted, type Expression, fact, money, product, rate } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { inForce } from '../kernel/rule.js';
import { DAYS_LATE } from './service.conventions.js';
import type { ServiceDecision } from './service.decisions.js';
import { LATE_COMPENSATION, SERVICE_DAYS, type ServiceProgram } from './service.rules.js';

export interface LatePaymentInput {
  /** The benefit that was due, rupiah. */
  readonly benefitDue: Rupiah;
  /** Calendar days after the due working day. Or give completeOn and paidOn. */
  readonly daysLate?: number;
  /** Named as the benefit is: JKK or JKM; JKM unless given. */
  readonly program?: ServiceProgram;
  /** The day the documents were complete: the service clock starts then. */
  readonly completeOn?: LocalDate;
  readonly paidOn?: LocalDate;
  /** Public holidays; without them only weekends are free. */
  readonly holidays?: Holidays;
}

/** By when a benefit has to be paid once its documents are complete (section 7.3). */
export function serviceDueDate(
  program: ServiceProgram,
  completeOn: LocalDate,
  holidays: Holidays = [],
): LocalDate {
  return addWorkingDays(completeOn, inForce(SERVICE_DAYS[program], completeOn).value, holidays);
}

/**
 * Compensation for late payment: 1 % of the benefit for each day, to the participant (JKK) or the heir (JKM).
 * The other programmes have none.
 * @throws Rejection MISSING_FIELD, DATES_OUT_OF_ORDER
 */
export function calculateLatePayment(input: LatePaymentInput): Calculation {
  const { program = 'JKM', completeOn } = input;
  const on = completeOn ?? NEWEST_LAW;
  if (program !== 'JKK' && program !== 'JKM')
    return calculation(on, [], { decision: 'NO_COMPENSATION' satisfies ServiceDecision });
  const { benefitDue } = input;
  const daysLate = daysLateOf(input, program);
  const rule = LATE_COMPENSATION[program];
  const version = inForce(rule, on);
  const compensation = component(rule, version, {
    code: 'LATE_COMPENSATION',
    expression: product(
      rate(version.value, version),
      money(benefitDue, 'benefitDue'),
      daysCounted(input, program, daysLate),
    ),
    inputs: { benefitDue, daysLate, program },
    payee: program === 'JKK' ? 'PARTICIPANT' : 'HEIR',
  });
  const calendar = markOfDays(input, program);
  return calculation(on, [compensation], calendar && { memo: { calendar } });
}

/** Whether the days were counted through a year whose days off are not known. */
function markOfDays(input: LatePaymentInput, program: ServiceProgram) {
  const { daysLate, completeOn } = input;
  if (daysLate !== undefined || !completeOn) return undefined;
  const { holidays } = input;
  return calendarMark([completeOn, serviceDueDate(program, completeOn, holidays)], holidays);
}

/** The days, with what they were counted from where they were not stated. */
function daysCounted(input: LatePaymentInput, program: ServiceProgram, days: number): Expression {
  const { completeOn } = input;
  if (input.daysLate !== undefined || !completeOn) return count(days, 'daysLate');
  return count(days, () => {
    const due = inForce(SERVICE_DAYS[program], completeOn);
    const holidays = input.holidays === undefined ? [] : [fact('holidays')];
    return counted(days, fact('completeOn'), fact('paidOn'), ...holidays, count(due.value, due));
  });
}

function daysLateOf(input: LatePaymentInput, program: ServiceProgram): number {
  if (input.daysLate !== undefined) return input.daysLate;
  const { completeOn, paidOn, holidays } = input;
  if (!completeOn || !paidOn) throw invalid('MISSING_FIELD', 'daysLate is needed, or completeOn and paidOn');
  if (paidOn < completeOn) throw invalid('DATES_OUT_OF_ORDER', 'paidOn is before completeOn');
  const due = serviceDueDate(program, completeOn, holidays);
  if (DAYS_LATE.value === 'WORKING_DAYS') return workingDaysAfter(due, paidOn, holidays);
  return Math.max(0, daysBetween(due, paidOn));
}
