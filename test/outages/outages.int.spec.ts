import { type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';
import { WORKER } from '#contexts/journey.examples';
import { type App, DEV_AUDIENCE, DEV_ISSUER, DevIssuer, type RunningApp, startApp } from '#http';
import {
  BAD_WAYS,
  type TcpProxy,
  eventually,
  freeze,
  securedLog,
  startProgram,
  tcpProxy,
  thaw,
} from '#testing';
import { commandApi } from '../../apps/command-api/src/command-api.app.js';
import { eventRelay } from '../../apps/event-relay/src/event-relay.app.js';
import { participantProjectionApp as participantProjection } from '../../apps/participant-projection/src/participant-projection.app.js';
import { processManager } from '../../apps/process-manager/src/process-manager.app.js';
import { queryApi } from '../../apps/query-api/src/query-api.app.js';
import {
  type ServerProcess,
  fromSource,
  startServerProcess,
} from '../../libs/event-store-server/test/server-process.js';

const APPS = { commandApi, queryApi, participantProjection, processManager, eventRelay } as const;
type AppName = keyof typeof APPS;
type ServerName = 'postgresql' | 'eventStore' | 'issuer' | 'kafka';

/** Which checks of an app tell of a server; an app that does not know it is not touched by its outage. */
const CHECKS: Readonly<Record<ServerName, { readonly check: RegExp; readonly apps: readonly AppName[] }>> = {
  postgresql: {
    check: /^(postgresql|projection .*)$/,
    apps: ['queryApi', 'participantProjection', 'processManager', 'eventRelay'],
  },
  eventStore: {
    check: /^event-log$/,
    apps: ['commandApi', 'participantProjection', 'processManager', 'eventRelay'],
  },
  issuer: { check: /^nothing tells of it$/, apps: [] },
  kafka: { check: /^projection event_relay_v2$/, apps: ['eventRelay'] },
};

const LIMITS = {
  DATABASE_TIMEOUT_MS: '300',
  PROJECTION_TIMEOUT_MS: '300',
  EVENTSTORE_APPEND_TIMEOUT_MS: '500',
  EVENTSTORE_READ_TIMEOUT_MS: '500',
  AUTH_JWKS_TIMEOUT_MS: '300',
  KAFKA_REQUEST_TIMEOUT_MS: '300',
  PROJECTION_RETRY_MS: '100',
  SHUTDOWN_TIMEOUT_MS: '500',
  QUERY_WAIT_MS: '300',
};

describe('An outage of a server', () => {
  let folder: string;
  let issuer: DevIssuer;
  let postgres: EmbeddedPostgres;
  let eventStore: ServerProcess;
  let keys: ChildProcess;
  let kafka: Server;
  let proxies: Record<ServerName, TcpProxy>;
  let environment: Record<string, string>;
  let running: Partial<Record<AppName, RunningApp>>;
  const kafkaSockets = new Set<Socket>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-outages-'));
    issuer = await DevIssuer.at(folder);
    const eventStoreMain = new URL('../../apps/event-store/src/main.ts', import.meta.url);
    const access = await securedLog(folder);
    [postgres, eventStore] = await Promise.all([
      startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false }),
      startServerProcess([...fromSource(eventStoreMain), '--port', '0', '--mem', ...access.words]),
    ]);
    await access.prepare(eventStore.port);
    keys = startProgram(new URL('./issuer.main.ts', import.meta.url), {
      JWKS: JSON.stringify(issuer.jwks()),
    });
    const [{ port: keysPort }] = (await once(keys, 'message')) as [AddressInfo];
    // A broker that accepts and never answers is as much of Kafka as there is here.
    kafka = createServer((socket) => {
      kafkaSockets.add(socket.on('error', () => {}).resume());
      socket.once('close', () => kafkaSockets.delete(socket));
    }).listen(0, '127.0.0.1');
    await once(kafka, 'listening');
    proxies = {
      postgresql: await tcpProxy({ port: Number(new URL(postgres.url).port) }),
      eventStore: await tcpProxy({ port: eventStore.port }),
      issuer: await tcpProxy({ port: keysPort }),
      kafka: await tcpProxy({ port: (kafka.address() as AddressInfo).port }),
    };
    const [masterKey, idSecret] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      AUTH_ISSUER: DEV_ISSUER,
      AUTH_AUDIENCE: DEV_AUDIENCE,
      AUTH_JWKS_URL: `http://127.0.0.1:${proxies.issuer.port}/jwks.json`,
      EVENTSTORE_URL: `${access.urlOn(proxies.eventStore.port)}&keepAliveInterval=1000&keepAliveTimeout=500`,
      DATABASE_URL: proxies.postgresql.by(postgres.url),
      KAFKA_BROKERS: `127.0.0.1:${proxies.kafka.port}`,
      LINDUNG_MASTER_KEY: masterKey,
      LINDUNG_ID_SECRET: idSecret,
      KEY_STORE_URL: pathToFileURL(join(folder, 'keys')).href,
      ...LIMITS,
    };
  });
  afterAll(async () => {
    await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
    for (const socket of kafkaSockets) socket.destroy();
    kafka.close();
    keys.kill('SIGKILL');
    await eventStore.kill();
    await postgres.stop();
    await rm(folder, { recursive: true });
  });

  async function startAll(): Promise<void> {
    // Whoever makes the tables comes first; then all at once.
    running = {};
    for (const [name, app] of Object.entries(APPS) as [AppName, App][]) {
      running[name] = await startApp(app, environment);
    }
    await eventually('all is well', () => isWell('postgresql'));
    await eventually('all is well', () => isWell('eventStore'));
    await eventually('people read what they write', peopleReadWhatTheyWrite);
  }
  const stopAll = () => Promise.all(Object.values(running).map((app) => app.stop()));

  async function checksOf(name: AppName, { check }: { readonly check: RegExp }) {
    const response = await fetch(`${running[name]!.url}/health/ready`);
    const { checks } = (await response.json()) as {
      checks: { name: string; ok: boolean; detail?: string }[];
    };
    return checks.filter((one) => check.test(one.name) && !isOfKafka(one));
  }
  /** The relay never gets anything out here. */
  const isOfKafka = ({ name }: { name: string }) => name === 'projection event_relay_v2';

  async function isWell(server: ServerName): Promise<boolean> {
    const found = await Promise.all(CHECKS[server].apps.map((name) => checksOf(name, CHECKS[server])));
    return found.flat().every(({ ok }) => ok);
  }
  async function isSeenByAll(server: ServerName): Promise<boolean> {
    const found = await Promise.all(CHECKS[server].apps.map((name) => checksOf(name, CHECKS[server])));
    return found.every((checks) => checks.some(({ ok }) => !ok));
  }

  const bearer = async () => {
    const token = await issuer.sign({ role: 'registrar', subject: randomUUID() });
    return { authorization: `Bearer ${token}` };
  };
  const answered = async (response: Response) => {
    const { position } = (await response.json()) as { position?: string };
    return { status: response.status, position, retryAfter: response.headers.get('retry-after') };
  };
  const command = async () =>
    answered(
      await fetch(`${running.commandApi!.url}/sponsors`, {
        method: 'POST',
        headers: { ...(await bearer()), 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321601' }),
      }),
    );
  const register = async () =>
    answered(
      await fetch(`${running.commandApi!.url}/participants`, {
        method: 'POST',
        headers: { ...(await bearer()), 'content-type': 'application/json' },
        body: JSON.stringify(somebody()),
      }),
    );
  const query = async (after = '0') =>
    answered(
      await fetch(`${running.queryApi!.url}/participants?after=${after}`, { headers: await bearer() }),
    );
  const peopleReadWhatTheyWrite = async () => {
    const { status, position } = await command();
    return status === 201 && (await query(position)).status === 200;
  };

  let people = 0;
  /** A NIK of their own for each: nobody's keys are at hand. */
  const somebody = () => ({
    ...WORKER,
    person: { ...WORKER.person, nik: `000005520590${String(++people).padStart(4, '0')}` },
  });

  /** Done, or not now and when to try again; never a mistake of ours. */
  const expectNoMistake = (answers: readonly { status: number; retryAfter: string | null }[]) => {
    for (const { status, retryAfter } of answers) {
      expect([200, 201, 503]).toContain(status);
      if (status === 503) expect(retryAfter).toMatch(/^\d+$/);
    }
  };
  const askEverything = () => Promise.all([command(), register(), query(), command(), register(), query()]);

  describe('behind a way that has become bad', () => {
    beforeAll(startAll, 60_000);
    afterAll(() => stopAll());
    afterEach(() => Promise.all(Object.values(proxies).map((proxy) => proxy.become('open'))));

    describe.each(BAD_WAYS)('%s', (way) => {
      it.each<ServerName>(['postgresql', 'eventStore'])(
        '%s: 503 until it is over, and health says so',
        async (server) => {
          await proxies[server].become(way);
          expectNoMistake(await askEverything());
          // New connections pass where only the old ones went silent.
          if (way !== 'half-open') {
            await eventually('everybody who needs it sees it', () => isSeenByAll(server));
            const answers = await askEverything();
            expectNoMistake(answers);
            expect(answers.some(({ status }) => status === 503)).toBe(true);
          }
          await proxies[server].become('open');
          await eventually('all is well', () => isWell(server));
          await eventually('people read what they write', peopleReadWhatTheyWrite);
        },
      );

      it('issuer: whoever has signed in goes on, and so does everybody else', async () => {
        await proxies.issuer.become(way);
        const answers = [await command(), await query()];
        expect(answers.map(({ status }) => status)).toEqual([201, 200]);
      });

      it('kafka: the relay says so, and nobody else notices', async () => {
        await proxies.kafka.become(way);
        await eventually('the relay fails', async () => {
          const response = await fetch(`${running.eventRelay!.url}/health/ready`);
          return (await response.text()).includes('"name":"projection event_relay_v2","ok":false');
        });
        expect([(await command()).status, (await query()).status]).toEqual([201, 200]);
      });
    });
  });

  describe('that is frozen as a process (SIGSTOP)', () => {
    beforeEach(startAll, 60_000);

    const processesOf: Readonly<Record<string, () => Promise<number[]>>> = {
      postgresql: async () => {
        const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
        const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
        const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
        return [pid, ...children.split(' ').filter(Boolean).map(Number)];
      },
      eventStore: async () => [eventStore.pid],
      issuer: async () => [keys.pid!],
    };

    it.each(Object.keys(processesOf) as ServerName[])(
      '%s: 503, and every app stops nevertheless',
      async (server) => {
        const pids = await processesOf[server]!();
        try {
          await freeze(pids);
          expectNoMistake(await askEverything());
          await stopAll();
        } finally {
          thaw(pids);
        }
      },
    );
  });
});
