import type { EntitledChild } from './claim.events.js';
import type { BenefitReassessed } from './reassessment.events.js';

type Due = Pick<BenefitReassessed['data'], 'differenceIdr' | 'entitledChildren' | 'paidTooMuch'>;

export const idsOf = (children: readonly Pick<EntitledChild, 'childId'>[]): readonly string[] =>
  children.map(({ childId }) => childId);

/**
 * Whether what is due is more than was approved: money, or a scholarship.
 * @param entitledIds the children whom what was approved entitles
 */
export const isMore = (
  { differenceIdr, entitledChildren }: Omit<Due, 'paidTooMuch'>,
  entitledIds: readonly string[],
): boolean => differenceIdr > 0 || idsOf(entitledChildren).some((id) => !entitledIds.includes(id));

/** Whether it is more or less than was approved: otherwise a re-assessment ends with it. */
export const isOtherwise = (due: Due, entitledIds: readonly string[]): boolean =>
  isMore(due, entitledIds) || (due.paidTooMuch ?? []).length > 0;
