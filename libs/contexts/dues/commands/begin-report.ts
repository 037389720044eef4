import { type EmployerFacts, type Terms, employerFacts } from '#contexts/employers/facts';
import { type Period, derivedId } from '#kernel';
import type { Triable } from '#runtime';
import { reportIdOf, startReport, wageMonthIdOf, wageReports } from '../domain/wage-report.js';

interface OfMonth {
  readonly employerId: string;
  readonly period: Period;
}

interface Facts {
  readonly employer: EmployerFacts;
  readonly terms: Terms;
}

/**
 * What `ReportWages` finds out before it records anything: whether a month of the employer can be reported. What comes of each line
 * stands in the report.
 */
export const BeginReport: Triable<OfMonth> = {
  tried: ({ employerId, period }, trial) =>
    trial.decide(
      { employerId, period },
      wageReports,
      wageMonthIdOf(employerId, period),
      (ofMonth, state, context, { employer, terms }: Facts) => {
        const report = { ...ofMonth, ...terms, fileDigest: derivedId('any-wages', employerId) };
        return startReport({ ...report, reportId: reportIdOf(report), rows: 1 }, state, context, employer);
      },
      async (_state, read) => {
        const employer = await employerFacts(read, employerId);
        return { employer, terms: employer.termsOf(period) };
      },
    ),
};
