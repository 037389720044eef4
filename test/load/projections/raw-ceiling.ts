import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Database, sql } from '#postgres';

/**
 * The least that bringing the rows of a read model into PostgreSQL can cost: COPY into a staging table and a merge into a
 * table with the same key and indexes, with nobody making the rows. Gives a function that does it once more, into empty
 * tables, and says how many seconds that took.
 */
export async function rawCeiling(
  database: Database,
  url: string,
  schema: string,
  folder: string,
): Promise<() => Promise<number>> {
  const client = await connected(url);
  const tables: { name: string; file: string; merge: string }[] = [];
  try {
    for (const name of await tablesIn(database, schema)) {
      const file = join(folder, `${schema}.${name}.copy`);
      await pipeline(client.query(copyTo(`copy "${schema}"."${name}" to stdout`)), createWriteStream(file));
      tables.push({ name, file, merge: await mergeInto(database, schema, name) });
    }
  } finally {
    await client.end();
  }
  return () => bringIn(url, schema, tables);
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function bringIn(
  url: string,
  schema: string,
  tables: readonly { name: string; file: string; merge: string }[],
): Promise<number> {
  const client = await connected(url);
  try {
    await client.query('drop schema if exists raw cascade; create schema raw');
    for (const { name } of tables) {
      await client.query(`create table raw."${name}" (like "${schema}"."${name}" including all)`);
      await client.query(`create temp table "${name}" (like "${schema}"."${name}")`);
    }
    const start = performance.now();
    for (const { name, file, merge } of tables) {
      await client.query('begin; set local synchronous_commit = off');
      await pipeline(createReadStream(file), client.query(copyFrom(`copy pg_temp."${name}" from stdin`)));
      await client.query(merge);
      await client.query('commit');
    }
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}

async function mergeInto(database: Database, schema: string, table: string): Promise<string> {
  const { rows } = await sql<{ name: string; is_key: boolean }>`
    select attname as name, coalesce(attnum = any(indkey), false) as is_key
    from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
    where attrelid = ${`"${schema}"."${table}"`}::regclass and attnum > 0 and not attisdropped
    order by attnum`.execute(database.kysely);
  const keys = rows.filter(({ is_key: isKey }) => isKey).map(({ name }) => `"${name}"`);
  const others = rows
    .filter(({ is_key: isKey }) => !isKey)
    .map(({ name }) => `"${name}" = excluded."${name}"`);
  const conflict =
    keys.length > 0 ? `on conflict (${keys.join(', ')}) do update set ${others.join(', ')}` : '';
  return `insert into raw."${table}" select * from pg_temp."${table}" ${others.length > 0 ? conflict : ''}`;
}

async function tablesIn(database: Database, schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = ${schema} and table_name <> 'stream_revisions' order by 1`.execute(database.kysely);
  return rows.map(({ name }) => name);
}
