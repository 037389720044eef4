import { Query, QueryHandler } from '@nestjs/cqrs';
import { EventStore, readingOf } from '#event-store';
import { type Instant, Rejection, isErased } from '#kernel';
import { type Opened, knownOpening, openings } from '../domain/opening.js';
import { openingRefusals } from '../domain/refusals.js';
import { sealedPartOf } from './sealed-part.js';

/** For so long what somebody had opened is shown, milliseconds. */
const SHOWN_FOR_MS = 15 * 60_000;

/** What was opened, and what it says. */
export interface ShownPart extends Pick<Opened, 'openingId' | 'eventId' | 'participantId' | 'part'> {
  readonly content: object;
}

/** Show what somebody had opened, to nobody else. Only a program with the master key can. */
export class ShowOpened extends Query<ShownPart> {
  constructor(
    readonly openingId: string,
    readonly actorId: string,
    readonly now: Instant,
  ) {
    super();
  }
}

/** Refuses `OPENING_NOT_FOUND`, `OPENING_OVER`, `NOTHING_LEFT_TO_OPEN`. */
@QueryHandler(ShowOpened)
export class ShowOpenedHandler {
  constructor(private readonly store: EventStore) {}

  async execute({ openingId, actorId, now }: ShowOpened): Promise<ShownPart> {
    const opened = knownOpening(await readingOf(this.store).state(openings, openingId));
    if (opened.openerId !== actorId) throw new Rejection(openingRefusals.OPENING_NOT_FOUND());
    const { eventId, participantId, ofStream, ofRevision, part, openedAt } = opened;
    if (Date.parse(now) - Date.parse(openedAt) > SHOWN_FOR_MS)
      throw new Rejection(openingRefusals.OPENING_OVER());
    const found = await sealedPartOf(this.store, ofStream, ofRevision, part);
    if (!found?.section || isErased(found.section))
      throw new Rejection(openingRefusals.NOTHING_LEFT_TO_OPEN());
    return { openingId, eventId, participantId, part, content: found.section };
  }
}
