import { pathToFileURL } from 'node:url';
import { Module } from '@nestjs/common';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
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
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '#embedded-postgres';
import { commandApi } from '../../command-api/src/command-api.app.js';
import { eventRelay } from '../../event-relay/src/event-relay.app.js';
import { queryApi } from '../../query-api/src/query-api.app.js';
import { reporting } from '../../reporting/src/reporting.app.js';
import { transparencyLog } from '../../transparency-log/src/transparency-log.app.js';
import { closeToOthers, dataFolder, emptyDataFolder, secretsIn } from './data-folder.js';
import { withLife } from './event-store-life.js';
import { startInThread } from './in-thread.js';
import { type Admits, onlyOwnUser } from './own-user.js';
import { type Part, portFor } from './ports.js';
import { revived } from './revived.js';
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
  readonly say?: (line: string) => void;
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
  const folder = dataFolder(options.dataDir);
  if (options.fresh) await emptyDataFolder(folder);
  await closeToOthers(folder);
  const admits = await onlyOwnUser();
  const portOf = (part: Part) => (options.freePorts ? 0 : portFor(part, options.say ?? (() => {})));

  const { say = () => {} } = options;
  const eventStore = keep(
    await keptEventStore({ data: folder.eventStore, admits }, await portOf('event-store'), say),
  );
  const { connectionString } = eventStore.now();
  const log = {
    read: (request: Buffer) => eventStore.now().near.read(request),
    batchAppend: () => eventStore.now().near.batchAppend(),
  };
  const far = logIsNear(connectionString, log);
  keep({ stop: async () => far() });
  const { durable } = options;
  const postgres = keep(
    await keptPostgres({ dataDir: folder.postgres, port: await portOf('postgresql'), durable }, say),
  );
  const keyStoreUrl = pathToFileURL(folder.keys).href;
  await takeOverKeys(folder, postgres.now().url, say);
  const apps: RunningApp[] = [];
  const started = async (begin: typeof startApp, app: App, environment: Environment): Promise<RunningApp> => {
    const port = String(await portOf(app.name as Part));
    const running = keep(await begin(app, { ...environment, PORT: port }));
    apps.push(running);
    return running;
  };
  const start = async (app: App, environment: Environment, begin = startApp): Promise<string> => {
    const running = await started(begin, app, environment);
    await untilReady(running, options.say ?? (() => {}));
    return running.url;
  };

  const issuer = await DevIssuer.at(folder.issuer);
  const issuerUrl = await start(issuerApp(issuer, admits), basicSettings(options));
  const { TRANSPARENCY_SECRET, ...secrets } = await secretsIn(folder);
  const environment = {
    ...basicSettings(options),
    ...secrets,
    EVENTSTORE_URL: connectionString,
    DATABASE_URL: postgres.now().url,
    KEY_STORE_URL: keyStoreUrl,
    AUTH_ISSUER: DEV_ISSUER,
    AUTH_AUDIENCE: DEV_AUDIENCE,
    AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
  };
  // It follows the log: it starts before anything can be asked for, and stops after it.
  const settings = { ...environment, ...(options.notices && noticesSettings(options.notices)) };
  await start(worker, settings, options.ownThread ? workerInThread(log) : startApp);
  const tree = options.transparency
    ? await started(startApp, transparencyLog, {
        ...basicSettings(options),
        EVENTSTORE_URL: connectionString,
        TRANSPARENCY_DATA: folder.tree,
        TRANSPARENCY_ORIGIN: LOCAL_ORIGIN,
        TRANSPARENCY_SECRET,
      })
    : undefined;
  // Nobody waits for Kafka: it may be elsewhere, and what is to be published waits in the log.
  const kafka = options.kafka?.brokers ? kafkaSettings(options.kafka) : {};
  const relay = await started(startApp, eventRelay, { ...environment, ...kafka });
  const reportingUrl = await start(
    reporting(() => issuer.sign({ role: 'reporting' })),
    { ...environment, ...kafka, FEED_URL: relay.url, FEED_POLL_MS: '250' },
  );
  const commandApiUrl = await start(commandApi, environment);
  return {
    apps,
    feedUrl: relay.url,
    reportingUrl,
    queryApiUrl: await start(queryApi, {
      ...environment,
      COMMAND_API_URL: commandApiUrl,
      ...(tree && { TRANSPARENCY_URL: `${tree.url}/log` }),
    }),
    commandApiUrl,
    issuerUrl,
    eventStoreUrl: connectionString,
    databaseUrl: postgres.now().url,
    isClosedToOthers: admits !== undefined,
    lost: Promise.race([eventStore.lost, postgres.lost]),
    tokenFor: (role, subject) => issuer.sign({ role, subject }),
  };
}

/** Nobody elsewhere knows the tree of this machine by a name. */
const LOCAL_ORIGIN = 'lindung.localhost/log';

const workerInThread =
  (log: Pick<LogChannel, 'read' | 'batchAppend'>): typeof startApp =>
  (_worker, environment = {}) =>
    startInThread(environment, log);

type Say = (line: string) => void;

/** The event log, started again where it was should it die. */
async function keptEventStore(
  options: { readonly data: string; readonly admits: Admits | undefined },
  port: number,
  say: Say,
) {
  const start = async (at: number) => withLife(await startEventStoreServer({ ...options, port: at }));
  const again = async (died: EventStoreServer) => {
    // Its files are held until it is closed.
    await died.stop();
    return start(died.port);
  };
  return revived('The event store', await start(port), again, say);
}

/** PostgreSQL, started again where it was should it die. */
async function keptPostgres(options: EmbeddedPostgresOptions, say: Say) {
  const again = ({ url }: EmbeddedPostgres) =>
    startEmbeddedPostgres({ ...options, port: Number(new URL(url).port) });
  return revived('PostgreSQL', await startEmbeddedPostgres(options), again, say);
}

function basicSettings({ logLevel = 'info', allowClockHeader = false }: StandaloneOptions) {
  return {
    HOST: '127.0.0.1',
    LOG_LEVEL: logLevel,
    ALLOW_CLOCK_HEADER: String(allowClockHeader),
    PROJECTION_RETRY_MS: '250',
  };
}

function noticesSettings({
  mailUrl,
  mailFrom,
  smsUrl,
  smsToken,
  timeoutMs,
  attempts,
  everyMs,
}: NoticesConfig): Record<string, string> {
  return {
    NOTICES_TIMEOUT_MS: String(timeoutMs),
    NOTICES_ATTEMPTS: String(attempts),
    NOTICES_EVERY_MS: String(everyMs),
    ...(mailUrl ? { NOTICES_MAIL_URL: mailUrl } : {}),
    ...(mailFrom ? { NOTICES_MAIL_FROM: mailFrom } : {}),
    ...(smsUrl ? { NOTICES_SMS_URL: smsUrl } : {}),
    ...(smsToken ? { NOTICES_SMS_TOKEN: smsToken } : {}),
  };
}

function kafkaSettings({
  brokers = [],
  clientId,
  username,
  password,
  caFile,
  requestTimeoutMs,
  compression,
  client,
}: KafkaConfig): Record<string, string> {
  return {
    KAFKA_REQUEST_TIMEOUT_MS: String(requestTimeoutMs),
    KAFKA_COMPRESSION: compression,
    KAFKA_CLIENT: client,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_CLIENT_ID: clientId,
    ...(username ? { KAFKA_USERNAME: username } : {}),
    ...(password ? { KAFKA_PASSWORD: password } : {}),
    ...(caFile ? { KAFKA_CA_FILE: caFile } : {}),
  };
}

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
