import { type LocalDate, type Period, type Policy, periodOf } from '#kernel';
import { reportRefusals } from '../refusals.js';

/** What the rules of a report look at; its lines are looked at one by one. */
export interface ReportGrounds {
  readonly period: Period;
  readonly employer: { readonly startedOn: LocalDate; readonly lastDay?: LocalDate };
  readonly today: LocalDate;
}

const ofAMonthThatHasBegun: Policy<ReportGrounds> = {
  name: 'of-a-month-that-has-begun',
  check: ({ period, today }) =>
    period > periodOf(today) ? reportRefusals.MONTH_NOT_BEGUN({ last: periodOf(today) }) : undefined,
};

const notBeforeTheEmployer: Policy<ReportGrounds> = {
  name: 'not-before-the-employer',
  check: ({ period, employer: { startedOn } }) =>
    period < periodOf(startedOn)
      ? reportRefusals.MONTH_BEFORE_EMPLOYER({ first: periodOf(startedOn) })
      : undefined,
};

const notAfterTheEmployer: Policy<ReportGrounds> = {
  name: 'not-after-the-employer',
  check: ({ period, employer: { lastDay } }) =>
    lastDay !== undefined && period > periodOf(lastDay)
      ? reportRefusals.MONTH_AFTER_EMPLOYER({ last: periodOf(lastDay) })
      : undefined,
};

/** In this order; the first refusal wins. */
export const REPORT_POLICIES: readonly Policy<ReportGrounds>[] = [
  ofAMonthThatHasBegun,
  notBeforeTheEmployer,
  notAfterTheEmployer,
];
