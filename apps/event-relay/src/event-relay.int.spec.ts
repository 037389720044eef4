import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '#http';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventually,
  freshDatabase,
  localEventStore,
} from '#testing';
import { eventRelay } from './event-relay.app.js';

/** A port of this machine on which nobody listens. */
const NOBODY = '127.0.0.1:1';

describe('the event relay', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;

  beforeAll(async () => {
    fresh = await freshDatabase();
    log = await localEventStore();
  });
  afterAll(async () => {
    await log.stop();
    await fresh.drop();
  });

  async function started(settings: Readonly<Record<string, string>>): Promise<RunningApp> {
    return startApp(eventRelay, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      EVENTSTORE_URL: log.connectionString,
      DATABASE_URL: fresh.url,
      AUTH_ISSUER: 'https://issuer.example',
      AUTH_AUDIENCE: 'lindung',
      AUTH_JWKS_URL: 'https://issuer.example/jwks.json',
      ...settings,
    });
  }

  async function readiness({ url }: RunningApp): Promise<{ status: number; checks: unknown }> {
    const response = await fetch(`${url}/health/ready`);
    const { checks } = (await response.json()) as { checks: unknown };
    return { status: response.status, checks };
  }

  it('is off without brokers, is ready all the same, and says that it is off', async () => {
    const app = await started({});
    try {
      expect(await readiness(app)).toEqual({
        status: 200,
        checks: expect.arrayContaining([
          { name: 'event relay', ok: true, detail: 'off: KAFKA_BROKERS is not set' },
        ]),
      });
    } finally {
      await app.stop();
    }
  });

  it('follows the log when it has brokers, and stops in order though they are away', async () => {
    const app = await started({ KAFKA_BROKERS: NOBODY });
    try {
      await eventually('it follows the log', async () => {
        const { checks } = await readiness(app);
        return JSON.stringify(checks).includes(
          '{"name":"projection event_relay_v2","ok":true,"detail":"active"}',
        );
      });
    } finally {
      await app.stop();
    }
  });
});
