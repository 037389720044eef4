import type { RecordedEvent } from '#event-store';
import { UUID, categoryOf } from '#kernel';
import { day, index, instant, integer, position, table, text, uuid, yesNo } from '#postgres';
import { type Change, append, putOwn } from '../read-model/change.js';
import { subjectOf } from '../read-model/category.js';
import type { ReadModel } from '../read-model/read-model.js';

/** Where every event stands, and what caused it. Nothing of what it says. */
const events = table(
  'events',
  {
    eventId: uuid().key(),
    streamId: text(),
    revision: integer(),
    position: position(),
    type: text(),
    /** Of the event that it followed from, or of the command where a person gave it. */
    causationId: uuid(),
    commandId: uuid(),
    effectiveOn: day().nullable(),
    recordedAt: instant(),
  },
  {
    indexes: [
      index('events_by_stream', ['streamId', 'revision']),
      index('events_by_cause', ['causationId']),
      index('events_by_position', ['position']),
      index('events_by_time', ['recordedAt', 'position']),
    ],
  },
);

/** Which streams name which thing by its id, in the open. */
const mentions = table(
  'mentions',
  {
    subjectId: uuid().key(),
    streamId: text().key(),
    category: text(),
    /** The stream is its own: `claim-<id>` is that of `<id>`. */
    isOwn: yesNo(),
  },
  { indexes: [index('mentions_by_stream', ['streamId'])] },
);

/** What is asked of the index, without knowing whose events it holds. */
export const LOG_INDEX = { name: 'log_index', version: 1, tables: { events, mentions } } as const;

/** The read model by which events and the streams of a thing are found: of everything that is recorded. */
export function logIndexOf(categories: readonly string[]): ReadModel<(typeof LOG_INDEX)['tables']> {
  return { ...LOG_INDEX, categories, on: {}, tell: () => undefined, every: placesOf };
}

/** What is sealed names nobody: it is passed over whether or not somebody could open it. */
const SEALED = new Set(['person', 'health']);

function placesOf(event: RecordedEvent): readonly Change[] {
  const { id: eventId, streamId, position: place, revision, type, recordedAt, metadata, data } = event;
  const { effectiveOn } = data as { readonly effectiveOn?: unknown };
  const own = subjectOf(streamId);
  const named = new Set<string>(UUID.fits(own) ? [own] : []);
  for (const [name, value] of Object.entries(data)) if (!SEALED.has(name)) collect(value, named);
  return [
    append(events, {
      eventId,
      streamId,
      revision: Number(revision),
      position: String(place),
      type,
      causationId: metadata.$causationId,
      commandId: metadata.commandId,
      effectiveOn: typeof effectiveOn === 'string' ? (effectiveOn as never) : null,
      recordedAt,
    }),
    ...[...named].map((subjectId) =>
      putOwn(event, mentions, {
        subjectId,
        streamId,
        category: categoryOf(streamId),
        isOwn: subjectId === own,
      }),
    ),
  ];
}

/** Every id in it, however deep. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length === 36 && UUID.fits(value)) into.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collect(item, into);
  }
}
