import type { Instant } from '#kernel';
import { type Database, type Kysely, type Row, sql } from '#postgres';
import type { RowsOf } from '../read-model/read-model.js';
import { tablesOf } from '../tables-of.js';
import { LOG_INDEX } from './log-index.js';

type IndexTables = Kysely<RowsOf<(typeof LOG_INDEX)['tables']>>;

/** Where an event stands, and from what it followed. */
export type IndexedEvent = Row<(typeof LOG_INDEX)['tables']['events']>;

/** An event of the log as the end of a past: everything up to it was known then. */
export interface KnownPlace {
  readonly position: bigint;
  /** Of the last event there: of one append several may share a position. */
  readonly eventId: string;
  readonly recordedAt: Instant;
}

type PlaceRow = Pick<IndexedEvent, (typeof PLACE_COLUMNS)[number]>;

const PLACE_COLUMNS = ['position', 'eventId', 'recordedAt'] as const;

const toPlace = (row: PlaceRow | undefined): KnownPlace | undefined =>
  row && { ...row, position: BigInt(row.position) };

/**
 * The position where it is no way to find rows: events of a few streams are found by those, and PostgreSQL would rather go through
 * all positions of the log in their order until it has come to enough of them.
 */
const PLACE = sql<string>`position + 0`;

/** By no more does a clock that is kept go back: all that was recorded in that time is looked through. */
const CLOCK_WENT_BACK_HOURS = 1;

/** As one value: a thing may have more streams than a statement takes values one by one. */
const isAnyOf = (column: string, type: 'text' | 'uuid', values: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...values]}::${sql.raw(type)}[])`;

/** The index of the log, asked. It answers of what it has seen: whoever needs the newest waits for it first. */
export class LogPlaces {
  private readonly tables: IndexTables;

  constructor(database: Database) {
    this.tables = tablesOf(database, LOG_INDEX);
  }

  /** The last event at a position or before it; undefined before the first. */
  async lastUpTo(position: bigint): Promise<KnownPlace | undefined> {
    const row = await this.tables
      .selectFrom('events')
      .select(PLACE_COLUMNS)
      .where('position', '<=', String(position))
      .orderBy('position', 'desc')
      .orderBy('streamId', 'desc')
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst();
    return toPlace(row);
  }

  /**
   * The last event, in the order of the log, that was recorded at a moment or before it; undefined before the first. Where the clock
   * of the log went back, as when its cluster took another leader, that is not the one with the latest time: what stands behind that
   * one was recorded by then as well.
   */
  async lastBy(moment: Instant): Promise<KnownPlace | undefined> {
    const events = sql.table('events');
    const { rows } = await sql<{ position: string | null }>`
      select max(position)::text as position from ${events}
      where recorded_at <= ${moment}::timestamptz and recorded_at >= (
        select max(recorded_at) from ${events} where recorded_at <= ${moment}::timestamptz
      ) - make_interval(hours => ${CLOCK_WENT_BACK_HOURS})`.execute(this.tables);
    const position = rows[0]?.position ?? undefined;
    return position === undefined ? undefined : this.lastUpTo(BigInt(position));
  }

  /** The first event of the log; undefined while there is none. */
  async first(): Promise<KnownPlace | undefined> {
    const row = await this.tables
      .selectFrom('events')
      .select(PLACE_COLUMNS)
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    return toPlace(row);
  }

  /**
   * The streams of some categories that say anything about a thing: its own and those that name it, and of what these name, the
   * own streams. Others of its kind, which stand beside it in a list, are left out. They are looked for one after the other (`offset 0`
   * keeps PostgreSQL from joining two whole tables).
   * @param atMost streams; one more is given where there are more
   */
  async streamsAbout(
    subjects: readonly string[],
    categories: readonly string[],
    atMost: number,
  ): Promise<string[]> {
    const mentions = sql.table('mentions');
    const ids = sql`any(${[...subjects]}::uuid[])`;
    const { rows } = await sql<{ streamId: string }>`
      with about as materialized (
          select stream_id, is_own, category from ${mentions} as m where m.subject_id = ${ids}),
        kinds as (select distinct category from about where is_own),
        named as (
          select m.subject_id, bool_or(about.is_own) as by_own
          from about cross join lateral (
            select subject_id from ${mentions} as m where m.stream_id = about.stream_id offset 0) as m
          group by m.subject_id)
      select stream_id from about where category = any(${[...categories]}::text[])
      union
      select m.stream_id from named cross join lateral (
        select stream_id, category from ${mentions} as m
        where m.subject_id = named.subject_id and m.is_own offset 0) as m
      where m.category = any(${[...categories]}::text[])
        and (named.by_own or m.category not in (select category from kinds))
      limit ${atMost + 1}`.execute(this.tables);
    return rows.map(({ streamId }) => streamId);
  }

  /** The streams of a thing: `claim-<id>` and whatever else is told under its id. */
  async ownStreams(subjectId: string): Promise<string[]> {
    const rows = await this.tables
      .selectFrom('mentions')
      .select('streamId')
      .where('subjectId', '=', subjectId)
      .where('isOwn', '=', true)
      .orderBy('streamId')
      .execute();
    return rows.map(({ streamId }) => streamId);
  }

  /**
   * The streams of others that name a thing.
   * @param atMost streams; one more is given where there are more
   */
  async streamsNaming(subjectId: string, atMost: number): Promise<string[]> {
    const rows = await this.tables
      .selectFrom('mentions')
      .select('streamId')
      .where('subjectId', '=', subjectId)
      .orderBy('streamId')
      .limit(atMost + 1)
      .execute();
    return rows.map(({ streamId }) => streamId);
  }

  /** Events of some streams in the order of the log, a page of them. */
  eventsOf(
    streams: readonly string[],
    { behind, upTo, limit }: { readonly behind?: EventPlace; readonly upTo: bigint; readonly limit: number },
  ): Promise<IndexedEvent[]> {
    let rows = this.tables
      .selectFrom('events')
      .selectAll()
      .where(isAnyOf('stream_id', 'text', streams))
      .where(PLACE, '<=', String(upTo));
    if (behind) {
      const { position, revision, streamId } = behind;
      rows = rows.where(
        sql<boolean>`(${PLACE}, stream_id, revision) > (${position}::numeric, ${streamId}, ${revision}::integer)`,
      );
    }
    return rows.orderBy(PLACE).orderBy('streamId').orderBy('revision').limit(limit).execute();
  }

  /** These events, in no order. */
  byIds(ids: readonly string[]): Promise<IndexedEvent[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.tables
      .selectFrom('events')
      .selectAll()
      .where(isAnyOf('event_id', 'uuid', ids))
      .execute();
  }

  /** What followed from each of these events or commands, in the order of the log. */
  async causedBy(ids: readonly string[], upTo: bigint, atMostOfEach: number): Promise<IndexedEvent[]> {
    if (ids.length === 0) return [];
    const { rows } = await sql<IndexedEvent>`
      select followed.* from unnest(${[...ids]}::uuid[]) as cause (id) cross join lateral (
        select * from ${sql.table('events')} as e
        where e.causation_id = cause.id and ${PLACE} <= ${String(upTo)}
        order by ${PLACE}, stream_id, revision
        limit ${atMostOfEach}) as followed
      order by ${PLACE}, stream_id, revision`.execute(this.tables);
    return rows;
  }
}

/** One event among others that may share its position. */
export interface EventPlace {
  readonly position: string;
  readonly streamId: string;
  readonly revision: number;
}
