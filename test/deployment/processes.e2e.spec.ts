import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#kernel';
import { type FreshDatabase, type LocalEventStore, freshDatabase, localEventStore } from '#testing';
import { APP_NAMES, type AppName, type AppProcess, startEveryApp } from './app-processes.js';
import { ROUNDS, agreedTerms, peakOf, sendFiles, sendWithoutToken } from './attacks.js';
import { type BuiltPrograms, buildPrograms } from './built-programs.js';
import { type SignIn, withRoles } from './database-roles.js';
import { somebody } from './somebody.js';
import { type TestIssuer, startTestIssuer } from './test-issuer.js';

if (process.platform !== 'linux') process.stdout.write('Memory is not measured: that takes Linux.\n');

describe('every app, as a process of its own, in production', () => {
  let fresh: FreshDatabase;
  let keys: string;
  let log: LocalEventStore;
  let issuer: TestIssuer;
  let signIns: Readonly<Record<string, SignIn>>;
  let programs: BuiltPrograms;
  let starting: Promise<AppProcess>[] = [];
  const secrets = {
    LINDUNG_MASTER_KEY: randomBytes(32).toString('base64'),
    LINDUNG_ID_SECRET: randomBytes(32).toString('base64'),
  };

  beforeAll(async () => {
    programs = await buildPrograms();
    fresh = await freshDatabase();
    keys = await mkdtemp(join(tmpdir(), 'lindung-processes-'));
    log = await localEventStore();
    issuer = await startTestIssuer();
    signIns = await withRoles(fresh);
  });
  afterAll(async () => {
    const started = await Promise.allSettled(starting);
    await Promise.all(started.flatMap((app) => (app.status === 'fulfilled' ? [app.value.stop()] : [])));
    await issuer.stop();
    await log.stop();
    await fresh.drop();
    await rm(keys, { recursive: true });
    await programs.remove();
  });

  /** In PostgreSQL an app may do what its own role may. */
  function settingsOf(name: AppName): Record<string, string> {
    return {
      NODE_ENV: 'production',
      EVENTSTORE_URL: log.connectionString,
      ...secrets,
      ...issuer.settings,
      ...signIns[name],
    };
  }

  async function ask(
    app: AppProcess,
    path: string,
    body?: object,
    role: Role = 'registrar',
  ): Promise<Response> {
    return fetch(`${app.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${await issuer.tokenFor(role)}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
  }

  let running: readonly AppProcess[] = [];
  const app = (wanted: AppName) => running.find(({ name }) => name === wanted)!;

  it('gets ready, and does its work with its own role of PostgreSQL', async () => {
    starting = startEveryApp(programs, keys, settingsOf);
    running = await Promise.all(starting);

    const registered = await ask(app('command-api'), '/participants', somebody(1));
    expect(registered.status).toBe(201);
    const { id, position } = (await registered.json()) as { id: string; position: string };
    const read = await ask(app('query-api'), `/participants/${id}?after=${position}`);
    expect([read.status, await read.json()]).toEqual([200, expect.objectContaining({ name: 'Siti Aminah' })]);
    for (const path of ['/claims', '/payouts', '/scholarships', '/processes/steps']) {
      const list = await fetch(`${app('query-api').url}${path}?after=${position}`, {
        headers: { authorization: `Bearer ${await issuer.tokenFor('supervisor')}` },
      });
      expect([path, list.status]).toEqual([path, 200]);
    }
  });

  (process.platform === 'linux' ? describe : describe.skip)('under attack', () => {
    it('holds less than 512 MiB of memory', async () => {
      const terms = await agreedTerms((role, path, body) => ask(app('command-api'), path, body, role));
      const answered = new Set<number>();
      for (let round = 0; round < ROUNDS; round++) {
        for (const { url } of running) await sendWithoutToken(url);
        const files = await sendFiles(app('command-api').url, await issuer.tokenFor('registrar'), terms);
        for (const status of files) answered.add(status);
      }
      // A list of one line that is too long is a list; the others are none, and more than fits in at once is put off.
      expect([...answered].filter((status) => ![200, 422, 503].includes(status))).toEqual([]);
      expect(answered).toContain(422);
      const peaks = running.map(({ name, pid }) => [name, peakOf(pid)] as const);
      process.stdout.write(`Most memory held, MiB: ${peaks.map((peak) => peak.join(' ')).join(', ')}\n`);
      expect(peaks.filter(([, mib]) => !(mib < 512))).toEqual([]);
      for (const { url } of running) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    }, 600_000);
  });

  it('ends with code 0 when it is told to', async () => {
    const codes = await Promise.all(running.map(async (one) => [one.name, await one.stop()] as const));
    expect(Object.fromEntries(codes)).toEqual(Object.fromEntries(APP_NAMES.map((name) => [name, 0])));
  });
});
