import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { type RunningApp, startApp } from '#http';
import { eventually, securedLog } from '#testing';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { worker } from '../../apps/standalone/src/worker.app.js';
import { somebody } from './somebody.js';

const CODE = 'LOG_BEHIND_READ_MODEL';

interface Health {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail?: string }[];
}

/** docs/how-to/restore.md, done: what it says in SQL is run as it stands there. */
describe('After a restore of the log from an older backup', () => {
  let dataDir: string;
  let system: Standalone | undefined;
  let registered = 0;
  const closing: { stop(): Promise<void> }[] = [];

  const start = async () => {
    system = await startStandalone({ dataDir, freePorts: true, durable: true, logLevel: 'silent' });
    return system;
  };
  const stop = async () => {
    await system?.stop();
    system = undefined;
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-restore-'));
  });
  afterAll(async () => {
    await stop();
    for (const one of closing.toReversed()) await one.stop();
    await rm(dataDir, { recursive: true });
  });

  async function register(): Promise<{ id: string; position: string }> {
    const response = await fetch(`${system!.commandApiUrl}/participants`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await system!.tokenFor('registrar')}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(somebody(++registered)),
    });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; position: string };
  }

  async function statusOf(id: string, after?: string): Promise<number> {
    const query = after ? `?after=${after}` : '';
    const response = await fetch(`${system!.queryApiUrl}/participants/${id}${query}`, {
      headers: { authorization: `Bearer ${await system!.tokenFor('registrar')}` },
    });
    await response.arrayBuffer();
    return response.status;
  }

  it('followers fail and say so, and the documented steps make everything right again', async () => {
    await start();
    const kept = await register();
    expect(await statusOf(kept.id, kept.position)).toBe(200);
    await stop();
    const [logFolder, backup] = [join(dataDir, 'event-store'), join(dataDir, 'backup')];
    await cp(logFolder, backup, { recursive: true });

    await start();
    const lost = [];
    for (let n = 0; n < 5; n++) lost.push(await register());
    const last = lost.at(-1)!;
    expect(await statusOf(last.id, last.position)).toBe(200);
    await stop();

    await rm(logFolder, { recursive: true });
    await cp(backup, logFolder, { recursive: true });
    const postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
    closing.push(postgres);
    const access = await securedLog(dataDir);
    const log: EventStoreServer = await startEventStoreServer({
      port: 0,
      data: logFolder,
      ...access.options,
    });
    closing.push(log);
    await access.prepare(log.port);
    const app: RunningApp = await startApp(worker, {
      ...(JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>),
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: postgres.url,
      KEY_STORE_URL: pathToFileURL(join(dataDir, 'keys')).href,
      EVENTSTORE_URL: access.urlOn(log.port),
    });
    closing.push(app);
    const followers = async () => {
      const { checks } = (await (await fetch(`${app.url}/health/ready`)).json()) as Health;
      return checks.filter(({ name }) => name.startsWith('projection '));
    };
    await eventually('every follower fails and says why', async () =>
      (await followers()).every(({ ok, detail }) => !ok && detail === `failing: ${CODE}`),
    );
    expect((await followers()).length).toBeGreaterThan(5);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    const lags = metrics.match(/^lindung_projection_lag_seconds\{.*$/gm) ?? [];
    expect(lags).toHaveLength((await followers()).length);
    for (const lag of lags) expect(lag).toMatch(/ \+Inf$/);
    await app.stop();

    await runSql(postgres.url, await sqlOfThePage());
    for (const one of closing.splice(0).toReversed()) await one.stop();

    await start();
    expect(await statusOf(kept.id)).toBe(200);
    for (const { id } of lost) expect(await statusOf(id)).toBe(404);
    for (let n = 0; n < 7; n++) {
      const { id, position } = await register();
      expect(await statusOf(id, position)).toBe(200);
    }
  });
});

async function sqlOfThePage(): Promise<string> {
  const page = await readFile(join(import.meta.dirname, '../../docs/how-to/restore.md'), 'utf8');
  return /```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
}

/** As psql does: what a query ending in `\gexec` answers is run, statement by statement. */
async function runSql(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [made = '', ...others] = text.split('\\gexec');
    expect(others).toHaveLength(1);
    const { rows } = await client.query<string[]>({ text: made, rowMode: 'array' });
    for (const [statement = ''] of rows) await client.query(statement);
    await client.query(others.join(''));
  } finally {
    await client.end();
  }
}
