import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import type { Role } from '#kernel';
import {
  CommandApiConfig,
  DEV_AUDIENCE,
  DEV_ISSUER,
  DevIssuer,
  DevIssuerModule,
  EventStoreModule,
  Group,
  ProcessConfig,
  ProjectionConfig,
  ProjectionModule,
  QueryConfig,
  ReadStoreModule,
  createHttpApp,
  listen,
  loadConfig,
  startApp,
} from '#platform';
import { freshDatabase } from '#testing';
import {
  ParticipantsCommandsModule,
  ParticipantsQueriesModule,
  participantProjection,
} from '../src/index.js';

class ParticipantsConfig extends CommandApiConfig {
  @Group() readonly projection!: ProjectionConfig;
  @Group() readonly query!: QueryConfig;
}

@Module({
  imports: [
    ReadStoreModule,
    EventStoreModule.forRoot(),
    ProjectionModule.run(participantProjection),
    ParticipantsCommandsModule,
    ParticipantsQueriesModule,
  ],
})
class ParticipantsModule {}

const APP = {
  name: 'participants',
  description: 'Both sides of participants',
  api: true,
  config: ParticipantsConfig,
  module: ParticipantsModule,
};

const KEY = Buffer.alloc(32, 7).toString('base64');

/** The moment of every request unless a spec says otherwise: 20 November 2026, 10:15 in Jakarta. */
const NOW = '2026-11-20T10:15:00+07:00';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export interface Ask {
  readonly role?: Role;
  readonly headers?: Record<string, string>;
}

/** Both sides of this context as one real process, on a real event log, a real PostgreSQL and real tokens. */
export async function startParticipants() {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-participants-'));
  const issuer = await DevIssuer.at(folder);
  const issuerConfig = loadConfig(ProcessConfig, { PORT: '0', LOG_LEVEL: 'silent' });
  const issuerApp = await createHttpApp(DevIssuerModule.with(issuer), issuerConfig, { name: 'dev-issuer' });
  const issuerUrl = await listen(issuerApp, issuerConfig);
  const fresh = await freshDatabase();
  const data = join(folder, 'log');
  let log: EventStoreServer = await startEventStoreServer({ port: 0, data });
  const { port } = log;
  const app = await startApp(APP, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    ALLOW_CLOCK_HEADER: 'true',
    AUTH_ISSUER: DEV_ISSUER,
    AUTH_AUDIENCE: DEV_AUDIENCE,
    AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
    EVENTSTORE_URL: log.connectionString,
    EVENTSTORE_APPEND_TIMEOUT_MS: '2000',
    DATABASE_URL: fresh.url,
    LINDUNG_MASTER_KEY: KEY,
    LINDUNG_ID_SECRET: KEY,
    PROJECTION_RETRY_MS: '100',
  });

  /** The answer as it comes, for those who read it piece by piece. */
  async function send(path: string, init: RequestInit, { role = 'registrar', headers = {} }: Ask = {}) {
    const token = await issuer.sign({ role });
    return fetch(app.url + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'x-lindung-clock': NOW, ...init.headers, ...headers },
    });
  }

  async function ask(path: string, init: RequestInit, options?: Ask): Promise<Answer> {
    const response = await send(path, init, options);
    const text = await response.text();
    const json = response.headers.get('content-type')?.match(/[/+]json/) !== null;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (json ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }

  const csv = (file: Buffer | string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Uint8Array(Buffer.from(file)),
  });

  return {
    get: (path: string, options?: Ask) => ask(path, {}, options),
    post: (path: string, body: unknown, options?: Ask) =>
      ask(
        path,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        options,
      ),
    importFile: (query: string, file: Buffer | string, options?: Ask) =>
      ask(`/participants/imports?${query}`, csv(file), options),
    startImport: (query: string, file: Buffer | string) => send(`/participants/imports?${query}`, csv(file)),
    stopLog: () => log.stop(),
    startLog: async () => {
      log = await startEventStoreServer({ port, data });
    },
    stop: async () => {
      await app.stop();
      await fresh.drop();
      await log.stop();
      await issuerApp.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Participants = Awaited<ReturnType<typeof startParticipants>>;
