import { PAYMENT_REVERSAL_REASONS } from '#kernel';
import { FUNDS } from '#law';
import {
  type ContextContracts,
  contextContracts,
  contract,
  count,
  day,
  id,
  listOf,
  month,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { confirmation, funds, fundsOf } from '../published-fields.js';
import type {
  BackDatedDuesConfirmed,
  DuesPaid,
  DuesRefunded,
  DuesReversed,
  MonthBilled,
  MonthReopened,
  MonthSettled,
} from './domain/dues.events.js';
import type { WageReportCompleted, WageReported } from './domain/wages.events.js';

const employerId = id('The employer');
const reportId = id('The report');
const period = month('The month');

/** A month that was settled, or is open again. */
const settled = {
  employerId,
  period,
  contributionIdr: rupiahs('Contributions of the month'),
  fineIdr: rupiahs('The fine on them for paying late'),
  reports: listOf('The reports whose wages these are', { reportId }),
};

/** Of labour-intensive industry (PP 7/2025, PP 36/2025). */
const relief = optional(
  rupiahs('How much less is due by the relief of labour-intensive industry; absent where nothing is'),
);

const reportsOf = ({ reportIds }: { readonly reportIds: readonly string[] }) =>
  reportIds.map((one) => ({ reportId: one }));

/**
 * What the world outside may know of what employers report, owe and pay. What somebody earns stays inside, and what is due for one
 * person, from which it follows.
 */
export const duesContracts: ContextContracts = contextContracts(
  'dues',
  ['wages', 'wagereport', 'dues'],
  [
    contract({
      type: 'lindung.dues.wage-reported.v1',
      from: 'WageReported',
      about: 'The wage of a member in a month was reported, or taken back.',
      fields: {
        membershipId: id('The membership'),
        participantId: id('The worker'),
        employerId,
        reportId,
        period,
        programmes: listOf('Programmes that are due', { programme: oneOf('Programme', FUNDS) }),
        isTakenBack: yesNo('What had been reported of this month was a mistake'),
        reportedOn: day('Day of the report'),
      },
      data: ({ data }: WageReported) => ({
        ...data,
        programmes: data.programmes.map((programme) => ({ programme })),
        isTakenBack: data.wageIdr === 0 && data.backPayIdr === 0,
        reportedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.dues.report-completed.v1',
      from: 'WageReportCompleted',
      about: 'Every line of a report was looked at, and what changes in the bill of the month is known.',
      fields: {
        reportId,
        employerId,
        period,
        rows: count('Lines of the report'),
        taken: count('Lines that were taken'),
        funds: funds('By programme, more or less than was billed for these lines before'),
        changeIdr: rupiahs('All of that'),
        completedOn: day('Day of the report'),
      },
      data: ({ data }: WageReportCompleted) => ({
        ...data,
        funds: fundsOf(data.components),
        completedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.dues.month-billed.v1',
      from: 'MonthBilled',
      about: 'A report was billed: the first one of a month makes its bill, others change it.',
      fields: {
        employerId,
        reportId,
        period,
        funds: funds('What the bill grows by, by programme'),
        changeIdr: rupiahs('All of that; less than nothing where it becomes less'),
        reliefIdr: relief,
        dueOn: day('Until when the month is paid in time'),
        billedOn: day('Day of the bill'),
      },
      data: ({ data }: MonthBilled) => ({
        ...data,
        funds: fundsOf(data.components),
        billedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.dues.dues-paid.v1',
      from: 'DuesPaid',
      about: 'An employer paid, in one sum for whatever it owes.',
      fields: {
        employerId,
        paymentId: id('The payment'),
        amountIdr: rupiahs('How much'),
        paidOn: day('Day on which the money came'),
        toBeConfirmed: optional(
          yesNo(
            'Entered so late that claims wait until a second person has confirmed it; the money counts before that. Absent where nothing waits',
          ),
        ),
      },
      data: ({ data }: DuesPaid) => ({ ...data, ...confirmation(data), paidOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.dues.month-settled.v1',
      from: 'MonthSettled',
      about: 'Everything that was billed for a month is paid, with the fine on it.',
      fields: {
        ...settled,
        reliefIdr: relief,
        monthsLate: count('Months that it came late'),
        settledOn: day('Day from which the month counts as paid'),
      },
      data: ({ data }: MonthSettled) => ({
        ...data,
        reports: reportsOf(data),
        settledOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.dues.month-reopened.v1',
      from: 'MonthReopened',
      about: 'A month that was settled by money that never counted is open again.',
      fields: {
        ...settled,
        paidFirstOn: optional(
          day('Day on which the employer first paid for anybody, as far as that still counts'),
        ),
        reopenedOn: day('Day on which that was seen'),
      },
      data: ({ data }: MonthReopened) => ({
        ...data,
        reports: reportsOf(data),
        reopenedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.dues.dues-reversed.v1',
      from: 'DuesReversed',
      about: 'A payment was taken back: it never counted.',
      fields: {
        employerId,
        paymentId: id('The payment'),
        amountIdr: rupiahs('How much'),
        reason: oneOf('Why', PAYMENT_REVERSAL_REASONS),
        paidOn: day('Day on which the money was said to have come'),
        reversedOn: day('Day on which it was taken back'),
      },
      data: ({ data }: DuesReversed) => ({ ...data, reversedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.dues.dues-refunded.v1',
      from: 'DuesRefunded',
      about: 'Money was paid back to an employer, or to whoever had paid.',
      fields: {
        employerId,
        paymentId: optional(id('The payment that had been taken back; absent where it was credit')),
        amountIdr: rupiahs('How much'),
        refundedOn: day('Day of the refund'),
      },
      data: ({ data }: DuesRefunded) => ({ ...data, refundedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.dues.late-payments-confirmed.v1',
      from: 'BackDatedDuesConfirmed',
      about:
        'A second person confirmed payments that others had entered late: no claim waits for that any more.',
      fields: { employerId, confirmedOn: day('Day of the confirmation') },
      data: ({ data }: BackDatedDuesConfirmed) => ({ ...data, confirmedOn: data.effectiveOn }),
    }),
  ],
  {
    WageYearClosed: 'sums up what was told',
    DuesYearClosed: 'sums up what was told',
    WageReportStarted: 'is told once it is complete',
    WagesHandedIn: 'what people earn',
    WageRowsRemarked: 'what people earn, or names that were typed',
    DuesReversalRequested: 'nothing has changed yet',
    DuesRefundRequested: 'nothing has changed yet',
    DuesCorrectionRefused: 'nothing has changed',
  },
);
