import type { RecordedEvent } from '#event-store';
import type { DomainEvent, EventOf } from '#kernel';
import type { Kysely, Row, Table } from '#postgres';
import type { Change } from './change.js';
import type { Category, EventIn } from './category.js';
import { type Story, type Teller, tellerOf } from './timeline.js';

/** Which tables are meant: a name and the version of their shape. */
export interface FollowerIdentity {
  /** Lower-case, letters, digits and `_`: `claim`, `claim_detail`. */
  readonly name: string;
  /** Raised whenever tables or functions change meaning; the new version is built beside the old one. */
  readonly version: number;
}

export type TableMap = Readonly<Record<string, Table>>;

/** What an event means: a list of changes, from the event alone. */
export type On<Event extends DomainEvent> = (event: RecordedEvent<Event>) => readonly Change[];

/** A decision that somebody made, not an event that somebody forgot. */
type PassedOver = 'passed over';

/** How a read model follows from the log. Its tables are disposable: dropping them costs only the time of a replay. */
export interface ReadModel<Tables extends TableMap = TableMap> extends FollowerIdentity {
  /** Stream categories whose events it sees, and whose revisions are checked for gaps. */
  readonly categories: readonly string[];
  /** Look-ups first: a table may be asked for the keys of those below it. */
  readonly tables: Tables;
  readonly on: Readonly<Record<string, On<DomainEvent> | undefined>>;
  readonly tell: Teller;
  /** What any event means, whatever its type; `on` is not asked then. */
  readonly every?: On<DomainEvent>;
}

/** An answer for every type of event of one's own, and for others where they matter. */
export type Answers<Own extends DomainEvent, Also extends DomainEvent> = {
  readonly [Type in (Own | Also)['type']]?: On<EventOf<Own | Also, Type>> | PassedOver;
} & { readonly [Type in Own['type']]: unknown };

/** A read model as its author writes it. */
interface ReadModelTerms<
  Own extends readonly Category[],
  Also extends readonly Category[],
  Tables extends TableMap,
> extends FollowerIdentity {
  /** What it answers for completely: the compiler asks for every type of event that stands there. */
  readonly own: Own;
  /** Categories of others, some of whose events it takes. */
  readonly also?: Also;
  /** Look-ups first: a table may be asked for the keys of those below it. */
  readonly tables: Tables;
  /** The categories whose events are told in the table `timeline`. */
  readonly story?: Story;
  /** Pure functions from the event to changes, or the decision that an event means nothing here. */
  readonly on: Answers<EventIn<Own[number]>, EventIn<Also[number]>>;
}

/**
 * Declares a read model.
 * @throws RangeError when the name cannot be a schema name, the version is not 1, 2, 3 …, or a table has two names
 */
export function readModel<
  const Own extends readonly Category[],
  const Also extends readonly Category[] = readonly [],
  const Tables extends TableMap = TableMap,
>({
  name,
  version,
  own,
  also,
  tables,
  story = [],
  on,
}: ReadModelTerms<Own, Also, Tables>): ReadModel<Tables> {
  checkIdentity({ name, version });
  const misnamed = Object.entries(tables).find(([key, { name: own }]) => key !== own);
  if (misnamed) throw new RangeError(`The table ${misnamed[1].name} of ${name} stands under ${misnamed[0]}`);
  const categories = [...own, ...(also ?? [])].map(({ category }) => category);
  const functions = Object.entries(on as Record<string, On<DomainEvent> | PassedOver>).filter(
    (entry): entry is [string, On<DomainEvent>] => typeof entry[1] === 'function',
  );
  return {
    name,
    version,
    categories,
    tables,
    on: Object.assign(Object.create(null), Object.fromEntries(functions)) as ReadModel['on'],
    tell: tellerOf(story, tables.timeline, categories),
  };
}

/** @throws RangeError when the name cannot be a schema name or the version is not 1, 2, 3 … */
export function checkIdentity({ name, version }: FollowerIdentity): void {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(name)) throw new RangeError(`Not a name for a read model: ${name}`);
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new RangeError(`The version of read model ${name} must be 1, 2, 3 …`);
  }
}

/** The PostgreSQL schema of this version's tables, such as `claim_v1`. */
export function schemaOf({ name, version }: FollowerIdentity): string {
  return `${name}_v${version}`;
}

/** The rows of a read model's tables, as queries see them. */
export type RowsOf<Tables extends TableMap> = {
  readonly [Name in keyof Tables & string]: Row<Tables[Name]>;
};

/** The tables of a read model in a query: names are camelCase, fragments of `sql` stay snake_case. */
export type TablesIn<Model> = Model extends ReadModel<infer Tables> ? Kysely<RowsOf<Tables>> : never;
