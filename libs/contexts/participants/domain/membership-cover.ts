import { type LocalDate, type Period, periodOf } from '#kernel';
import { EMPLOYED_COVER_REASONS, type EmployedCoverage, employedCoverageOn } from '#law';
import { type WorkSpell, holdingEndOf } from './membership.js';

/** Why somebody is covered on a day as a wage earner of an employer, or is not. */
export const MEMBERSHIP_COVER_REASONS = [...EMPLOYED_COVER_REASONS, 'NOT_CONFIRMED'] as const;

/** What cover with one employer follows from. */
export interface MembershipGrounds {
  readonly spells: readonly WorkSpell[];
  /** The last day of a closed employer, once that holds. */
  readonly closedOn?: LocalDate;
  readonly diedOn?: LocalDate;
  /** The day on which the employer first paid for anybody. */
  readonly employerPaidFirstOn?: LocalDate;
  /** The months for which a wage was reported and paid for, and since when. */
  readonly paid: readonly { readonly period: Period; readonly paidOn: LocalDate }[];
}

export interface MembershipCover extends Omit<EmployedCoverage, 'reason'> {
  readonly reason: (typeof MEMBERSHIP_COVER_REASONS)[number];
}

/**
 * Cover with one employer on a day. What was entered late counts once a second person has confirmed it; a death and the end of
 * the employer end every time of work.
 */
export function membershipCoverOn(day: LocalDate, grounds: MembershipGrounds): MembershipCover {
  const { closedOn, diedOn, employerPaidFirstOn, paid } = grounds;
  const holding = grounds.spells.filter(({ started }) => started.backDatedBy === undefined);
  const spell = holding.findLast(({ started }) => started.on <= day) ?? holding[0];
  if (!spell)
    return { status: 'NEVER', reason: 'NOT_CONFIRMED', employerArrearsMonths: 0, totalPaidMonths: 0 };
  const { started } = spell;
  const ends = [holdingEndOf(spell), closedOn, diedOn].filter((one) => one !== undefined).sort();
  return employedCoverageOn(day, {
    startedOn: started.on,
    endedOn: ends[0],
    employerPaidFirstOn,
    paid: paid.filter(({ period }) => period >= periodOf(started.on)),
  });
}
