import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type FreshDatabase, freshDatabase } from '#testing';
import { createSchema } from './create-schema.js';
import { connectDatabase, type Database } from './database.js';

const PROCESSES = 6;
const ROUNDS = 25;

describe('making a schema', () => {
  let fresh: FreshDatabase;
  let processes: Database[];
  beforeAll(async () => {
    fresh = await freshDatabase();
    processes = Array.from({ length: PROCESSES }, () =>
      connectDatabase({ url: fresh.url, maxConnections: 1, applicationName: 'spec' }),
    );
  });
  afterAll(async () => {
    await Promise.all(processes.map((database) => database.close()));
    await fresh.drop();
  });

  const makeTable = <Tables>(kysely: Kysely<Tables>, schema: string) =>
    kysely.transaction().execute(async (transaction) => {
      await createSchema(transaction, schema);
      await sql`create table if not exists ${sql.id(schema)}.anything (id uuid)`.execute(transaction);
    });

  it('is done once however many processes start at once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const schema = `round_${round}`;
      await Promise.all(processes.map(({ kysely }) => makeTable(kysely, schema)));
    }
    const { rows } = await sql`select from pg_tables where tablename = 'anything'`.execute(
      fresh.database.kysely,
    );
    expect(rows).toHaveLength(ROUNDS);
  });
});
