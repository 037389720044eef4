import type { CommandContext } from '#kernel';
import type { BenefitRestsOnEmployer } from './review.events.js';
import type { Reliance, RelianceState } from './reliance.js';

export interface ListRelianceInput extends Reliance {
  readonly employerId: string;
}

/** Lists a benefit with the employer that it rests on; again only where it was calculated from the wage of another month. */
export function listReliance(
  input: ListRelianceInput,
  { benefits }: RelianceState,
  { today }: CommandContext,
): readonly BenefitRestsOnEmployer[] {
  const before = benefits.find(({ benefit }) => benefit.id === input.benefit.id);
  if (before && before.eventOn === input.eventOn && before.wagePeriod === input.wagePeriod) return [];
  return [{ type: 'BenefitRestsOnEmployer', data: { ...input, effectiveOn: today } }];
}
