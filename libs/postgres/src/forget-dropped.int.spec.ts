import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { filesHolding } from '#testing';
import { type Database, connectDatabase } from './database.js';
import { forgetDropped } from './forget-dropped.js';

const SECRET = 'the key of somebody who is forgotten';

describe('what was in a dropped table', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  let database: Database;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-forget-'));
    server = await startEmbeddedPostgres({ dataDir, durable: false });
    database = connectDatabase({ url: server.url, maxConnections: 1, applicationName: 'spec' });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  });
  const run = (statement: string) => sql.raw(statement).execute(database.kysely);
  const filesWithSecret = () => filesHolding(dataDir, [Buffer.from(SECRET)]);

  it('is in no file any more, nor in write-ahead log that was put aside to be used again before', async () => {
    await run(`create table secrets as select '${SECRET}' as secret`);
    for (let segment = 0; segment < 6; segment++) {
      // Far into the segment: what is used again is written over from its beginning.
      await run(`select pg_logical_emit_message(false, 'spec', repeat('${SECRET}', 20000))`);
      await run('select pg_switch_wal()');
    }
    await run('checkpoint');
    await run('drop table secrets');
    expect((await filesWithSecret())[0]).toBeGreaterThan(2);
    await forgetDropped(database);
    expect(await filesWithSecret()).toEqual([0]);
  });
});
