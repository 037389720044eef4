import { asked, shape, shown } from '#http';
import { CATEGORIES } from '../domain/categories.js';
import { OPENING_REASONS, SEALED_PARTS } from '../domain/opening.events.js';

/** Which part of which event, and why. */
export class OpenSealedBody extends shape({
  kind: asked.code(CATEGORIES, {
    description: 'What the event is of: the first part of the name of its stream',
  }),
  subjectId: asked.uuid({ description: 'The rest of that name' }),
  revision: asked.integer({ min: 0, max: 1_000_000_000, description: 'Number of the event in its stream' }),
  part: asked.code(SEALED_PARTS, {
    description: 'PERSON: who it is, the account too. HEALTH: what tells of health',
  }),
  reason: asked.code(OPENING_REASONS),
  words: asked.text({ min: 20, max: 2000, description: 'Why, in words; kept sealed' }),
}) {}

/** What was opened, and what it says. */
export class OpenedAnswer extends shape({
  openingId: shown.uuid(),
  eventId: shown.uuid(),
  participantId: shown.uuid(),
  part: shown.code(SEALED_PARTS),
  content: shown.json({ description: 'The part as it was recorded' }),
}) {}
