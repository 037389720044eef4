import {
  type LocalDate,
  type Period,
  type Policy,
  addPeriods,
  monthsBetween,
  periodOf,
  periodsFrom,
} from '#kernel';
import { arrearsOfEvent, bookedMonths, monthToPay } from '#law';
import type { ContributionsState } from '../contributions.js';
import type { Deceased, Registered } from '../participant.js';
import { membershipRefusals } from '../membership.refusals.js';
import { contributionRefusals } from '../contribution.refusals.js';
import { participantRefusals } from '../refusals.js';

/** What the contribution rules look at. */
export interface ContributionGrounds {
  readonly participant: Registered | Deceased;
  readonly paid: ContributionsState['paid'];
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly today: LocalDate;
  readonly settlesEventOn?: LocalDate;
}

/** Arrears are charged for at most three months (PP 44/2015; FAQ quoted in the reference). */
export const MAX_ARREARS_MONTHS = 3;

/** Nobody can say any more for whom the money is. */
const notForTheErased: Policy<ContributionGrounds> = {
  name: 'not-for-the-erased',
  check: ({ participant }) => (participant.erased ? contributionRefusals.PERSONAL_DATA_ERASED() : undefined),
};

/** An employer pays for all its workers at once, by its bill of the month. */
const notForWageEarners: Policy<ContributionGrounds> = {
  name: 'not-for-wage-earners',
  check: ({ participant }) =>
    participant.segment !== 'BPU' ? membershipRefusals.NOT_SELF_EMPLOYED() : undefined,
};

/** Heirs may settle arrears up to the month of death: a held claim waits for it (convention Q-1). Nothing after it is due. */
const notForMonthsAfterDeath: Policy<ContributionGrounds> = {
  name: 'not-for-months-after-death',
  check: ({ participant, period, months, paidOn }) =>
    participant.situation === 'DECEASED' &&
    paidOn > participant.diedOn &&
    addPeriods(period, months - 1) > periodOf(participant.diedOn)
      ? participantRefusals.DECEASED({
          diedOn: participant.diedOn,
          lastMonth: periodOf(participant.diedOn),
        })
      : undefined,
};

const notPaidInTheFuture: Policy<ContributionGrounds> = {
  name: 'not-paid-in-the-future',
  check: ({ paidOn, today }) => (paidOn > today ? contributionRefusals.PAID_IN_FUTURE({ today }) : undefined),
};

const notBeforeRegistration: Policy<ContributionGrounds> = {
  name: 'not-before-registration',
  check: ({ participant: { registeredOn, selfEmployedSince: on = registeredOn }, period, paidOn }) =>
    period < periodOf(on) || paidOn < on ? contributionRefusals.BEFORE_REGISTRATION({ on }) : undefined,
};

/** Twelve months can be paid at once, and the next payment may be early; further ahead it is a slip of the pen. */
export const MAX_MONTHS_AHEAD = 12;

export const notFarAhead: Policy<Pick<ContributionGrounds, 'period' | 'paidOn'>> = {
  name: 'not-far-ahead',
  check: ({ period, paidOn }) =>
    monthsBetween(periodOf(paidOn), period) > MAX_MONTHS_AHEAD
      ? contributionRefusals.PERIOD_TOO_FAR_AHEAD({
          atMost: MAX_MONTHS_AHEAD,
          paidOn,
          last: addPeriods(periodOf(paidOn), MAX_MONTHS_AHEAD),
        })
      : undefined,
};

const noMonthTwice: Policy<ContributionGrounds> = {
  name: 'no-month-twice',
  check: ({ paid, period, months }) => {
    const booked = bookedMonths(paid);
    const twice = periodsFrom(period, months).filter((month) => booked.includes(month));
    return twice.length > 0 ? contributionRefusals.PERIOD_ALREADY_PAID({ twice }) : undefined;
  },
};

const arrearsOfThreeMonthsAtMost: Policy<ContributionGrounds> = {
  name: 'arrears-of-three-months-at-most',
  check: ({ period, paidOn, settlesEventOn }) =>
    settlesEventOn === undefined && monthsBetween(period, periodOf(paidOn)) > MAX_ARREARS_MONTHS
      ? contributionRefusals.ARREARS_TOO_OLD({ atMost: MAX_ARREARS_MONTHS, from: periodOf(paidOn) })
      : undefined,
};

/** A gap cannot be left behind, and months of a membership that has ended are not charged (conventions ). */
const oldestMonthFirst: Policy<ContributionGrounds> = {
  name: 'oldest-month-first',
  check: ({ paid, period, paidOn, settlesEventOn }) => {
    if (settlesEventOn !== undefined) return undefined;
    const asked = monthToPay(paidOn, paid);
    if (asked === undefined) return undefined;
    if ('from' in asked)
      return period < asked.from ? contributionRefusals.MEMBERSHIP_ENDED({ from: asked.from }) : undefined;
    return period === asked.exactly
      ? undefined
      : contributionRefusals.NOT_OLDEST_MONTH({ oldest: asked.exactly });
  },
};

/** These months and only these, oldest first, whatever today is (convention Q-1). */
const onlyWhatTheEventWaitsFor: Policy<ContributionGrounds> = {
  name: 'only-what-the-event-waits-for',
  check: ({ participant: { segment }, paid, period, months, settlesEventOn }) => {
    if (settlesEventOn === undefined) return undefined;
    const { unpaid } = arrearsOfEvent(settlesEventOn, paid, segment);
    if (unpaid.length === 0) return contributionRefusals.NO_ARREARS_OF_EVENT({ eventOn: settlesEventOn });
    return periodsFrom(period, months).every((month, index) => month === unpaid[index])
      ? undefined
      : contributionRefusals.NOT_THESE_ARREARS({ unpaid });
  },
};

/** In this order; the first refusal wins. */
export const CONTRIBUTION_POLICIES: readonly Policy<ContributionGrounds>[] = [
  notForTheErased,
  notForWageEarners,
  notForMonthsAfterDeath,
  notPaidInTheFuture,
  notBeforeRegistration,
  arrearsOfThreeMonthsAtMost,
  notFarAhead,
  noMonthTwice,
  oldestMonthFirst,
  onlyWhatTheEventWaitsFor,
];
