import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type App, type RunningApp, startApp } from '#http';
import {
  type FreshDatabase,
  type FreshKeyStore,
  LOG_ADMIN,
  LOG_USER,
  LOG_USERS,
  eventually,
  freshDatabase,
  freshKeyStore,
} from '#testing';
import { claimProjectionApp } from '../../apps/claim-projection/src/claim-projection.app.js';
import { commandApi } from '../../apps/command-api/src/command-api.app.js';
import { eventRelay } from '../../apps/event-relay/src/event-relay.app.js';
import { participantProjectionApp } from '../../apps/participant-projection/src/participant-projection.app.js';
import { processManager } from '../../apps/process-manager/src/process-manager.app.js';
import { queryApi } from '../../apps/query-api/src/query-api.app.js';
import { scholarshipProjectionApp } from '../../apps/scholarship-projection/src/scholarship-projection.app.js';
import { describeUnless } from '../../libs/event-store-server/test/describe-unless.js';
import { lindung } from '../../libs/event-store-server/test/operations/program.js';
import { whyNoCertificates } from '../../libs/event-store-server/test/operations/test-certificates.js';
import { type SecuredServer, startSecuredServer } from '../../libs/event-store-server/test/secured-server.js';
import { BranchDay } from '../crash/branch-day.js';
import { PatientClient } from '../crash/patient-client.js';
import { somebody } from './somebody.js';
import { type TestIssuer, startTestIssuer } from './test-issuer.js';

/** Everything that has to do with the log. */
const APPS = {
  commandApi,
  queryApi,
  participantProjection: participantProjectionApp,
  claimProjection: claimProjectionApp,
  scholarshipProjection: scholarshipProjectionApp,
  processManager,
  eventRelay,
};
type AppName = keyof typeof APPS;
const FOLLOWING: readonly AppName[] = [
  'participantProjection',
  'claimProjection',
  'scholarshipProjection',
  'processManager',
];

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

const describeHere = describeUnless(whyNoCertificates(), 'deployment/ordinary-user.int.spec.ts');

describeHere('Lindung as an ordinary user of a secured log', () => {
  let log: SecuredServer;
  let fresh: FreshDatabase;
  let keys: FreshKeyStore;
  let issuer: TestIssuer;
  const running = new Map<AppName, RunningApp>();

  beforeAll(async () => {
    [log, fresh, keys, issuer] = await Promise.all([
      startSecuredServer(LOG_USERS),
      freshDatabase(),
      freshKeyStore(),
      startTestIssuer(),
    ]);
    const secret = () => randomBytes(32).toString('base64');
    const environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      ALLOW_CLOCK_HEADER: 'true',
      EVENTSTORE_URL: log.connectionString(LOG_USER),
      DATABASE_URL: fresh.url,
      LINDUNG_MASTER_KEY: secret(),
      LINDUNG_ID_SECRET: secret(),
      KEY_STORE_URL: keys.url,
      PROJECTION_RETRY_MS: '100',
      ...issuer.settings,
    };
    for (const [name, app] of Object.entries(APPS) as [AppName, App][]) {
      running.set(name, await startApp(app, environment));
    }
  });
  afterAll(async () => {
    await Promise.all([...running.values()].map((app) => app.stop()));
    await issuer.stop();
    await keys.drop();
    await fresh.drop();
    await log.stop();
  });

  const urlOf = (name: AppName) => running.get(name)!.url;

  async function readinessOf(name: AppName): Promise<{ status: number; checks: readonly Check[] }> {
    const response = await fetch(`${urlOf(name)}/health/ready`);
    return { status: response.status, checks: ((await response.json()) as { checks: Check[] }).checks };
  }
  const areReady = async (names: readonly AppName[]) =>
    (await Promise.all(names.map(readinessOf))).every(({ status }) => status === 200);

  async function register(number: number): Promise<{ id: string; position: string }> {
    const response = await fetch(`${urlOf('commandApi')}/participants`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await issuer.tokenFor('registrar')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(somebody(number)),
    });
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; position: string };
  }

  const command = (words: string) =>
    lindung(['log', ...words.split(' ')], '', {
      EVENTSTORE_URL: log.connectionString(LOG_USER),
      EVENTSTORE_ADMIN_URL: log.connectionString(LOG_ADMIN),
    });

  let before: { id: string; position: string };

  describe('who has no right but those that every user has', () => {
    it('records, and whoever follows the log says that it is denied access', async () => {
      before = await register(1);
      for (const name of FOLLOWING) {
        await eventually(`${name} says why`, async () => {
          const failing = (await readinessOf(name)).checks.filter(({ ok }) => !ok);
          return failing.length > 0 && failing.every(({ detail }) => detail === 'failing: LOG_ACCESS_DENIED');
        });
      }
    });

    it('is told by lindung log check what is missing, and which command gives it', async () => {
      const { code, stdout } = await command('check');
      expect(stdout).toMatch(/^signs in +lindung$/m);
      expect(stdout).toMatch(/^read \$all +missing$/m);
      expect(stdout).toMatch(/^read streams +given$/m);
      expect(stdout).toMatch(/^append +given$/m);
      expect(stdout).toContain('user lindung may not read $all');
      expect(stdout).toContain('lindung log prepare');
      expect(code).toBe(1);
    });
  });

  describe('after lindung log prepare', () => {
    it('catches up by itself', async () => {
      const { code, stderr } = await command('prepare');
      expect([code, stderr]).toEqual([0, '']);
      const { metadata } = await log.connect(LOG_ADMIN).getStreamMetadata('$all');
      expect(metadata?.acl).toEqual({ readRoles: ['$admins', LOG_USER] });
      await eventually('everybody is ready', () => areReady(Object.keys(APPS) as AppName[]));
      const answer = await fetch(`${urlOf('queryApi')}/participants/${before.id}?after=${before.position}`, {
        headers: { authorization: `Bearer ${await issuer.tokenFor('registrar')}` },
      });
      expect(answer.status).toBe(200);
    });

    it('brings cases of every kind from registration to payment', async () => {
      const client = new PatientClient(
        { commandApiUrl: urlOf('commandApi'), queryApiUrl: urlOf('queryApi'), issuer },
        {},
      );
      const day = new BranchDay(client);
      const desks = 3;
      let begun = 0;
      await day.work(desks, () => ++begun > desks);
      expect(day.paid).toHaveLength(desks);
      for (const { totalIdr } of day.paid) expect(totalIdr).toBeGreaterThan(0);
      expect(await areReady(Object.keys(APPS) as AppName[])).toBe(true);
    });
  });
});
