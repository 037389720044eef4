import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APP_CONFIGS } from '#runtime';
import { type FreshDatabase, type LocalEventStore, freshDatabase, localEventStore } from '#testing';
import { allSettingsIn } from '../../libs/runtime/src/config/setting.decorator.js';
import { APP_NAMES, type AppName, type AppProcess, startProcess } from './app-processes.js';

describe('every app, as a process of its own', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let starting: Promise<AppProcess>[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    log = await localEventStore();
  });
  afterAll(async () => {
    const started = await Promise.allSettled(starting);
    await Promise.all(started.flatMap((app) => (app.status === 'fulfilled' ? [app.value.stop()] : [])));
    await log.stop();
    await fresh.drop();
  });

  /** What the app needs, and nothing that another one does. */
  function settingsOf(name: AppName): Record<string, string> {
    const all: Record<string, string> = {
      EVENTSTORE_URL: log.connectionString,
      DATABASE_URL: fresh.url,
      LINDUNG_MASTER_KEY: randomBytes(32).toString('base64'),
      LINDUNG_ID_SECRET: randomBytes(32).toString('base64'),
      AUTH_ISSUER: 'spec',
      AUTH_AUDIENCE: 'spec',
      AUTH_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    };
    const needed = allSettingsIn(APP_CONFIGS[name]!).flatMap(({ variable }) =>
      all[variable] === undefined ? [] : [[variable, all[variable]] as const],
    );
    return Object.fromEntries(needed);
  }

  it('starts from its settings alone, gets ready, and ends with code 0 when it is told to stop', async () => {
    starting = APP_NAMES.map((name) => startProcess(name, settingsOf(name)));
    const running = await Promise.all(starting);
    const codes = await Promise.all(running.map(async (app) => [app.name, await app.stop()] as const));
    expect(Object.fromEntries(codes)).toEqual(Object.fromEntries(APP_NAMES.map((name) => [name, 0])));
  }, 120_000);
});
