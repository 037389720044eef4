import { type LocalDate, type Period, firstDayOf } from '#kernel';
import { code, count, day, id, listOf, month, optional, rupiahs, yesNo } from '#publishing/contracts';
import { payments, reversals } from './fact-tables.js';
import { contributions } from './money-tables.js';
import { UNSTATED } from './told.js';
import { type FactRow, type Origin, type Reader, reads, row } from './reader.js';

const funds = listOf('By programme', { programme: code('Programme'), amountIdr: rupiahs('Amount') });

interface Amount {
  readonly way: 'RECEIVED' | 'DUE';
  readonly segment: string;
  readonly payerId: string;
  readonly paymentId?: string;
  readonly happenedOn: LocalDate;
  readonly dueOn?: LocalDate;
  readonly amountIdr: number;
  readonly funds?: readonly { readonly programme: string; readonly amountIdr: number }[];
}

/** A row for each programme. */
function byProgramme(origin: Origin, { funds: parts, amountIdr, ...amount }: Amount): FactRow[] {
  const all = parts && parts.length > 0 ? parts : [{ programme: UNSTATED, amountIdr }];
  return all.map((part) => row(contributions, { ...origin, ...amount, ...part } as never));
}

/** What came in of the self-employed and from whom, and what never counted. */
const OF_WORKERS: readonly Reader[] = [
  reads(
    'lindung.participants.contribution-paid.v2',
    {
      participantId: id('The worker'),
      segment: code('Kind of membership'),
      payer: code('Who paid'),
      sponsorId: optional(id('The sponsor')),
      period: month('First month'),
      months: count('How many'),
      amountIdr: rupiahs('Sum'),
      paidOn: day('When'),
      paymentId: optional(id('The payment')),
      funds: optional(funds),
      settlesEventOn: optional(day('Day of the event whose arrears it settles')),
      isSetOff: optional(yesNo('It was deducted from a benefit')),
    },
    ({ funds: parts, settlesEventOn, isSetOff = false, ...data }, origin) => ({
      rows: [
        row(payments, { ...origin, ...data, settlesArrears: settlesEventOn !== undefined || isSetOff }),
        ...byProgramme(origin, {
          way: 'RECEIVED',
          segment: data.segment,
          payerId: data.participantId,
          paymentId: data.paymentId,
          happenedOn: data.paidOn,
          amountIdr: data.amountIdr,
          funds: parts,
        }),
      ],
      about: { people: [data.participantId] },
    }),
  ),
  reads(
    'lindung.participants.contribution-reversed.v1',
    {
      participantId: id('The worker'),
      segment: code('Kind of membership'),
      period: month('First month'),
      months: count('How many'),
      amountIdr: rupiahs('Sum'),
      paidOn: day('When it was said to have been paid'),
      reversedOn: day('When it was taken back'),
      paymentId: optional(id('The payment')),
    },
    (data, origin) => ({
      rows: [row(reversals, { ...origin, ...data })],
      about: { people: [data.participantId] },
    }),
  ),
];

/** Of an employer came in less. */
const takenOff = (origin: Origin, payerId: string, happenedOn: LocalDate, amountIdr: number) =>
  byProgramme(origin, { way: 'RECEIVED', segment: 'PU', payerId, happenedOn, amountIdr: 0 - amountIdr });

const billed = (period: Period) => firstDayOf(period);

/** What is due from employers and projects, and what came in from them. */
const OF_WORKPLACES: readonly Reader[] = [
  reads(
    'lindung.dues.month-billed.v1',
    {
      employerId: id('The employer'),
      period: month('The month'),
      funds,
      changeIdr: rupiahs('All of it'),
      dueOn: day('Until when it is paid in time'),
    },
    ({ employerId, period, funds: parts, changeIdr, dueOn }, origin) => ({
      rows: byProgramme(origin, {
        way: 'DUE',
        segment: 'PU',
        payerId: employerId,
        happenedOn: billed(period),
        dueOn,
        amountIdr: changeIdr,
        funds: parts,
      }),
    }),
  ),
  reads(
    'lindung.dues.dues-paid.v1',
    {
      employerId: id('The employer'),
      paymentId: id('The payment'),
      amountIdr: rupiahs('Amount'),
      paidOn: day('When'),
    },
    ({ employerId, paidOn, ...data }, origin) => ({
      rows: byProgramme(origin, {
        way: 'RECEIVED',
        segment: 'PU',
        payerId: employerId,
        happenedOn: paidOn,
        ...data,
      }),
    }),
  ),
  reads(
    'lindung.dues.dues-reversed.v1',
    {
      employerId: id('The employer'),
      amountIdr: rupiahs('Amount'),
      paidOn: day('When it was said to have been paid'),
    },
    ({ employerId, amountIdr, paidOn }, origin) => ({
      rows: takenOff(origin, employerId, paidOn, amountIdr),
    }),
  ),
  reads(
    'lindung.dues.dues-refunded.v1',
    {
      employerId: id('The employer'),
      paymentId: optional(id('The payment that had been taken back')),
      amountIdr: rupiahs('Amount'),
      refundedOn: day('When it was paid back'),
    },
    ({ employerId, paymentId, amountIdr, refundedOn }, origin) => ({
      // What was taken back never came in: that it is handed on is no refund of contributions.
      rows: paymentId === undefined ? takenOff(origin, employerId, refundedOn, amountIdr) : [],
    }),
  ),
];

/** Contributions: what is due, what came in, and what never counted. */
export const CONTRIBUTION_READERS: readonly Reader[] = [...OF_WORKERS, ...OF_WORKPLACES];
