import type { Kysely, SchemaModule, Transaction } from 'kysely';
import type { RecordedEvent } from '#event-store';
import type { DomainEvent, EventOf } from '#kernel';
import type { Database } from '#postgres';

interface Handles<Event extends DomainEvent, Tables> {
  handle(event: RecordedEvent<Event>, tables: Transaction<Tables>): Promise<void>;
}

/**
 * Writes what one event means for the tables, through the batch's transaction only.
 * Typed as a method, so that projections of different events and tables fit into one list (`AnyProjection`).
 */
export type Handler<Event extends DomainEvent, Tables> = Handles<Event, Tables>['handle'];

/** Which tables are meant: a name and the version of their shape. */
export interface ProjectionIdentity {
  /** Lower-case, letters, digits and `_`: `claim`, `claim_detail`. */
  readonly name: string;
  /** Raised whenever tables or handlers change meaning; the new version is built beside the old one. */
  readonly version: number;
}

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
  const { name, version, categories } = projection;
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name)) throw new RangeError(`Not a name for a projection: ${name}`);
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new RangeError(`The version of projection ${name} must be 1, 2, 3 …`);
  }
  const wrong = categories.find((category) => category === '' || category.includes('-'));
  if (wrong !== undefined) throw new RangeError(`Not a stream category: "${wrong}"`);
  return projection;
}

/** The PostgreSQL schema of this version's tables, such as `claim_v1`. */
export function schemaOf({ name, version }: ProjectionIdentity): string {
  return `${name}_v${version}`;
}

/** The read model's tables, for queries. */
export function tablesOf<Event extends DomainEvent, Tables>(
  database: Database,
  projection: Projection<Event, Tables>,
): Kysely<Tables> {
  return database.kysely.withSchema(schemaOf(projection)) as unknown as Kysely<Tables>;
}

/** The part of a stream id before the first `-`. */
export function categoryOf(streamId: string): string {
  const dash = streamId.indexOf('-');
  return dash < 0 ? streamId : streamId.slice(0, dash);
}
