import type { LocalDate } from '#kernel';
import type { CoverageStatus } from '#law';
import { type Registered, lastDayOf } from './project.js';

/** Why a project covers its workers on a day, or does not. */
export const PROJECT_COVER_REASONS = [
  'CONTRIBUTIONS_PAID',
  'NOT_STARTED',
  'PROJECT_NEVER_PAID',
  'PROJECT_IN_ARREARS',
  'ENDED',
] as const;

export interface ProjectCover {
  readonly status: CoverageStatus;
  readonly reason: (typeof PROJECT_COVER_REASONS)[number];
}

/**
 * Whether a project covers whoever works on it on a day: from its first day to its last one, once the first stage is paid, and as
 * long as no stage is overdue. What was entered late counts once a second person has confirmed it.
 */
export function projectCoverOn(
  day: LocalDate,
  project: Pick<Registered, 'startsOn' | 'endsOn' | 'ending' | 'stages' | 'payments' | 'refunds'>,
): ProjectCover {
  const { startsOn, stages, payments, refunds = [] } = project;
  if (day < startsOn) return { status: 'NEVER', reason: 'NOT_STARTED' };
  if (day > lastDayOf(project)) return { status: 'INACTIVE', reason: 'ENDED' };
  const came = payments.filter(({ paidOn, backDatedBy }) => backDatedBy === undefined && paidOn <= day);
  const received = total(came) - total(refunds.filter(({ paidOn }) => paidOn <= day));
  if (received < firstOf(stages, day)) return { status: 'NEVER', reason: 'PROJECT_NEVER_PAID' };
  if (
    received < total(stages.filter(({ dueOn, amountIdr }) => dueOn < day || isLess(amountIdr, dueOn, day)))
  ) {
    return { status: 'INACTIVE', reason: 'PROJECT_IN_ARREARS' };
  }
  return { status: 'ACTIVE', reason: 'CONTRIBUTIONS_PAID' };
}

/** The first stage; no more than all of it once an addendum has lowered the whole below it. */
function firstOf(stages: Registered['stages'], day: LocalDate): number {
  let whole = 0;
  const wholes = stages
    .filter(({ dueOn, amountIdr }) => amountIdr >= 0 || isLess(amountIdr, dueOn, day))
    .map(({ amountIdr }) => (whole += amountIdr));
  return Math.min(...(wholes.length > 0 ? wholes : [0]));
}

/** Whether an addendum has lowered the contributions by a day. */
const isLess = (amountIdr: number, on: LocalDate, day: LocalDate): boolean => amountIdr < 0 && on <= day;

const total = (amounts: readonly { readonly amountIdr: number }[]): number =>
  amounts.reduce((sum, { amountIdr }) => sum + amountIdr, 0);
