import { category, newRow, put, readModel } from '#followers';
import { day, index, instant, integer, ordering, table, text, uuid } from '#postgres';
import type { OpeningEvent, OpeningReason, SealedPart } from '../../domain/opening.events.js';

/** Who had what of whom opened, and why; nothing of what it said. */
export const openings = table(
  'openings',
  {
    openingId: uuid().key(),
    participantId: uuid(),
    eventId: uuid(),
    ofStream: text(),
    ofRevision: integer(),
    part: text<SealedPart>(),
    reason: text<OpeningReason>(),
    office: text(),
    openerId: text(),
    openedAt: instant(),
    effectiveOn: day(),
  },
  {
    indexes: [
      index('openings_by_time', ['openedAt', 'openingId']),
      index('openings_of_person', ['participantId', 'openedAt', 'openingId']),
    ],
  },
);

export const BY_TIME = ordering(openings, ['openedAt', 'openingId']);

export const openingReadModel = readModel({
  name: 'opening',
  version: 1,
  own: [category<OpeningEvent>('opening')],
  tables: { openings },
  on: {
    SealedPartOpened: ({ data }) => [put(openings, newRow(openings, data))],
  },
});
