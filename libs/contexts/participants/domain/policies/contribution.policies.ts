import {
  type LocalDate,
  type Period,
  type Policy,
  addPeriods,
  monthsBetween,
  periodOf,
  periodsFrom,
} from '#kernel';
import type { ContributionsState } from '../contributions.js';
import type { Deceased, Registered } from '../participant.js';

/** What the contribution rules look at. */
export interface ContributionFacts {
  readonly participant: Registered | Deceased;
  readonly paid: ContributionsState['paid'];
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly today: LocalDate;
}

/** Arrears are charged for at most three months (PP 44/2015; FAQ quoted in the reference). */
const MAX_ARREARS_MONTHS = 3;

/** Heirs may settle arrears up to the month of death: a held claim waits for it (convention Q-1). Nothing after it is due. */
const notForMonthsAfterDeath: Policy<ContributionFacts> = {
  name: 'not-for-months-after-death',
  check: ({ participant, period, months, paidOn }) =>
    participant.situation === 'DECEASED' &&
    paidOn > participant.diedOn &&
    addPeriods(period, months - 1) > periodOf(participant.diedOn)
      ? {
          code: 'DECEASED',
          detail: `The participant died on ${participant.diedOn}; no later month is due`,
          allowed: [`months up to ${periodOf(participant.diedOn)}`],
        }
      : undefined,
};

const notPaidInTheFuture: Policy<ContributionFacts> = {
  name: 'not-paid-in-the-future',
  check: ({ paidOn, today }) =>
    paidOn > today
      ? { code: 'PAID_IN_FUTURE', detail: `A payment cannot have been made after today, ${today}` }
      : undefined,
};

const notBeforeRegistration: Policy<ContributionFacts> = {
  name: 'not-before-registration',
  check: ({ participant, period, paidOn }) =>
    period < periodOf(participant.registeredOn) || paidOn < participant.registeredOn
      ? {
          code: 'BEFORE_REGISTRATION',
          detail: `The participant was registered on ${participant.registeredOn}`,
        }
      : undefined,
};

/** Twelve months can be paid at once, and the next payment may be early; further ahead it is a slip of the pen. */
const MAX_MONTHS_AHEAD = 12;

export const notFarAhead: Policy<Pick<ContributionFacts, 'period' | 'paidOn'>> = {
  name: 'not-far-ahead',
  check: ({ period, paidOn }) =>
    monthsBetween(periodOf(paidOn), period) > MAX_MONTHS_AHEAD
      ? {
          code: 'PERIOD_TOO_FAR_AHEAD',
          detail: `Contributions begin at most ${MAX_MONTHS_AHEAD} months after the payment of ${paidOn}`,
          allowed: [`period ${addPeriods(periodOf(paidOn), MAX_MONTHS_AHEAD)} or earlier`],
        }
      : undefined,
};

const noMonthTwice: Policy<ContributionFacts> = {
  name: 'no-month-twice',
  check: ({ paid, period, months }) => {
    const twice = periodsFrom(period, months).filter((month) => paid.some((one) => one.period === month));
    return twice.length > 0
      ? { code: 'PERIOD_ALREADY_PAID', detail: `Already paid: ${twice.join(', ')}` }
      : undefined;
  },
};

const arrearsOfThreeMonthsAtMost: Policy<ContributionFacts> = {
  name: 'arrears-of-three-months-at-most',
  check: ({ period, paidOn }) =>
    monthsBetween(period, periodOf(paidOn)) > MAX_ARREARS_MONTHS
      ? {
          code: 'ARREARS_TOO_OLD',
          detail: `Arrears of more than ${MAX_ARREARS_MONTHS} months are not charged: pay from the current month on`,
          allowed: [`period ${periodOf(paidOn)}`],
        }
      : undefined,
};

/** In this order; the first refusal wins. */
export const CONTRIBUTION_POLICIES: readonly Policy<ContributionFacts>[] = [
  notForMonthsAfterDeath,
  notPaidInTheFuture,
  notBeforeRegistration,
  arrearsOfThreeMonthsAtMost,
  notFarAhead,
  noMonthTwice,
];
