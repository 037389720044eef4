import { type CommandContext, Rejection } from '#kernel';
import type { OpeningEvent, OpeningReason, SealedPart } from './opening.events.js';
import type { OpeningState } from './opening.js';
import { openingRefusals } from './refusals.js';

export interface OpenSealedInput {
  readonly openingId: string;
  /** Where the event stands. */
  readonly stream: string;
  readonly revision: number;
  readonly part: SealedPart;
  readonly reason: OpeningReason;
  readonly words: string;
}

/** What stands there in the log. */
export interface SealedThere {
  readonly eventId: string;
  /** Undefined where nothing in it is personal. */
  readonly participantId?: string;
  /** Whether the part is there, and could be opened. */
  readonly is: 'THERE' | 'NOT_THERE' | 'ERASED';
}

/**
 * Records that somebody has a sealed part of an event opened, and why, before anything of it is shown.
 * @throws Rejection `NO_SUCH_EVENT`, `NOTHING_SEALED_THERE`, `NOTHING_LEFT_TO_OPEN`
 */
export function openSealed(
  { openingId, stream, revision, part, reason, words }: OpenSealedInput,
  state: OpeningState,
  { actor, issuedAt, today }: CommandContext,
  there: SealedThere | undefined,
): readonly OpeningEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  if (!there) throw new Rejection(openingRefusals.NO_SUCH_EVENT());
  if (there.is === 'ERASED') throw new Rejection(openingRefusals.NOTHING_LEFT_TO_OPEN());
  if (there.is === 'NOT_THERE' || there.participantId === undefined)
    throw new Rejection(openingRefusals.NOTHING_SEALED_THERE());
  return [
    {
      type: 'SealedPartOpened',
      data: {
        openingId,
        participantId: there.participantId,
        eventId: there.eventId,
        ofStream: stream,
        ofRevision: revision,
        part,
        reason,
        office: actor.office,
        openerId: actor.id,
        openedAt: issuedAt,
        effectiveOn: today,
        person: { words },
      },
    },
  ];
}
