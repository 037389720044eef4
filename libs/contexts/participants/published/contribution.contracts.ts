import { derivedId, totalOf } from '#kernel';
import { SEGMENTS } from '#law';
import {
  type Contract,
  contract,
  count,
  day,
  id,
  line,
  month,
  oneOf,
  optional,
  rupiahs,
  yesNo,
} from '#publishing/contracts';
import { funds, fundsOf } from '../../published-fields.js';
import type { ContributionPaid } from '../domain/contribution.events.js';
import { OCCUPATION_GROUPS, PAYERS } from '../domain/participant.events.js';
import { type ContributionReversed, REVERSAL_REASONS } from '../domain/reversal.events.js';
import { FORMER_PAYERS, formerPayer } from './former-payers.js';

const payment = <const Payers extends readonly string[]>(payers: Payers) => ({
  participantId: id('The worker'),
  segment: oneOf('Kind of membership', SEGMENTS),
  payer: oneOf('Who paid', payers),
  sponsorId: optional(id('The village, government or company that paid')),
  period: month('First month that was paid'),
  months: count('Number of months that were paid'),
  amountIdr: rupiahs('Sum of all programmes'),
  paidOn: day('Day of payment'),
});

type Known = Pick<ContributionPaid['data'], 'participantId' | 'period' | 'receipt'>;

/** A payment is known by its first month and its receipt, which stays inside. */
const paymentIdOf = ({ participantId, period, receipt }: Known) =>
  derivedId('payment', participantId, period, receipt);

/** By programme, where the log tells of all months: some that were recorded by hand tell of one. */
function fundsPaid({ components, amountIdr }: Pick<ContributionPaid['data'], 'components' | 'amountIdr'>) {
  const isWhole = totalOf(components) === amountIdr;
  return isWhole ? { funds: fundsOf(components) } : {};
}

/** What was received for whom, and what never counted. */
export const contributionContracts: readonly Contract[] = [
  contract({
    type: 'lindung.participants.contribution-paid.v1',
    from: 'ContributionPaid',
    about: 'Contributions were received. v2 names every kind of payer.',
    fields: payment(FORMER_PAYERS),
    data: ({ data }: ContributionPaid) => ({ ...data, payer: formerPayer(data.payer) }),
  }),
  contract({
    type: 'lindung.participants.contribution-paid.v2',
    from: 'ContributionPaid',
    about: 'Contributions were received.',
    fields: {
      ...payment(PAYERS),
      occupationGroup: optional(oneOf('Group of occupations, where it was stated', OCCUPATION_GROUPS)),
      branch: optional(line('The branch of BPJS that looks after the worker, where it was stated')),
      agreementId: optional(id('The agreement under which the sponsor paid')),
      paymentId: optional(id('The payment; whoever takes it back names it')),
      funds: optional(funds('The sum by programme')),
      settlesEventOn: optional(day('Day of the accident or death whose arrears it settles, if it does')),
      isSetOff: optional(yesNo('No money came: it was deducted from a benefit. Absent where money came')),
    },
    data: ({ data }: ContributionPaid) => ({
      ...data,
      paymentId: paymentIdOf(data),
      ...fundsPaid(data),
      ...(data.setOffClaimId !== undefined && { isSetOff: true }),
    }),
  }),
  contract({
    type: 'lindung.participants.contribution-reversed.v1',
    from: 'ContributionReversed',
    about: 'A payment that bounced, or was for others or for other months, was taken back: it never counted.',
    fields: {
      participantId: id('The worker'),
      segment: oneOf('Kind of membership', SEGMENTS),
      paymentId: optional(id('The payment')),
      period: month('First month of the payment'),
      months: count('Number of months of the payment'),
      amountIdr: rupiahs('Its sum'),
      reason: oneOf('Why', REVERSAL_REASONS),
      paidOn: day('Day on which it was said to have been made'),
      reversedOn: day('Day on which it was taken back'),
    },
    data: ({ data }: ContributionReversed) => ({
      ...data,
      paymentId: paymentIdOf(data),
      reversedOn: data.effectiveOn,
    }),
  }),
];
