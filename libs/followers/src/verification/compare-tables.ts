import { type Session, type Table, quoted } from '#postgres';

/** The first row of a table that is not as the log gives it. */
export interface RowDifference {
  readonly table: string;
  /** `DIFFERENT` in a column, `MISSING` although the log gives it, or `EXTRA`: nothing in the log gives it. */
  readonly what: 'DIFFERENT' | 'MISSING' | 'EXTRA';
  /** The key of the row, column by column; of what may be personal nothing is told. */
  readonly key: Readonly<Record<string, string>>;
  /** The columns that differ. */
  readonly columns: readonly string[];
}

export interface TableComparison {
  readonly rows: number;
  readonly difference?: RowDifference;
}

/** Rows that are read at a time. */
const FETCHED = 2_000;

/** Where rows stand, and the session that sees them. */
export interface Side {
  readonly session: Pick<Session, 'query'>;
  readonly schema: string;
}

/** Compares a table on both sides, row by row in the order of its key. Both sessions must be in a transaction. */
export async function compareTable(table: Table, live: Side, folded: Side): Promise<TableComparison> {
  const [ours, theirs] = [rowsInOrder(table, live), rowsInOrder(table, folded)];
  try {
    for (let rows = 0; ; rows++) {
      const [{ value: stored }, { value: given }] = await Promise.all([ours.next(), theirs.next()]);
      if (!stored && !given) return { rows };
      if (stored?.text === given?.text) continue;
      return { rows, difference: await differenceOf(table, folded, stored, given) };
    }
  } finally {
    // The next table is read by cursors of the same names.
    await Promise.all([ours.return(undefined), theirs.return(undefined)]);
  }
}

interface StoredRow {
  readonly key: Readonly<Record<string, string>>;
  /** The whole row, columns in the order of their names. */
  readonly text: string;
}

async function* rowsInOrder(table: Table, { session, schema }: Side): AsyncGenerator<StoredRow, undefined> {
  const cursor = `"rows of ${schema}"`;
  const keys = table.key.map(({ sqlName }) => `"${sqlName}"`);
  const order = keys.join(', ');
  const key = table.key.map(({ sqlName }) => `'${sqlName}', "${sqlName}"::text`).join(', ');
  await session.query(
    `declare ${cursor} no scroll cursor for
     select jsonb_build_object(${key}) as key, to_jsonb(stored)::text as text
     from "${schema}".${quoted(table.name)} as stored order by ${order}`,
  );
  try {
    for (;;) {
      const rows = await session.query<StoredRow>(`fetch ${FETCHED} from ${cursor}`);
      yield* rows;
      if (rows.length < FETCHED) return undefined;
    }
  } finally {
    // Of a transaction that has failed nothing is open any more.
    await session.query(`close ${cursor}`).catch(() => undefined);
  }
}

async function differenceOf(
  table: Table,
  folded: Side,
  stored: StoredRow | undefined,
  given: StoredRow | undefined,
): Promise<RowDifference> {
  const about = { table: table.sqlName };
  const sameKey = stored && given && JSON.stringify(stored.key) === JSON.stringify(given.key);
  if (sameKey)
    return {
      ...about,
      what: 'DIFFERENT',
      key: toldKey(table, stored),
      columns: columnsThatDiffer(stored, given),
    };
  if (stored && (!given || !(await isThere(table, folded, stored))))
    return { ...about, what: 'EXTRA', key: toldKey(table, stored), columns: [] };
  return { ...about, what: 'MISSING', key: toldKey(table, given), columns: [] };
}

async function isThere(table: Table, { session, schema }: Side, { key }: StoredRow): Promise<boolean> {
  const same = table.key.map(({ sqlName }, place) => `"${sqlName}"::text = $${place + 1}`).join(' and ');
  const found = await session.query(
    `select from "${schema}".${quoted(table.name)} where ${same} limit 1`,
    table.key.map(({ sqlName }) => key[sqlName]),
  );
  return found.length > 0;
}

function columnsThatDiffer(stored: StoredRow, given: StoredRow): readonly string[] {
  const [ours, theirs] = [stored, given].map(({ text }) => JSON.parse(text) as Record<string, unknown>);
  const names = Object.keys({ ...ours, ...theirs }).toSorted();
  return names.filter((name) => JSON.stringify(ours?.[name]) !== JSON.stringify(theirs?.[name]));
}

/** Kinds of columns that never hold a name, a number of a document or an account. */
const TOLD: ReadonlySet<string> = new Set([
  'uuid',
  'day',
  'month',
  'instant',
  'integer',
  'position',
  'rupiah',
  'yesNo',
]);

function toldKey({ key }: Table, row: StoredRow | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    key.map(({ sqlName, kind }) => [sqlName, TOLD.has(kind) ? (row?.key[sqlName] ?? '') : '…']),
  );
}
