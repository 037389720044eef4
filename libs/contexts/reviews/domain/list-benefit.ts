import type { CommandContext } from '#kernel';
import type { Benefit, BenefitListed } from './review.events.js';
import type { ReviewsState } from './review.js';

export interface ListBenefitInput {
  readonly participantId: string;
  readonly benefit: Benefit;
}

/** Lists what was calculated or granted, once. */
export function listBenefit(
  input: ListBenefitInput,
  { benefits }: ReviewsState,
  { today }: CommandContext,
): readonly BenefitListed[] {
  if (benefits.some(({ id }) => id === input.benefit.id)) return [];
  return [{ type: 'BenefitListed', data: { ...input, effectiveOn: today } }];
}
