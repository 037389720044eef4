import { PageOf, shape, shown } from '#http';
import { OPENING_REASONS, SEALED_PARTS } from '../../domain/opening.events.js';

/** One look at what is sealed. */
export class OpeningItem extends shape({
  openingId: shown.uuid(),
  participantId: shown.uuid(),
  eventId: shown.uuid(),
  ofStream: shown.text({ description: 'Stream of the event' }),
  ofRevision: shown.number(),
  part: shown.code(SEALED_PARTS),
  reason: shown.code(OPENING_REASONS),
  office: shown.text(),
  openerId: shown.text({ description: 'Who looked: subject of the token' }),
  openedAt: shown.instant(),
}) {}

export class OpeningPage extends PageOf(OpeningItem) {}
