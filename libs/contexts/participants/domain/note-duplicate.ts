import type { CommandContext } from '#kernel';
import type { DuplicateEvent, DuplicateReason } from './duplicate.events.js';
import { type Pair, type PairFacts, inOneOrder, twoOf } from './duplicate-pair.js';
import type { DuplicateSteps } from './duplicate-steps.js';

export interface NoteDuplicateInput extends Pair {
  /** What they have in common, as far as nobody has said that they are two. */
  readonly reasons: readonly DuplicateReason[];
}

/**
 * Has two compared for what they have in common, each reason once (pencatatan dugaan peserta ganda).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PARTICIPANT_MERGED`, `DUPLICATE_OF_ITSELF`
 */
export function noteDuplicate(
  { reasons, ...pair }: NoteDuplicateInput,
  { open = {} }: DuplicateSteps,
  { today }: CommandContext,
  facts: PairFacts,
): readonly DuplicateEvent[] {
  twoOf(pair, facts);
  const anew = reasons.filter((reason) => open[reason] === undefined);
  if (anew.length === 0) return [];
  return [{ type: 'DuplicateNoted', data: { ...inOneOrder(pair), reasons: anew, effectiveOn: today } }];
}

export interface LapseDuplicateInput extends Pair {
  /** What they have in common no more; nothing where that follows from a merger alone. */
  readonly reasons?: readonly DuplicateReason[];
}

/** Has two compared no more: for nothing where one of them was merged, otherwise for what they have in common no more. */
export function lapseDuplicate(
  { reasons = [], ...pair }: LapseDuplicateInput,
  { open = {} }: DuplicateSteps,
  { today }: CommandContext,
  { one, other }: PairFacts,
): readonly DuplicateEvent[] {
  const isMerged = one.situation === 'MERGED' || other.situation === 'MERGED';
  const asked = Object.keys(open) as DuplicateReason[];
  const over = isMerged ? asked : asked.filter((reason) => reasons.includes(reason));
  if (over.length === 0) return [];
  const because = isMerged ? 'MERGED' : 'NOT_ALIKE';
  const data = { ...inOneOrder(pair), reasons: over, because, effectiveOn: today } as const;
  return [{ type: 'DuplicateLapsed', data }];
}
