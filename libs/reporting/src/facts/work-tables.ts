import { day, index, integer, month, table, text, uuid, yesNo, type Table } from '#postgres';
import { TOLD } from './told.js';

/** What memberships with employers, and placements on projects, went through. */
export const employments = table(
  'employments',
  {
    ...TOLD,
    membershipId: uuid(),
    participantId: uuid(),
    segment: text<'PU' | 'JAKON'>(),
    /** The employer, or the project. */
    workplaceId: uuid(),
    step: text<'JOINED' | 'LEFT' | 'LEAVE_UNDONE' | 'PROLONGED' | 'CONFIRMED'>(),
    happenedOn: day(),
    termEndsOn: day().nullable(),
    /** Entered so late that it does not hold before it is confirmed. */
    toBeConfirmed: yesNo(),
  },
  { indexes: [index('employments_of', ['participantId']), index('employments_at', ['workplaceId'])] },
);

/** What employers and projects went through. */
export const workplaces = table(
  'workplaces',
  {
    ...TOLD,
    workplaceId: uuid(),
    step: text<
      'REGISTERED' | 'EXTENDED' | 'CLOSED' | 'REOPENED' | 'PAID' | 'PAYMENT_REVERSED' | 'CONFIRMED'
    >(),
    happenedOn: day(),
    /** Of an employer its kind; PROJECT of a project. */
    kind: text().nullable(),
    district: text().nullable(),
    branch: text().nullable(),
    startsOn: day().nullable(),
    endsOn: day().nullable(),
    /** Workers of a project, as reported. */
    headcount: integer().nullable(),
    paymentId: uuid().nullable(),
    toBeConfirmed: yesNo(),
  },
  { indexes: [index('workplaces_of', ['workplaceId'])] },
);

/** Months of employers that were settled, or are open again. */
export const settledMonths = table(
  'settledMonths',
  {
    ...TOLD,
    workplaceId: uuid(),
    period: month(),
    isSettled: yesNo(),
    happenedOn: day(),
    /** Of one that is open again: on which day the employer first paid for anybody, as far as that still counts. */
    paidFirstOn: day().nullable(),
  },
  { indexes: [index('settled_months_of', ['workplaceId'])] },
);

/** The wage of a member in a month was reported, or taken back. How much it was nobody is told. */
export const wageMonths = table(
  'wageMonths',
  {
    // Those of a report are looked for together: before the event in the key they need no other index.
    reportId: uuid().key(),
    ...TOLD,
    membershipId: uuid(),
    participantId: uuid(),
    period: month(),
    isTakenBack: yesNo(),
  },
  { indexes: [index('wage_months_of', ['participantId', 'period'])] },
);

/** Reports of wages that were paid for, or are open again: a row for each of them. */
export const settledReports = table(
  'settledReports',
  {
    ...TOLD,
    reportId: uuid().key(),
    workplaceId: uuid(),
    isSettled: yesNo(),
    /** Anything was due for the month: an employer that pays begins to stand for its workers. */
    paysForSomebody: yesNo(),
    happenedOn: day(),
  },
  {
    indexes: [index('settled_reports_again', ['reportId']), index('settled_reports_of', ['workplaceId'])],
  },
);

export const WORK_TABLES: readonly Table[] = [
  employments,
  workplaces,
  settledMonths,
  wageMonths,
  settledReports,
];
