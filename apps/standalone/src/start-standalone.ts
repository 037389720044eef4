import { Module } from '@nestjs/common';
import { startEventStoreServer } from '#event-store-server';
import type { Role } from '#kernel';
import {
  type App,
  DEV_AUDIENCE,
  DEV_ISSUER,
  DevIssuer,
  DevIssuerModule,
  ProcessConfig,
  type RunningApp,
  startApp,
} from '#platform';
import { startEmbeddedPostgres } from '#read-store';
import { claimProjectionApp } from '../../claim-projection/src/claim-projection.app.js';
import { commandApi } from '../../command-api/src/command-api.app.js';
import { participantProjectionApp } from '../../participant-projection/src/participant-projection.app.js';
import { processManager } from '../../process-manager/src/process-manager.app.js';
import { queryApi } from '../../query-api/src/query-api.app.js';
import { scholarshipProjectionApp } from '../../scholarship-projection/src/scholarship-projection.app.js';
import { dataFolder, emptyDataFolder, secretsIn } from './data-folder.js';
import { type Part, portFor } from './ports.js';
import { untilReady } from './until-ready.js';

/** In the order they start; they stop the other way round. */
const APPS: readonly App[] = [
  participantProjectionApp,
  claimProjectionApp,
  scholarshipProjectionApp,
  processManager,
  queryApi,
  commandApi,
];

export interface StandaloneOptions {
  /** Folder that everything is kept in. */
  readonly dataDir: string;
  /** Start with nothing. */
  readonly fresh?: boolean;
  /** False for demonstrations and tests: a crash may lose everything. True by default. */
  readonly durable?: boolean;
  /** Listen on free ports only, to live beside another Lindung. */
  readonly freePorts?: boolean;
  /** Let requests set the time with `X-Lindung-Clock`. */
  readonly allowClockHeader?: boolean;
  /** Of the apps' logs; `info` unless said otherwise. */
  readonly logLevel?: string;
  /** Told what happens, a line at a time. */
  readonly say?: (line: string) => void;
}

export interface Standalone {
  /** Every app with its address, the issuer included. */
  readonly apps: readonly RunningApp[];
  readonly commandApiUrl: string;
  readonly queryApiUrl: string;
  readonly issuerUrl: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** A token as the issuer gives it. */
  tokenFor(role: Role, subject?: string): Promise<string>;
  /** Apps first, then the servers they use. What was accepted is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts the whole system in this process, on this machine only. What has started is stopped again when something
 * does not start.
 */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (let running = started.pop(); running; running = started.pop()) await running.stop();
  };
  try {
    return await startAll(options, (running) => started.push(running), stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  {
    dataDir,
    fresh,
    durable,
    freePorts,
    allowClockHeader,
    logLevel = 'info',
    say = () => {},
  }: StandaloneOptions,
  keep: (running: { stop(): Promise<void> }) => void,
  stop: () => Promise<void>,
): Promise<Standalone> {
  const folder = dataFolder(dataDir);
  if (fresh) await emptyDataFolder(folder);
  const secrets = await secretsIn(folder);
  const port = (part: Part) => (freePorts ? 0 : portFor(part, say));

  const eventStore = await startEventStoreServer({
    port: await port('event-store'),
    data: folder.eventStore,
  });
  keep(eventStore);
  const postgres = await startEmbeddedPostgres({
    dataDir: folder.postgres,
    port: await port('postgresql'),
    durable,
  });
  keep(postgres);

  const basics = {
    HOST: '127.0.0.1',
    LOG_LEVEL: logLevel,
    ALLOW_CLOCK_HEADER: String(allowClockHeader ?? false),
  };
  const issuer = await DevIssuer.at(folder.issuer);
  const apps: RunningApp[] = [];
  const start = async (app: App, environment: Record<string, string>) => {
    const running = await startApp(app, { ...environment, PORT: String(await port(app.name as Part)) });
    keep(running);
    apps.push(running);
    await untilReady(running);
    return running;
  };
  const { url: issuerUrl } = await start(issuerApp(issuer), basics);
  const environment = {
    ...basics,
    ...secrets,
    EVENTSTORE_URL: eventStore.connectionString,
    DATABASE_URL: postgres.url,
    AUTH_ISSUER: DEV_ISSUER,
    AUTH_AUDIENCE: DEV_AUDIENCE,
    AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
    PROJECTION_RETRY_MS: '250',
  };
  for (const app of APPS) await start(app, environment);

  const urlOf = (app: App) => apps.find(({ name }) => name === app.name)!.url;
  return {
    apps,
    commandApiUrl: urlOf(commandApi),
    queryApiUrl: urlOf(queryApi),
    issuerUrl,
    eventStoreUrl: eventStore.connectionString,
    databaseUrl: postgres.url,
    tokenFor: (role, subject) => issuer.sign({ role, subject }),
    stop,
  };
}

function issuerApp(issuer: DevIssuer): App {
  @Module({ imports: [DevIssuerModule.with(issuer)] })
  class DevIssuerAppModule {}
  return {
    name: 'dev-issuer',
    description: 'gives tokens to anyone who asks, for development',
    api: true,
    config: ProcessConfig,
    module: DevIssuerAppModule,
  };
}
