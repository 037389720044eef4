import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  type LogEvent,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SchemaModule,
  type Transaction,
} from 'kysely';
import type { RecordedEvent } from '#event-store';
import { type DomainEvent, type EventOf, type Instant, type LocalDate, categoryOf } from '#kernel';
import { HandlerFailed, UndeclaredCategory } from './projection-errors.js';
import { subjectOf } from './read-model/category.js';
import { type ProjectionIdentity, checkIdentity, schemaOf } from './read-model/read-model.js';
import type { Effective, TimelineRow } from './read-model/timeline.js';

/*
 * Projections whose handlers write row by row. Read models are folds (`readModel`); this file serves those that are not
 * yet, and goes with the last of them.
 */

interface Handles<Event extends DomainEvent, Tables> {
  handle(event: RecordedEvent<Event>, tables: Transaction<Tables>): Promise<void>;
}

/**
 * Writes what one event means for the tables, through the batch's transaction only.
 * Typed as a method, so that projections of different events and tables fit into one list (`AnyProjection`).
 */
export type Handler<Event extends DomainEvent, Tables> = Handles<Event, Tables>['handle'];

/** How a read model follows from the log. Its tables are disposable: dropping them costs only the time of a replay. */
export interface Projection<Event extends DomainEvent, Tables> extends ProjectionIdentity {
  /**
   * Stream categories (the part before the first `-`) whose events the handlers see and whose revisions are checked
   * for gaps. Events of other categories only move the checkpoint.
   */
  readonly categories: readonly string[];
  /** Makes the tables, without naming a schema. `tables` is for what the schema builder cannot say. */
  createTables(schema: SchemaModule, tables: Transaction<Tables>): Promise<void>;
  /** One handler for each event type that matters here; other types are passed over. */
  readonly on: { readonly [Type in Event['type']]?: Handler<EventOf<Event, Type>, Tables> };
}

/** Any projection, for code that runs or names them whatever their tables. */
export type AnyProjection = Projection<DomainEvent, unknown>;

/**
 * Checks a projection's names and gives its handlers their types.
 * @throws RangeError when the name cannot be a schema name or the version is not 1, 2, 3 …
 */
export function defineProjection<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
): Projection<Event, Tables> {
  checkIdentity(projection);
  const wrong = projection.categories.find((category) => category === '' || category.includes('-'));
  if (wrong !== undefined) throw new RangeError(`Not a stream category: "${wrong}"`);
  return projection;
}

/**
 * A fingerprint of the tables a projection makes, taken from the statements of `createTables` without a database.
 * It tells when somebody changed the tables and forgot to raise the version.
 */
export async function handlerShapeOf<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
): Promise<string> {
  const hash = createHash('sha256');
  const paper = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }: LogEvent) => {
      hash.update(query.sql).update(JSON.stringify(query.parameters));
    },
  });
  await paper.transaction().execute((tables) => projection.createTables(tables.schema, tables));
  return hash.digest('hex').slice(0, 16);
}

/** Calls the handlers, in log order. @throws HandlerFailed */
export async function handleInOrder<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
  events: readonly RecordedEvent[],
  tables: Transaction<Tables>,
): Promise<number> {
  let handled = 0;
  for (const event of events) {
    const handler = handlerFor(projection, event);
    if (!handler) continue;
    try {
      await handler(event, tables);
    } catch (error) {
      throw new HandlerFailed(schemaOf(projection), event, error);
    }
    handled++;
  }
  return handled;
}

/** @throws UndeclaredCategory when a handler would wait in vain for these events */
export function checkDeclared<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
  events: readonly RecordedEvent[],
): void {
  const stray = events.find(
    (event) => handlerFor(projection, event) && !projection.categories.includes(categoryOf(event.streamId)),
  );
  if (stray) throw new UndeclaredCategory(schemaOf(projection), stray);
}

function handlerFor<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
  event: RecordedEvent,
): Handler<DomainEvent, Tables> | undefined {
  const handlers = projection.on as Readonly<Record<string, Handler<DomainEvent, Tables> | undefined>>;
  return Object.hasOwn(handlers, event.type) ? handlers[event.type] : undefined;
}

/** One event in the story of a subject: a claim, an accident, a payment … */
export interface StoredTimelineRow {
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
  timeline: StoredTimelineRow;
}

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
export function toTimelineRow(event: RecordedEvent<Effective>, subjectId: string): StoredTimelineRow {
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
  await timelineIn(tables)
    .insertInto('timeline')
    .values(toTimelineRow(event, subjectOf(event.streamId)))
    .execute();
}

/** The stories of these subjects as one, in log order. */
export async function storedTimelineOf<Tables extends TimelineTables>(
  tables: Kysely<Tables>,
  ...subjectIds: readonly string[]
): Promise<(TimelineRow & { readonly year?: number | null })[]> {
  const rows = await timelineIn(tables)
    .selectFrom('timeline')
    .selectAll()
    .where('subject_id', 'in', subjectIds)
    .orderBy('position')
    .orderBy('revision')
    .execute();
  return rows.map(({ event_id, subject_id, effective_on, recorded_at, actor_id, ...row }) => ({
    ...row,
    eventId: event_id,
    subjectId: subject_id,
    effectiveOn: effective_on,
    recordedAt: recorded_at,
    actorId: actor_id,
  }));
}

/** Only the table of stories, whatever others there are. */
function timelineIn<Tables extends TimelineTables>(tables: Kysely<Tables>): Kysely<TimelineTables> {
  return tables as unknown as Kysely<TimelineTables>;
}
