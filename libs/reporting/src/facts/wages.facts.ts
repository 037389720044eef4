import { day, id, listOf, month, optional, rupiahs, yesNo } from '#publishing/contracts';
import { settledMonths, settledReports, wageMonths } from './work-tables.js';
import { type Reader, fact, reads, row } from './reader.js';

const employerId = id('The employer');
const period = month('The month');

/** The reports whose wages are paid for, or not any more. */
const ofMonth = { employerId, period, reports: listOf('The reports', { reportId: id('The report') }) };

/** For whom a wage was reported, and which reports were paid for: together the months that count of each member. */
export const WAGE_READERS: readonly Reader[] = [
  reads(
    'lindung.dues.wage-reported.v1',
    {
      membershipId: id('The membership'),
      participantId: id('The worker'),
      reportId: id('The report'),
      period,
      isTakenBack: yesNo('It was a mistake'),
    },
    (data, origin) => fact(wageMonths, { ...origin, ...data }, { wages: [data] }),
  ),
  reads(
    'lindung.dues.month-settled.v1',
    { ...ofMonth, contributionIdr: rupiahs('Contributions of the month'), settledOn: day('When') },
    ({ employerId: workplaceId, period: of, reports, contributionIdr, settledOn: happenedOn }, origin) => {
      const settled = { ...origin, workplaceId, isSettled: true, happenedOn };
      return {
        rows: [
          row(settledMonths, { ...settled, period: of }),
          ...reports.map((one) =>
            row(settledReports, { ...settled, ...one, paysForSomebody: contributionIdr > 0 }),
          ),
        ],
        about: { workplaces: [workplaceId], reports: reports.map(({ reportId }) => reportId) },
      };
    },
  ),
  reads(
    'lindung.dues.month-reopened.v1',
    { ...ofMonth, reopenedOn: day('When'), paidFirstOn: optional(day('First payment for anybody')) },
    ({ employerId: workplaceId, period: of, reports, reopenedOn: happenedOn, paidFirstOn }, origin) => {
      const reopened = { ...origin, workplaceId, isSettled: false, happenedOn };
      return {
        rows: [
          row(settledMonths, { ...reopened, period: of, paidFirstOn }),
          ...reports.map((one) => row(settledReports, { ...reopened, ...one, paysForSomebody: false })),
        ],
        about: { workplaces: [workplaceId], reports: reports.map(({ reportId }) => reportId) },
      };
    },
  ),
];
