import { waitForPosition } from '#followers';
import { type LocalDate, Rejection } from '#kernel';
import { type Database, type Transaction, sql } from '#postgres';
import { REPORTING, SCHEMA } from './facts/fact-tables.js';
import { reportingRefusals } from './http/reporting.refusals.js';
import { type Cut, type Indicator, indicatorNamed } from './indicators/index.js';
import { TooManyGroups } from './tables/aggregate.js';
import { MOST_CUTS, type ReportTable, cutsUsed, reportTable } from './tables/report-table.js';

/** What is asked for. */
export interface ReportAsked {
  readonly name: string;
  /** The day of a report that is on a day; today unless told. */
  readonly on?: LocalDate;
  readonly by: readonly Cut[];
  readonly where: Partial<Readonly<Record<Cut, string>>>;
  readonly today: LocalDate;
  /** A position of the log up to which everything must have been taken in: the feed tells that, Kafka does not. */
  readonly after?: bigint;
}

/** A report, with what its figures rest on. */
export interface Report extends ReportTable {
  readonly indicator: Indicator;
  readonly on: LocalDate | null;
  readonly by: readonly Cut[];
  readonly where: Partial<Readonly<Record<Cut, string>>>;
  /** Position of the log up to which everything was taken in, which only the feed tells; null before it told any. */
  readonly position: string | null;
  /** When the log recorded the newest event that was taken in. */
  readonly newestAt: string | null;
  /** Messages that were put aside and are not in the figures. */
  readonly putAside: number;
}

/**
 * Works out a report: figures, position and what was put aside are of one moment.
 * @throws Rejection REPORT_UNKNOWN, REPORT_CUTS_TOO_MANY, REPORT_TOO_LARGE, REPORT_IS_OVER_TIME
 * @throws ReadModelBehind when `after` is not reached in time
 */
export async function report(database: Database, asked: ReportAsked, waitMs: number): Promise<Report> {
  const indicator = indicatorNamed(asked.name);
  if (!indicator) throw new Rejection(reportingRefusals.REPORT_UNKNOWN());
  if (cutsUsed(asked).length > MOST_CUTS) throw new Rejection(reportingRefusals.REPORT_CUTS_TOO_MANY());
  const isOnADay = indicator.time === 'ON_A_DAY';
  if (!isOnADay && asked.on !== undefined) throw new Rejection(reportingRefusals.REPORT_IS_OVER_TIME());
  if (asked.after !== undefined) await waitForPosition(database, REPORTING, asked.after, waitMs);
  const { by, where } = asked;
  const on = asked.on ?? asked.today;
  return atOneMoment(database, async (transaction) => ({
    ...(await reportTable(transaction, indicator, { on, by, where }).catch(tooLarge)),
    ...(await standing(transaction)),
    indicator,
    on: isOnADay ? on : null,
    by,
    where,
  }));
}

function tooLarge(error: unknown): never {
  throw error instanceof TooManyGroups ? new Rejection(reportingRefusals.REPORT_TOO_LARGE()) : error;
}

function atOneMoment<Result>(
  database: Database,
  work: (transaction: Transaction<object>) => Promise<Result>,
): Promise<Result> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      await sql`select set_config('search_path', ${`${SCHEMA}, public`}, true)`.execute(transaction);
      return work(transaction);
    });
}

async function standing(
  transaction: Transaction<object>,
): Promise<Pick<Report, 'position' | 'newestAt' | 'putAside'>> {
  const { rows } = await sql<{ putAside: number; position: string | null; newestAt: string | null }>`
    select (select count(*)::int from dead_letters where state = 'WAITING') as "putAside",
           position::text, last_event_at as "newestAt"
    from lindung.projections where projection = ${SCHEMA}`.execute(transaction);
  return rows[0] ?? { position: null, newestAt: null, putAside: 0 };
}
