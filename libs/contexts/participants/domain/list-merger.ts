import { type CommandContext, stream } from '#kernel';
import type { MergerListEvent } from './merger.events.js';

/** As whom a participant is listed to go on; undefined where under no other id. */
export interface ListedMerger {
  readonly survivorId?: string;
}

/** The mergers of one participant, for those who follow nothing else of participants: `merger-<participantId>`. */
export const mergers = stream<ListedMerger, MergerListEvent>('merger', {
  initial: {},
  evolve: (_state, { type, data: { survivorId } }) => (type === 'MergerListed' ? { survivorId } : {}),
});

export interface ListMergerInput {
  readonly participantId: string;
  readonly survivorId: string;
}

/** Lists that two participants are one, once. */
export function listMerger(
  input: ListMergerInput,
  { survivorId }: ListedMerger,
  { today }: CommandContext,
): readonly MergerListEvent[] {
  if (survivorId === input.survivorId) return [];
  return [{ type: 'MergerListed', data: { ...input, effectiveOn: today } }];
}

/** Lists that they are two again, once. */
export function unlistMerger(
  input: ListMergerInput,
  { survivorId }: ListedMerger,
  { today }: CommandContext,
): readonly MergerListEvent[] {
  if (survivorId !== input.survivorId) return [];
  return [{ type: 'MergerUnlisted', data: { ...input, effectiveOn: today } }];
}
