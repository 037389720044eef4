import type { Kysely, SchemaModule, Selectable, Transaction } from 'kysely';
import type { RecordedEvent } from '#event-store';
import type { DomainEvent, Instant, LocalDate } from '#kernel';

/** One event in the story of a subject: a claim, an accident, a payment … */
export interface TimelineRow {
  event_id: string;
  subject_id: string;
  position: string;
  /** Number in its stream: events of one append may share a position. */
  revision: number;
  type: string;
  effective_on: LocalDate;
  recorded_at: Instant;
  actor_id: string;
  office: string;
}

/** The tables of a projection that tells stories; its rows may have columns of its own. */
export interface TimelineTables {
  timeline: TimelineRow;
}

/** An event that says when it took effect. */
export type Effective = DomainEvent<string, { effectiveOn: LocalDate }>;

export async function createTimeline(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('timeline')
    .addColumn('event_id', 'uuid', (column) => column.primaryKey())
    .addColumn('subject_id', 'uuid', (column) => column.notNull())
    .addColumn('position', 'numeric', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'date', (column) => column.notNull())
    .addColumn('recorded_at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('office', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('timeline_by_subject')
    .on('timeline')
    .columns(['subject_id', 'position', 'revision'])
    .execute();
}

/** An event as a row of the story of this subject. */
export function toTimelineRow(event: RecordedEvent<Effective>, subjectId: string): TimelineRow {
  const { id, position, revision, type, recordedAt, metadata, data } = event;
  return {
    event_id: id,
    subject_id: subjectId,
    position: String(position),
    revision: Number(revision),
    type,
    effective_on: data.effectiveOn,
    recorded_at: recordedAt,
    actor_id: metadata.actor.id,
    office: metadata.actor.office,
  };
}

/** Handler that adds an event to the story of what its stream is about: `claim-<id>` tells of `<id>`. */
export async function tell<Tables extends TimelineTables>(
  event: RecordedEvent<Effective>,
  tables: Transaction<Tables>,
): Promise<void> {
  const { streamId } = event;
  const subjectId = streamId.slice(streamId.indexOf('-') + 1);
  await timelineIn(tables).insertInto('timeline').values(toTimelineRow(event, subjectId)).execute();
}

/** The stories of these subjects as one, in log order. */
export async function timelineOf<Tables extends TimelineTables>(
  tables: Kysely<Tables>,
  ...subjectIds: readonly string[]
): Promise<Selectable<Tables['timeline']>[]> {
  const rows = await timelineIn(tables)
    .selectFrom('timeline')
    .selectAll()
    .where('subject_id', 'in', subjectIds)
    .orderBy('position')
    .orderBy('revision')
    .execute();
  return rows as Selectable<Tables['timeline']>[];
}

/** Only the table of stories, whatever others there are. */
function timelineIn<Tables extends TimelineTables>(tables: Kysely<Tables>): Kysely<TimelineTables> {
  return tables as unknown as Kysely<TimelineTables>;
}
