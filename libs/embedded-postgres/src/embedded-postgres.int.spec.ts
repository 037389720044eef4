import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { startProgram } from '#testing';
import { connectDatabase } from '#postgres';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { unprivilegedIn } from './embedded/account.js';
import { makeWay } from './embedded/lock-file.js';

describe('the embedded PostgreSQL', () => {
  /** Closed to every other user, as a home directory may be. */
  let home: string;
  /** Made by whichever spec comes first. */
  let dataDir: string;
  let started: EmbeddedPostgres[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'lindung-home-'));
    dataDir = join(home, 'not', 'made', 'yet');
  });
  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    started = [];
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  async function start(
    options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
  ): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir, durable: false, ...options });
    started.push(server);
    return server;
  }

  async function query<Row>(url: string, text: string): Promise<Row[]> {
    const database = connectDatabase({ url, maxConnections: 1, applicationName: 'spec' });
    try {
      return (await sql.raw<Row>(text).execute(database.kysely)).rows;
    } finally {
      await database.close();
    }
  }

  it('keeps its data and its password when it is stopped and started again', async () => {
    const first = await start({ durable: true });
    await query(first.url, `create table village as select 'Sukamaju' as name`);
    await first.stop();
    const second = await start({ durable: true });
    expect(await query(second.url, 'select * from village')).toEqual([{ name: 'Sukamaju' }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('is UTF-8, knows capital letters, counts time in UTC and listens on loopback only', async () => {
    const { url } = await start();
    const [settings] = await query<object>(
      url,
      `select current_setting('server_encoding') as encoding, lower('ÉÑ') as lower, current_setting('TimeZone') as zone,
              current_setting('listen_addresses') as listening, current_setting('unix_socket_directories') as sockets`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      lower: 'éñ',
      zone: 'UTC',
      listening: '127.0.0.1',
      sockets: '',
    });
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const { url } = await start();
    const guessed = new URL(url);
    guessed.password = 'guessed';
    await expect(query(guessed.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'password'), 'utf8')).toBe(new URL(url).password);
  });

  it('stops when its owner is killed, and has what was committed at the next start', async () => {
    const owner = startProgram(new URL('../test/hold-postgres.main.ts', import.meta.url), {
      DATA_DIR: dataDir,
    });
    await once(owner, 'message');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const { url } = await start({ durable: true });
    expect(await query(url, 'select row from kept')).toEqual([{ row: 1 }]);
  });

  it('is not confused by the process id that a crash has left', async () => {
    await (await start()).stop();
    // By now the process id belongs to somebody else, here to the spec itself.
    await writeFile(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/cluster\n1\n5432\n`,
    );
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('removes a cluster that was only half made', async () => {
    const another = join(home, 'another');
    const leftover = join(another, 'cluster.new-99999999');
    await mkdir(leftover, { recursive: true });
    await start({ dataDir: another });
    expect(existsSync(leftover)).toBe(false);
  });

  it('does not start a second server on the same data', async () => {
    await start();
    await expect(makeWay(join(dataDir, 'cluster'), 0)).rejects.toThrow('PostgreSQL already runs on');
  });

  it('says so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(start({ port })).rejects.toThrow(`Port ${port} is taken`);
    } finally {
      other.close();
    }
  });

  it('says so when the data is of another version', async () => {
    await (await start()).stop();
    const versionFile = join(dataDir, 'cluster', 'PG_VERSION');
    await writeFile(versionFile, '17\n');
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 17, this is 18/);
    await writeFile(versionFile, '18\n');
  });

  it('can be stopped twice', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await expect(query(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('the account PostgreSQL runs under when root starts it', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n';

  it('is postgres where there is one, or else nobody, and never root', () => {
    expect(unprivilegedIn(`${passwd}postgres:x:101:104::/:/bin/sh\n`)).toEqual({ uid: 101, gid: 104 });
    expect(unprivilegedIn(passwd)).toEqual({ uid: 65534, gid: 65533 });
    expect(unprivilegedIn('root:x:0:0::/:/bin/sh\npostgres:x:0:0::/:/bin/sh\n')).toBeUndefined();
  });
});
