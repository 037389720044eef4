import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { type LogChannel, logIsNear } from '#event-store';
import type { Role } from '#kernel';
import {
  type App,
  DEV_AUDIENCE,
  DEV_ISSUER,
  DevIssuer,
  DevIssuerModule,
  type RunningApp,
  startApp,
} from '#http';
import {
  type Environment,
  type KafkaConfig,
  type NoticesConfig,
  AppConfig,
  DevelopmentConfig,
  loadConfig,
} from '#runtime';
import { commandApi } from '../../command-api/src/command-api.app.js';
import { eventRelay } from '../../event-relay/src/event-relay.app.js';
import { queryApi } from '../../query-api/src/query-api.app.js';
import { reporting } from '../../reporting/src/reporting.app.js';
import { transparencyLog } from '../../transparency-log/src/transparency-log.app.js';
import { basicSettings, kafkaSettings, noticesSettings } from './app-settings.js';
import { closeToOthers, dataFolder, emptyDataFolder, secretsIn } from './data-folder.js';
import { startInThread } from './in-thread.js';
import { type Say, keptEventStore, keptPostgres } from './kept-servers.js';
import { type Admits, onlyOwnUser } from './own-user.js';
import { type Part, portFor } from './ports.js';
import { takeOverKeys } from './take-over-keys.js';
import { untilReady } from './until-ready.js';
import { worker } from './worker.app.js';

export interface StandaloneOptions {
  /** Folder that everything is kept in. */
  readonly dataDir: string;
  /** Start with nothing. */
  readonly fresh?: boolean;
  /** False for demonstrations and tests: a crash may lose everything. True by default. */
  readonly durable?: boolean;
  /** Listen on free ports only, to live beside another Lindung. */
  readonly freePorts?: boolean;
  /** Follow the log in a thread beside the one that answers. */
  readonly ownThread?: boolean;
  /** Let requests set the time with `X-Lindung-Clock`. */
  readonly allowClockHeader?: boolean;
  /** Of the apps' logs; `info` unless said otherwise. */
  readonly logLevel?: string;
  /** How long a stop may take; 10 seconds. */
  readonly shutdownTimeoutMs?: number;
  /** Build the tree over the log, too. */
  readonly transparency?: boolean;
  /** Where the relay publishes; it is off without brokers. */
  readonly kafka?: KafkaConfig;
  /** How people are told of letters; nobody is told where it says nothing. */
  readonly notices?: NoticesConfig;
  /** Told what happens, a line at a time. */
  readonly say?: Say;
}

export interface Standalone {
  /** Every app with its address, the issuer included. */
  readonly apps: readonly RunningApp[];
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly issuerUrl: string;
  /** Of the event relay, which tells contracts over HTTP. */
  readonly feedUrl: string;
  /** Of the reporting service, which counts what that tells. */
  readonly reportingUrl: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** Whether other users of this machine are kept from the log and the issuer. */
  readonly isClosedToOthers: boolean;
  /** A token as the issuer gives it. */
  tokenFor(role: Role, subject?: string): Promise<string>;
  /** Resolves with the reason when a server has died and does not come back: nothing works any more. */
  readonly lost: Promise<string>;
  /**
   * Apps first, then the servers they use. What was accepted is on disk. Whatever hangs, it ends 2 seconds after the time that
   * it may take.
   */
  stop(): Promise<void>;
}

