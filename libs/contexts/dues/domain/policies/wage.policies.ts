import { type LocalDate, type Period, type Policy, type Rupiah, firstDayOf } from '#kernel';
import type { WagesState } from '../wages.js';
import { wageRefusals } from '../refusals.js';

/** What is known of the member whose wage is reported. */
export interface ReportedMember {
  /** Worked there on a day of the month. */
  readonly worked: boolean;
  readonly diedOn?: LocalDate;
}

/** What the rules of a line look at. */
export interface WageGrounds {
  readonly period: Period;
  readonly wageIdr: Rupiah;
  readonly backPayIdr: Rupiah;
  readonly wages: WagesState;
  /** Absent where the person never was a member. */
  readonly member?: ReportedMember;
}

const ofAMember: Policy<WageGrounds> = {
  name: 'of-a-member',
  check: ({ member }) => (member ? undefined : wageRefusals.NOT_A_MEMBER()),
};

/** A month begun is due in full; what was reported by mistake can be taken back all the same. */
const ofWhoWorkedThen: Policy<WageGrounds> = {
  name: 'of-who-worked-then',
  check: ({ member, period, wageIdr }) =>
    member && !member.worked && wageIdr > 0 ? wageRefusals.NOT_WORKING_THEN({ period }) : undefined,
};

const ofTheLiving: Policy<WageGrounds> = {
  name: 'of-the-living',
  check: ({ member, period, wageIdr }) =>
    member?.diedOn !== undefined && member.diedOn < firstDayOf(period) && wageIdr > 0
      ? wageRefusals.DIED_BEFORE({ diedOn: member.diedOn })
      : undefined,
};

const moreThanNothing: Policy<WageGrounds> = {
  name: 'more-than-nothing',
  check: ({ wages, period, wageIdr, backPayIdr }) =>
    wageIdr === 0 && (backPayIdr > 0 || wages.months[period] === undefined)
      ? wageRefusals.WAGE_MISSING()
      : undefined,
};

/** In this order; the first refusal wins. */
export const WAGE_POLICIES: readonly Policy<WageGrounds>[] = [
  ofAMember,
  ofWhoWorkedThen,
  ofTheLiving,
  moreThanNothing,
];
