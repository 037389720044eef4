import type { RecordedEvent } from '#event-store';
import { type DomainEvent, type LocalDate, categoryOf } from '#kernel';
import {
  type ColumnMap,
  type Kysely,
  type Row,
  type Table,
  day,
  instant,
  integer,
  position,
  table,
  text,
  uuid,
} from '#postgres';
import { type AnyRow, type Change, Via, append } from './change.js';
import { type Category, type EventIn, subjectOf } from './category.js';

/** An event that says when it took effect. */
type Effective = DomainEvent<string, { effectiveOn: LocalDate }>;

const COLUMNS = {
  subjectId: uuid().key(),
  position: position().key(),
  /** Number in its stream: events of one append may share a position. */
  revision: integer().key(),
  eventId: uuid(),
  type: text(),
  effectiveOn: day(),
  recordedAt: instant(),
  actorId: text(),
  office: text(),
};

/** One event in the story of a subject: a claim, an accident, a payment … */
export type TimelineRow = Row<Table<typeof COLUMNS>>;

/** The table of a read model that tells stories. `more`: columns of its own, which `told` fills. */
export function timelineTable(): Table<typeof COLUMNS>;
export function timelineTable<const More extends ColumnMap>(more: More): Table<typeof COLUMNS & More>;
export function timelineTable(more: ColumnMap = {}): Table {
  return table('timeline', { ...COLUMNS, ...more });
}

/** What a row of the story may say in other words than the event's stream does. */
type Telling = Partial<TimelineRow> & AnyRow;

/** How the events of one category are told. */
export interface Told {
  readonly category: string;
  readonly telling: (event: RecordedEvent) => Telling | Via<Telling>;
}

/**
 * The events of a category are told with something of their own: other columns, or a subject that only a look-up knows.
 * A category that needs nothing of the kind stands in the story by itself: each event is told of its stream's subject.
 */
export function told<Of extends Category>(
  of: Of,
  telling: (event: RecordedEvent<EventIn<Of>>) => Telling | Via<Telling>,
): Told {
  return { category: of.category, telling: telling as Told['telling'] };
}

/** The story: every event of these categories, also those that change no other row, so that none can be forgotten. */
export type Story = readonly (Category<Effective> | Told)[];

export type Teller = (event: RecordedEvent) => Change | undefined;

/** @throws RangeError when there is nowhere to write the story, or a category is told that is not followed */
export function tellerOf(story: Story, timeline: Table | undefined, categories: readonly string[]): Teller {
  if (story.length === 0) return () => undefined;
  if (!timeline) throw new RangeError('A read model with a story has a table `timeline`');
  const tellings = new Map(story.map((one) => [one.category, 'telling' in one ? one.telling : () => ({})]));
  const stranger = [...tellings.keys()].find((one) => !categories.includes(one));
  if (stranger !== undefined) throw new RangeError(`The story tells of ${stranger}, which is not followed`);
  return (event) => {
    const telling = tellings.get(categoryOf(event.streamId));
    // An event of a later release may say nothing of the kind; it is told once this one knows it.
    if (!telling || typeof (event.data as Partial<Effective['data']>).effectiveOn !== 'string')
      return undefined;
    const row = rowOf(event as RecordedEvent<Effective>);
    const more = telling(event);
    if (!(more instanceof Via)) return append(timeline, { ...row, ...more });
    return append(timeline, new Via(more.table, more.key, (found) => withMore(row, more.to(found))));
  };
}

function withMore(row: TimelineRow, more: unknown): AnyRow | undefined {
  return more === undefined ? undefined : { ...row, ...(more as AnyRow) };
}

function rowOf({
  id,
  streamId,
  position: place,
  revision,
  type,
  recordedAt,
  metadata,
  data,
}: RecordedEvent<Effective>): TimelineRow {
  return {
    subjectId: subjectOf(streamId),
    position: String(place),
    revision: Number(revision),
    eventId: id,
    type,
    effectiveOn: data.effectiveOn,
    recordedAt,
    actorId: metadata.actor.id,
    office: metadata.actor.office,
  };
}

/** The stories of these subjects as one, in log order. */
export async function timelineOf<Tables extends { readonly timeline: TimelineRow }>(
  tables: Kysely<Tables>,
  ...subjectIds: readonly string[]
): Promise<Tables['timeline'][]> {
  const rows = await (tables as unknown as Kysely<{ timeline: TimelineRow }>)
    .selectFrom('timeline')
    .selectAll()
    .where('subjectId', 'in', subjectIds)
    .orderBy('position')
    .orderBy('revision')
    .execute();
  return rows;
}