/**
 * Starts the whole system in this process, on this machine only. What has started is stopped again when something
 * does not start.
 * @throws ConfigError in production, before anything is touched
 */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  loadConfig(DevelopmentConfig);
  const started: Stoppable[] = [];
  const stop = () => stopAll(started, options.shutdownTimeoutMs ?? SHUTDOWN_TIMEOUT_MS);
  const keep = <Running extends Stoppable>(running: Running): Running => {
    started.push(running);
    return running;
  };
  try {
    return { ...(await startAll(options, keep)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Stoppable {
  stop(withinMs: number): Promise<void>;
}

const SHUTDOWN_TIMEOUT_MS = 10_000;

/** An app that hangs takes so much longer than it may. */
const LAST_MS = 1_500;

/** One after the other, the last one first, for as long as there is time; then whatever is left at once. */
async function stopAll(started: Stoppable[], withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs - LAST_MS;
  const left = () => Math.max(0, deadline - performance.now());
  while (left() > 0) {
    const running = started.pop();
    if (!running) return;
    await running.stop(left());
  }
  await Promise.all(started.splice(0).map((running) => running.stop(0)));
}

/** Remembers what has started, so that it can be stopped. */
type Keep = <Running extends Stoppable>(running: Running) => Running;

async function startAll(options: StandaloneOptions, keep: Keep): Promise<Omit<Standalone, 'stop'>> {
  const { say = () => {} } = options;
  const folder = dataFolder(options.dataDir);
  if (options.fresh) await emptyDataFolder(folder);
  await closeToOthers(folder);
  const admits = await onlyOwnUser();
  const portOf: PortOf = async (part) => (options.freePorts ? 0 : portFor(part, say));

  const { eventStore, postgres, log } = await startServers({ folder, admits, options, portOf }, keep);
  const [eventStoreUrl, databaseUrl] = [eventStore.now().connectionString, postgres.now().url];
  await takeOverKeys(folder, databaseUrl, say);
  const issuer = await DevIssuer.at(folder.issuer);
  const starting = new Apps(portOf, keep, say);
  const issuerUrl = await starting.ready(issuerApp(issuer, admits), basicSettings(options));
  const { TRANSPARENCY_SECRET, ...secrets } = await secretsIn(folder);
  const environment = {
    ...basicSettings(options),
    ...secrets,
    EVENTSTORE_URL: eventStoreUrl,
    DATABASE_URL: databaseUrl,
    KEY_STORE_URL: pathToFileURL(folder.keys).href,
    AUTH_ISSUER: DEV_ISSUER,
    AUTH_AUDIENCE: DEV_AUDIENCE,
    AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
  };
  const tree = { TRANSPARENCY_DATA: folder.tree, TRANSPARENCY_SECRET };
  return {
    ...(await startApps({ starting, issuer, options, log }, environment, tree)),
    apps: starting.started,
    issuerUrl,
    eventStoreUrl,
    databaseUrl,
    isClosedToOthers: admits !== undefined,
    lost: Promise.race([eventStore.lost, postgres.lost]),
    tokenFor: (role, subject) => issuer.sign({ role, subject }),
  };
}

type PortOf = (part: Part) => Promise<number>;

/** Reads and appends without a connection: the log is in this process. */
type NearLog = Pick<LogChannel, 'read' | 'batchAppend'>;

interface Place {
  readonly folder: ReturnType<typeof dataFolder>;
  readonly admits: Admits | undefined;
  readonly options: StandaloneOptions;
  readonly portOf: PortOf;
}

/** The event log and PostgreSQL. */
async function startServers({ folder, admits, options, portOf }: Place, keep: Keep) {
  const { durable, say = () => {} } = options;
  const eventStore = keep(
    await keptEventStore({ data: folder.eventStore, admits }, await portOf('event-store'), say),
  );
  const log: NearLog = {
    read: (request) => eventStore.now().near.read(request),
    batchAppend: () => eventStore.now().near.batchAppend(),
  };
  const far = logIsNear(eventStore.now().connectionString, log);
  keep({ stop: async () => far() });
  const postgres = keep(
    await keptPostgres({ dataDir: folder.postgres, port: await portOf('postgresql'), durable }, say),
  );
  return { eventStore, postgres, log };
}

/** Starts apps, each at its port. */
class Apps {
  readonly started: RunningApp[] = [];

  constructor(
    private readonly portOf: PortOf,
    private readonly keep: Keep,
    private readonly say: Say,
  ) {}

  async start(app: App, environment: Environment, begin = startApp): Promise<RunningApp> {
    const port = String(await this.portOf(app.name as Part));
    const running = this.keep(await begin(app, { ...environment, PORT: port }));
    this.started.push(running);
    return running;
  }

  /** The same, and waits until it answers. @returns its address */
  async ready(app: App, environment: Environment, begin = startApp): Promise<string> {
    const running = await this.start(app, environment, begin);
    await untilReady(running, this.say);
    return running.url;
  }
}

interface Starting {
  readonly starting: Apps;
  readonly issuer: DevIssuer;
  readonly options: StandaloneOptions;
  readonly log: NearLog;
}

/** Those that follow the log first: they are there before anything can be asked for, and stop after it. */
async function startApps(
  { starting, issuer, options, log }: Starting,
  environment: Environment,
  ofTree: Environment,
): Promise<Pick<Standalone, 'commandApiUrl' | 'queryApiUrl' | 'feedUrl' | 'reportingUrl'>> {
  const settings = { ...environment, ...(options.notices && noticesSettings(options.notices)) };
  await starting.ready(worker, settings, options.ownThread ? workerInThread(log) : startApp);
  const tree = options.transparency
    ? await starting.start(transparencyLog, {
        ...basicSettings(options),
        ...ofTree,
        EVENTSTORE_URL: environment.EVENTSTORE_URL,
        TRANSPARENCY_ORIGIN: LOCAL_ORIGIN,
      })
    : undefined;
  // Nobody waits for Kafka: it may be elsewhere, and what is to be published waits in the log.
  const kafka = options.kafka?.brokers ? kafkaSettings(options.kafka) : {};
  const relay = await starting.start(eventRelay, { ...environment, ...kafka });
  const reportingUrl = await starting.ready(
    reporting(() => issuer.sign({ role: 'reporting' })),
    { ...environment, ...kafka, FEED_URL: relay.url, FEED_POLL_MS: '250' },
  );
  const commandApiUrl = await starting.ready(commandApi, environment);
  const queryApiUrl = await starting.ready(queryApi, {
    ...environment,
    COMMAND_API_URL: commandApiUrl,
    ...(tree && { TRANSPARENCY_URL: `${tree.url}/log` }),
  });
  return { feedUrl: relay.url, reportingUrl, commandApiUrl, queryApiUrl };
}

/** Nobody elsewhere knows the tree of this machine by a name. */
const LOCAL_ORIGIN = 'lindung.localhost/log';

const workerInThread =
  (log: NearLog): typeof startApp =>
  (_worker, environment = {}) =>
    startInThread(environment, log);

/** It believes whoever is let in. */
function issuerApp(issuer: DevIssuer, admits: Admits | undefined): App {
  @Module({ imports: [DevIssuerModule.with(issuer)] })
  class DevIssuerAppModule {}
  return {
    name: 'dev-issuer',
    description: 'gives tokens to anyone who asks, for development',
    api: true,
    config: AppConfig,
    module: DevIssuerAppModule,
    admits,
  };
}
