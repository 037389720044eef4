import { employerFacts } from '#contexts/employers/facts';
import {
  type MembershipCover,
  type MembershipFacts,
  membershipsOfPerson,
  wageWhenJoining,
} from '#contexts/participants/facts';
import { type LocalDate, type Period, type Reading, periodOf } from '#kernel';
import { dues } from './domain/dues.js';
import { type WageBasis, paidMonths, wageBasisOn } from './domain/wage-basis.js';
import { wagesByDay } from './domain/wages.js';

export type { DuesPaid, DuesReversed, MonthReopened, MonthSettled } from './domain/dues.events.js';
export type { WageReported, WageReportCompleted } from './domain/wages.events.js';

/** What a claim of a wage earner rests on: the work with one employer, on the day of an event. */
export interface EmploymentFacts extends WageBasis {
  readonly membershipId: string;
  readonly employerId: string;
  readonly cover: MembershipCover;
  /** The last day of work, where it lies before the day. */
  readonly endedOn?: LocalDate;
  /** The months that were paid by the day, up to its own. */
  readonly paidMonths: readonly Period[];
  /** What was entered late of it and not confirmed by a second person. */
  readonly unconfirmed: readonly ('EMPLOYMENT' | 'CONTRIBUTIONS')[];
}

/** The work of a person with every employer that they ever had, as it stands on a day, from the log. */
export async function employmentsOn(
  read: Reading,
  participantId: string,
  day: LocalDate,
): Promise<readonly EmploymentFacts[]> {
  const memberships = await membershipsOfPerson(read, participantId);
  return Promise.all(memberships.map((membership) => employmentOn(read, membership, day)));
}

async function employmentOn(
  read: Reading,
  membership: MembershipFacts,
  day: LocalDate,
): Promise<EmploymentFacts> {
  const { membershipId, employerId, isUnconfirmed } = membership;
  const [employer, owed, wages, whenJoining] = await Promise.all([
    employerFacts(read, employerId),
    read.state(dues, employerId),
    read.state(wagesByDay, membershipId),
    wageWhenJoining(read, membership, day),
  ]);
  const paid = paidMonths(wages, owed);
  const cover = membership.coverOn(day, {
    closedOn: employer.lastDay,
    employerPaidFirstOn: owed.paidFirstOn,
    paid,
  });
  const left = membership.holding.findLast(({ startedOn }) => startedOn <= day)?.endedOn;
  const ended = [left, employer.lastDay].filter((one) => one !== undefined && one < day);
  const endedOn = ended.reduce<LocalDate | undefined>(
    (first, one) => (first && one && first < one ? first : one),
    undefined,
  );
  return {
    membershipId,
    employerId,
    cover,
    ...(endedOn !== undefined && { endedOn }),
    ...wageBasisOn(day, wages, whenJoining),
    paidMonths: paid
      .filter(({ period, paidOn }) => paidOn <= day && period <= periodOf(day))
      .map(({ period }) => period),
    unconfirmed: [
      ...(isUnconfirmed ? (['EMPLOYMENT'] as const) : []),
      ...(owed.backDatedBy.length > 0 ? (['CONTRIBUTIONS'] as const) : []),
    ],
  };
}
export { duesCorrectionSteps, duesSteps } from './domain/dues-steps.js';
