import { type CommandContext, addDays } from '#kernel';
import type { PaperEvent } from './paper.events.js';
import type { PaperState } from './paper.js';

export interface DropPaperInput {
  readonly paperId: string;
}

/** So many days after the last on which it could be named. A decision that named it then is known everywhere by now. */
export const DAYS_OF_GRACE = 7;

/** Gives a paper up that nothing named in time. Nothing where it may still be named, or is gone. */
export function dropPaper(
  { paperId }: DropPaperInput,
  state: PaperState,
  { today }: CommandContext,
): readonly PaperEvent[] {
  if (state.situation !== 'KEPT' || today <= addDays(state.nameBy, DAYS_OF_GRACE)) return [];
  const { participantId } = state;
  return [{ type: 'PaperDropped', data: { paperId, participantId, effectiveOn: today } }];
}
