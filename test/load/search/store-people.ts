import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { schemaOf } from '#followers';
import { type Row, type Table, createStatements, lineOf } from '#postgres';
import { participantReadModel } from '../../../libs/contexts/participants/read-models/participant/participant.read-model.js';
import { type Invented, inventPeople } from './people.js';

const SCHEMA = `"${schemaOf(participantReadModel)}"`;
const TABLES: readonly Table[] = Object.values(participantReadModel.tables);

/**
 * Stores invented people in the tables of the participant read model, which are empty and stay as they were made: the same
 * columns, keys and indexes, which are built once all rows are there.
 * @param keep every so many people one is kept, to be asked for
 */
export async function storePeople(
  url: string,
  count: number,
  idOf: (nik: string) => string,
  keep: number,
): Promise<readonly Invented[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const kept: Invented[] = [];
  try {
    await client.query(
      `set search_path = ${SCHEMA}; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
    );
    for (const table of TABLES)
      await client.query(`alter table "${table.sqlName}" drop constraint "${table.sqlName}_pkey"`);
    for (const statement of indexesOf()) await client.query(`drop index ${statement.name}`);
    for (const { people, rows } of inventPeople(count, idOf)) {
      for (const table of TABLES) {
        const its = rows[table.name as keyof typeof rows] as Map<string, Row<Table>>;
        if (its.size > 0) await copyInto(client, table, [...its.values()]);
      }
      kept.push(...people.filter((_, place) => place % keep === 0));
    }
    for (const { sqlName, key } of TABLES)
      await client.query(
        `alter table "${sqlName}" add primary key (${key.map((one) => `"${one.sqlName}"`).join(', ')})`,
      );
    for (const { statement } of indexesOf()) await client.query(statement);
    for (const { sqlName } of TABLES) await client.query(`vacuum (analyze) "${sqlName}"`);
  } finally {
    await client.end();
  }
  return kept;
}

const indexesOf = () =>
  TABLES.flatMap((table) =>
    createStatements(table)
      .filter((statement) => statement.startsWith('create index '))
      .map((statement) => ({ name: statement.split(' ')[2]!, statement })),
  );

async function copyInto(
  client: pg.Client,
  { sqlName, all }: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  const columns = all.map((column) => `"${column.sqlName}"`).join(', ');
  const lines = function* lines() {
    for (let next = 0; next < rows.length; next += 1_000)
      yield Buffer.from(
        rows
          .slice(next, next + 1_000)
          .map((row) => lineOf(all, row))
          .join(''),
      );
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy "${sqlName}" (${columns}) from stdin`)));
}
