import { type LocalDate, type Period, type Policy, monthsBetween, periodOf, periodsFrom } from '#kernel';
import type { ContributionsState } from '../contributions.js';
import type { ParticipantState } from '../participant.js';

/** What the contribution rules look at. */
export interface ContributionFacts {
  readonly participant: ParticipantState;
  readonly paid: ContributionsState['paid'];
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly today: LocalDate;
}

/** Arrears are charged for at most three months (PP 44/2015; FAQ quoted in the reference). */
const MAX_ARREARS_MONTHS = 3;

const participantIsRegistered: Policy<ContributionFacts> = {
  name: 'participantIsRegistered',
  check: ({ participant }) =>
    participant.situation === 'UNKNOWN'
      ? { code: 'NOT_REGISTERED', detail: 'No such participant is registered' }
      : undefined,
};

const notForMonthsAfterDeath: Policy<ContributionFacts> = {
  name: 'notForMonthsAfterDeath',
  check: ({ participant, paidOn }) =>
    participant.situation === 'DECEASED' && paidOn > participant.diedOn
      ? { code: 'DECEASED', detail: `The participant died on ${participant.diedOn}` }
      : undefined,
};

const notPaidInTheFuture: Policy<ContributionFacts> = {
  name: 'notPaidInTheFuture',
  check: ({ paidOn, today }) =>
    paidOn > today
      ? { code: 'PAID_IN_FUTURE', detail: `A payment cannot have been made after today, ${today}` }
      : undefined,
};

const notBeforeRegistration: Policy<ContributionFacts> = {
  name: 'notBeforeRegistration',
  check: ({ participant, period, paidOn }) =>
    participant.situation !== 'UNKNOWN' &&
    (period < periodOf(participant.registeredOn) || paidOn < participant.registeredOn)
      ? {
          code: 'BEFORE_REGISTRATION',
          detail: `The participant was registered on ${participant.registeredOn}`,
        }
      : undefined,
};

const noMonthTwice: Policy<ContributionFacts> = {
  name: 'noMonthTwice',
  check: ({ paid, period, months }) => {
    const twice = periodsFrom(period, months).filter((month) => paid.some((one) => one.period === month));
    return twice.length > 0
      ? { code: 'PERIOD_ALREADY_PAID', detail: `Already paid: ${twice.join(', ')}` }
      : undefined;
  },
};

const arrearsOfThreeMonthsAtMost: Policy<ContributionFacts> = {
  name: 'arrearsOfThreeMonthsAtMost',
  check: ({ period, paidOn }) =>
    monthsBetween(period, periodOf(paidOn)) > MAX_ARREARS_MONTHS
      ? {
          code: 'ARREARS_TOO_OLD',
          detail: `Arrears of more than ${MAX_ARREARS_MONTHS} months are not charged: pay from the current month on`,
        }
      : undefined,
};

/** In this order; the first refusal wins. */
export const CONTRIBUTION_POLICIES: readonly Policy<ContributionFacts>[] = [
  participantIsRegistered,
  notForMonthsAfterDeath,
  notPaidInTheFuture,
  notBeforeRegistration,
  arrearsOfThreeMonthsAtMost,
  noMonthTwice,
];
