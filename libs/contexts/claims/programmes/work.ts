import type { EmploymentFacts } from '#contexts/dues/facts';
import type { ParticipantFacts } from '#contexts/participants/facts';
import type { LocalDate } from '#kernel';
import { type Coverage, type Segment, monthsThatCount } from '#law';

/** On whose work a claim rests: a participant's own, that for an employer, or for a death whatever work there was. */
export type RestsOn = 'OWN_WORK' | 'ALL_WORK' | { readonly employerId: string };

/** Whether BPJS stands for any of this work on the day, so that nobody needs a construction project beside it. */
export const isStoodFor = (
  day: LocalDate,
  { segment, employments }: WorkOfClaim,
  { coverageForEvent }: Pick<ParticipantFacts, 'coverageForEvent'>,
): boolean =>
  employments
    ? employments[0]?.cover.status === 'ACTIVE'
    : segment === 'BPU' && standsFor(coverageForEvent(day));

/** As what somebody claims, with the work that it rests on: first that by which it is decided. */
export interface WorkOfClaim {
  readonly segment: Segment;
  readonly employments?: readonly EmploymentFacts[];
}

/** The work that a claim rests on, by what is known on the day of its event. */
export function workOfClaim(
  day: LocalDate,
  restsOn: RestsOn,
  { segment, coverageForEvent }: Pick<ParticipantFacts, 'segment' | 'coverageForEvent'>,
  employments: readonly EmploymentFacts[],
): WorkOfClaim {
  if (restsOn === 'OWN_WORK' || employments.length === 0) return { segment };
  if (restsOn !== 'ALL_WORK') {
    const there = employments.filter(({ employerId }) => employerId === restsOn.employerId);
    return { segment: 'PU', employments: there };
  }
  const present = employments.filter(
    ({ cover: { reason } }) => reason !== 'NOT_STARTED' && reason !== 'ENDED',
  );
  const byStanding = present.toSorted((one, other) => standingOf(one) - standingOf(other));
  const isCovered = byStanding[0]?.cover.status === 'ACTIVE';
  // Of a membership as BPU beside one as PU only the latter counts (Q-7b), unless nobody stands for it.
  if (segment === 'BPU' && !isCovered && standsFor(coverageForEvent(day))) return { segment };
  if (segment === 'BPU' && byStanding.length === 0) return { segment };
  return { segment: 'PU', employments: byStanding.length > 0 ? byStanding : employments };
}

const standsFor = ({ status }: Coverage) => status === 'ACTIVE' || status === 'PENDING_ARREARS';

/** BPJS pays before an employer that has to pay first, and that before one that never paid. */
const STANDINGS = ['ACTIVE', 'PENDING_ARREARS', 'INACTIVE', 'NEVER'] as const;

const standingOf = ({ cover }: EmploymentFacts): number => STANDINGS.indexOf(cover.status);

/** What the law asks of the membership of a wage earner. After the last day nobody is in arrears for it. */
export const membershipOf = ({ cover }: Pick<EmploymentFacts, 'cover'>) => ({
  coverage: cover.status,
  lastPaidPeriod: cover.paidThrough,
  ...(cover.reason !== 'ENDED' && {
    employerArrearsMonths: monthsThatCount(cover.employerArrearsMonths),
  }),
});
