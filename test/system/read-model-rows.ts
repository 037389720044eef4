import { CONTEXTS } from '#contexts';
import { dropVersion } from '#followers';
import { type Database, connectDatabase, sql } from '#postgres';

const READ_MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);

/** Every row of every read model, as JSON, by table. */
export type ReadModelRows = ReadonlyMap<string, readonly string[]>;

/** What the read models hold. */
export function readModelRows(databaseUrl: string): Promise<ReadModelRows> {
  return withDatabase(databaseUrl, async (database) => {
    const all = new Map<string, readonly string[]>();
    for (const { name, version } of READ_MODELS) {
      const schema = `${name}_v${version}`;
      for (const table of await tablesIn(database, schema)) {
        const { rows } = await sql<{ row: string }>`
          select to_jsonb(t)::text as row from ${sql.id(schema, table)} t`.execute(database.kysely);
        all.set(`${schema}.${table}`, rows.map(({ row }) => row).sort());
      }
    }
    return all;
  });
}

async function tablesIn(database: Database, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = ${schema}`.execute(
    database.kysely,
  );
  return rows.map(({ name }) => name).sort();
}

/** Forgets what was read of the log, so that every read model begins at zero when its app starts. */
export function dropReadModels(databaseUrl: string): Promise<void> {
  return withDatabase(databaseUrl, async (database) => {
    for (const model of READ_MODELS) await dropVersion(database, model);
  });
}

/** Where two states of the read models differ, a line a table. */
export function differences(live: ReadModelRows, rebuilt: ReadModelRows): string[] {
  return [...new Set([...live.keys(), ...rebuilt.keys()])].flatMap((table) => {
    const [before, after] = [live.get(table) ?? [], rebuilt.get(table) ?? []];
    const gone = before.filter(notIn(after));
    const added = after.filter(notIn(before));
    if (gone.length + added.length === 0) return [];
    return [
      `${table}: ${gone.length} rows only live, ${added.length} only rebuilt, such as ${gone[0]} and ${added[0]}`,
    ];
  });
}

function notIn(rows: readonly string[]): (row: string) => boolean {
  const known = new Set(rows);
  return (row) => !known.has(row);
}

async function withDatabase<Result>(
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = connectDatabase({ url, maxConnections: 1, applicationName: 'rebuild' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
