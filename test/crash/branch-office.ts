import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random } from '../system/random.js';
import {
  APP_NAMES,
  type AppName,
  type KeyStoreTokens,
  freePort,
  knownTo,
  newKeyStoreTokens,
  tokenOf,
} from '../deployment/app-processes.js';
import { buildPrograms } from '../deployment/built-programs.js';
import { type TestIssuer, startTestIssuer } from '../deployment/test-issuer.js';
import { startProgram } from '../../libs/testing/src/child-program.js';
import { eventually } from '../../libs/testing/src/eventually.js';
import { OPEN_LOG, securedLog } from '../../libs/testing/src/secured-log.js';
import type { OfficeBroker } from './broker.js';
import { type Supervised, supervise } from './supervised.js';

/** Something that can be killed. */
export interface Victim {
  readonly name: string;
  kill(random: Random): Promise<void>;
}

/** Every program of Lindung as a process of its own, each looked after, with the servers that they use. */
export interface BranchOffice {
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly reportingUrl: string;
  readonly databaseUrl: string;
  readonly eventStoreUrl: string;
  readonly eventsFile: string;
  readonly issuer: TestIssuer;
  readonly victims: readonly Victim[];
  /** Names of the programs that ended and were started again, once for each time. */
  ended(): string[];
  /** Waits until everybody can work. @throws naming who cannot, after four minutes */
  whole(): Promise<void>;
  /** Ends those who keep read models, and lets them begin again after `meanwhile`. */
  withoutProjections(meanwhile: () => Promise<void>): Promise<void>;
  stopEventStore(): Promise<void>;
  stop(): Promise<void>;
}

/** It publishes to Kafka, and is not there without it. */
const RELAY: AppName = 'event-relay';

const WHOLE_WITHIN_MS = 240_000;

export interface OfficeOptions {
  /** Settings of every program, beside those that it cannot do without. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What the relay publishes to; without it there is no relay. */
  readonly broker?: OfficeBroker;
  /** What the programs reach the log by; directly unless told. */
  readonly logBy?: (logPort: number) => Promise<{ readonly connectionString: string; stop(): Promise<void> }>;
}

/**
 * Starts everything, on free ports and in a folder of its own.
 * @throws Error when the servers do not come up; what was started has ended then
 */
