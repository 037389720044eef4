import { type CommandContext, Rejection } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { accidentRefusals } from './refusals.js';

export interface ConfirmNoticeInput {
  readonly accidentId: string;
}

/**
 * Confirms a notice that somebody else entered long after the accident.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmNotice(
  { accidentId }: ConfirmNoticeInput,
  state: AccidentState,
  { today, actor }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, backDatedBy } = knownAccident(state);
  if (backDatedBy === undefined) throw new Rejection(accidentRefusals.NOTHING_BACK_DATED());
  if (backDatedBy === actor.id) throw new Rejection(accidentRefusals.ENTERED_BY_YOU());
  return [
    {
      type: 'BackDatedNoticeConfirmed',
      data: { accidentId, participantId, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}
