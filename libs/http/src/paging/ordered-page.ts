import { INSTANT, RECORDED_MONTH, RECORDED_RUPIAH, type Scalar, YES_NO, wholeNumber } from '#kernel';
import { type ColumnKind, type OrderedBy, type Ordering, sql, typeOf } from '#postgres';
import {
  type CursorPart,
  PAGE_SIZE,
  type Page,
  decodeCursor,
  isDay,
  isPosition,
  isText,
  isUuid,
  pageOf,
} from './page.js';

/** What this needs of a query of Kysely, whatever its tables are. */
interface Orderable<Row> {
  orderBy(expression: unknown, direction: 'asc' | 'desc'): this;
  where(condition: unknown): this;
  limit(count: unknown): this;
  execute(): Promise<Row[]>;
}

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string;
  readonly direction?: 'asc' | 'desc';
}

/**
 * One page of a query in an order, behind the page that gave the cursor: the one form of every list. The query selects
 * the columns of the order and has none of its own.
 * @throws ProblemError 400 for a cursor that no page has given
 */
export async function orderedPage<Of, Row extends Of, Item>(
  query: { execute(): Promise<Row[]> },
  { by }: Ordering<Of>,
  { limit, cursor, direction = 'asc' }: PageAsked,
  toItem: (row: Row) => Item,
): Promise<Page<Item>> {
  let ordered = query as unknown as Orderable<Row>;
  for (const one of by) ordered = ordered.orderBy(sql.raw(one.sql), direction);
  if (cursor !== undefined) ordered = ordered.where(behind(by, cursor, direction));
  const rows = await ordered.limit(oneMoreThan(limit)).execute();
  const page = pageOf(rows, limit, (last) =>
    by.map((one) => partOf(one, last as Record<string, string | number>)),
  );
  return { ...page, items: page.items.map(toItem) };
}

/**
 * PostgreSQL cannot tell how few rows a parameter asks for, and plans each time anew. The number that nearly everybody asks for
 * stands in the statement itself; others do not, for every statement is kept ready.
 */
function oneMoreThan(limit: number) {
  return limit === PAGE_SIZE ? sql.lit(limit + 1) : limit + 1;
}

function behind(by: readonly OrderedBy[], cursor: string, direction: 'asc' | 'desc') {
  const key = decodeCursor(cursor, ...by.map(fits));
  const columns = sql.raw(by.map((one) => one.sql).join(', '));
  const values = by.map((one, place) => sql`${key[place]}::${sql.raw(typeOf(one))}`);
  return sql`(${columns}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(values)})`;
}

function partOf({ column, none }: OrderedBy, row: Record<string, string | number>): string {
  return String(row[column] ?? none);
}

/** What a cursor may say of a column: one that somebody made up must not fail in the database. */
function fits(one: OrderedBy): CursorPart {
  const fitsKind = FITS[one.kind];
  return (part) => part === one.none || fitsKind(part);
}

/** A cursor is text; what it says may be a number. */
const written =
  (scalar: Scalar): CursorPart =>
  (part) =>
    scalar.fits(scalar.fromText(part));

/** What an `integer` of PostgreSQL holds. */
const FOUR_BYTES = wholeNumber({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const FITS: Readonly<Record<ColumnKind, CursorPart>> = {
  uuid: isUuid,
  text: isText,
  day: isDay,
  month: RECORDED_MONTH.fits,
  instant: INSTANT.fits,
  integer: written(FOUR_BYTES),
  rupiah: written(RECORDED_RUPIAH),
  position: isPosition,
  yesNo: written(YES_NO),
  bits: () => false,
  json: () => false,
};
