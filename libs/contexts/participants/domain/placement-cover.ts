import type { LocalDate } from '#kernel';
import type { CoverageStatus } from '#law';
import type { PlacementSpell } from './placement.js';

/** Why the work of somebody on a project ends or begins cover, beside what the project says. */
type OfTheWorker = 'NOT_STARTED' | 'ENDED' | 'NOT_CONFIRMED';

interface Cover<Reason> {
  readonly status: CoverageStatus;
  readonly reason: Reason;
}

/**
 * Cover on a project on a day: while somebody works there, what the project covers that day. What was entered late counts once a
 * second person has confirmed it; a death ends it.
 */
export function placementCoverOn<Reason>(
  day: LocalDate,
  spells: readonly PlacementSpell[],
  ofProject: Cover<Reason>,
  diedOn?: LocalDate,
): Cover<Reason | OfTheWorker> {
  const holding = spells.filter(({ started }) => started.backDatedBy === undefined);
  const spell = holding.findLast(({ started }) => started.on <= day) ?? holding[0];
  if (!spell) return { status: 'NEVER', reason: 'NOT_CONFIRMED' };
  const { started, ended } = spell;
  if (day < started.on) return { status: 'NEVER', reason: 'NOT_STARTED' };
  const left = ended?.backDatedBy === undefined ? ended?.on : undefined;
  const isOver = [left, diedOn].some((last) => last !== undefined && day > last);
  return isOver ? { status: 'INACTIVE', reason: 'ENDED' } : ofProject;
}
