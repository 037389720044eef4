import type { EntitledChild } from './claim.events.js';
import type { BenefitReassessed, PaidTooMuch } from './reassessment.events.js';

type Due = Pick<
  BenefitReassessed['data'],
  'differenceIdr' | 'entitledChildren' | 'noLongerEntitledIds' | 'paidTooMuch' | 'interimTooMuch'
>;

export const idsOf = (children: readonly Pick<EntitledChild, 'childId'>[]): readonly string[] =>
  children.map(({ childId }) => childId);

/**
 * Whether what is due is more than was approved: money, or a scholarship.
 * @param entitledIds the children whom what was approved entitles
 */
export const isMore = (
  { differenceIdr, entitledChildren }: Pick<Due, 'differenceIdr' | 'entitledChildren'>,
  entitledIds: readonly string[],
): boolean => differenceIdr > 0 || idsOf(entitledChildren).some((id) => !entitledIds.includes(id));

/** Whether it is more or less than was approved, in money or in scholarships: otherwise a re-assessment ends with it. */
export const isOtherwise = (due: Due, entitledIds: readonly string[]): boolean =>
  isMore(due, entitledIds) || notDueIn(due).length > 0 || (due.noLongerEntitledIds ?? []).length > 0;

/** What is due no more, though it was approved: with the claim, or before the end of the treatment. */
export const notDueIn = ({
  paidTooMuch = [],
  interimTooMuch = [],
}: Pick<Due, 'paidTooMuch' | 'interimTooMuch'>): readonly PaidTooMuch[] => [
  ...paidTooMuch,
  ...interimTooMuch,
];