export async function openBranchOffice(options: OfficeOptions = {}): Promise<BranchOffice> {
  const programs = await buildPrograms();
  const directory = await mkdtemp(join(tmpdir(), 'lindung-crash-'));
  const issuer = await startTestIssuer();
  const { broker } = options;
  const appNames = APP_NAMES.filter((name) => broker !== undefined || name !== RELAY);
  const started: Supervised[] = [];
  let way: Awaited<ReturnType<NonNullable<OfficeOptions['logBy']>>> | undefined;
  const watched = (one: Supervised) => {
    started.push(one);
    return one;
  };
  /** The last one first: whoever uses a server before the server. */
  const stop = async () => {
    for (const one of started.splice(0).toReversed()) await one.stop();
    await way?.stop();
    await issuer.stop();
    await programs.remove();
    await rm(directory, { recursive: true, force: true });
  };
  const orStop = <Answer>(coming: Promise<Answer>) =>
    coming.catch(async (error: Error) => {
      await stop();
      throw error;
    });
  const ports = new Map<string, number>();
  for (const name of [...appNames, 'event-store', 'postgresql']) ports.set(name, await freePort());
  const port = (name: string) => String(ports.get(name));

  const postgresData = join(directory, 'postgres');
  const postgres = watched(
    supervise('the owner of PostgreSQL', () =>
      startProgram(new URL('postgres.main.ts', import.meta.url), {
        PG_DATA: postgresData,
        PG_PORT: port('postgresql'),
      }),
    ),
  );
  // The players of a cluster in trouble speak to the log as they are: without TLS.
  const access = options.logBy ? OPEN_LOG : await securedLog(directory);
  const eventStore = watched(
    supervise('event-store', () =>
      programs.start('event-store', {}, [
        '--port',
        port('event-store'),
        '--data',
        join(directory, 'events'),
        '--log-level',
        'error',
        ...access.words,
      ]),
    ),
  );
  const eventStoreUrl = access.urlOn(port('event-store'));
  const databaseUrl = await orStop(urlOfPostgres(postgresData, port('postgresql')));
  await orStop(access.prepare(port('event-store')));
  way = options.logBy && (await orStop(options.logBy(Number(port('event-store')))));
  const settings = {
    LOG_LEVEL: 'fatal',
    HOST: '127.0.0.1',
    // What happened months ago was entered then.
    ALLOW_CLOCK_HEADER: 'true',
    EVENTSTORE_URL: way?.connectionString ?? eventStoreUrl,
    DATABASE_URL: databaseUrl,
    LINDUNG_MASTER_KEY: randomBytes(32).toString('base64'),
    LINDUNG_ID_SECRET: randomBytes(32).toString('base64'),
    KEY_STORE_URL: `http://127.0.0.1:${port('key-store')}`,
    KEY_STORE_DATA: join(directory, 'keys'),
    TRANSPARENCY_DATA: join(directory, 'tree'),
    TRANSPARENCY_ORIGIN: 'lindung.test/log',
    TRANSPARENCY_SECRET: randomBytes(32).toString('base64'),
    PROJECTION_RETRY_MS: '250',
    ...(broker && { KAFKA_BROKERS: broker.address, KAFKA_REQUEST_TIMEOUT_MS: '2000' }),
    ...issuer.settings,
    ...options.settings,
  };
  const tokens = newKeyStoreTokens();
  const startApp = (name: AppName) => {
    const env = knownTo(name, { ...settings, ...tokensOf(name, tokens), PORT: port(name) });
    return watched(supervise(name, () => programs.start(name, env)));
  };
  const apps = new Map(appNames.map((name) => [name, startApp(name)]));
  const running = () => [postgres, eventStore, ...apps.values()];
  const notReady = async () => {
    const checks = await Promise.all(
      appNames.map(async (name) => ((await isReady(port(name))) ? [] : [name])),
    );
    return checks.flat();
  };

  return {
    commandApiUrl: `http://127.0.0.1:${port('command-api')}`,
    queryApiUrl: `http://127.0.0.1:${port('query-api')}`,
    reportingUrl: `http://127.0.0.1:${port('reporting')}`,
    databaseUrl,
    eventStoreUrl,
    eventsFile: join(directory, 'events', 'events.sqlite'),
    issuer,
    victims: [
      ...running().map((one): Victim => ({ name: one.name, kill: async () => one.kill() })),
      { name: 'PostgreSQL', kill: async () => kill(await postmasterOf(postgresData)) },
      {
        name: 'a process of PostgreSQL',
        kill: async (random) => kill(random.maybe(await childrenOf(await postmasterOf(postgresData)))),
      },
      ...(broker ? [{ name: 'Kafka', kill: () => broker.kill() }] : []),
    ],
    ended: () => running().flatMap(({ name, restarts }) => Array<string>(restarts).fill(name)),
    whole: async () => {
      await broker?.there();
      let missing: readonly string[] = [];
      await eventually(
        'everybody can work',
        async () => (missing = await notReady()).length === 0,
        WHOLE_WITHIN_MS,
      ).catch((error: Error) => {
        throw new Error(`${error.message}: ${missing.join(', ')}`);
      });
    },
    withoutProjections: async (meanwhile) => {
      const keeping = appNames.filter((name) => name.endsWith('-projection'));
      await Promise.all(keeping.map((name) => apps.get(name)!.stop()));
      await meanwhile();
      for (const name of keeping) apps.set(name, startApp(name));
    },
    stopEventStore: () => eventStore.stop(),
    stop,
  };
}

function tokensOf(name: AppName, tokens: KeyStoreTokens): Readonly<Record<string, string>> {
  return name === 'key-store' ? tokens : { KEY_STORE_TOKEN: tokenOf(name, tokens) };
}

async function isReady(port: string): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** With the password that the cluster was made with. */
async function urlOfPostgres(data: string, port: string): Promise<string> {
  let password = '';
  await eventually('PostgreSQL has a password', async () => {
    password = await readFile(join(data, 'password'), 'utf8').catch(() => '');
    return password !== '';
  });
  return `postgres://lindung:${password}@127.0.0.1:${port}/postgres`;
}

async function postmasterOf(data: string): Promise<number | undefined> {
  const lock = await readFile(join(data, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(lock.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}

/** Sessions and what works in the background; not the shell that waits for the owner. */
async function childrenOf(pid: number | undefined): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const named = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map(async (child) => {
        const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
        return command.startsWith('postgres:') ? [Number(child)] : [];
      }),
  );
  return named.flat();
}

/** Whoever is gone already needs no killing. */
function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
