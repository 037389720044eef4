import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import type { AuthorityLevel, Role } from '#kernel';
import {
  CommandApiConfig,
  EventStoreModule,
  Group,
  AppConfig,
  FollowersConfig,
  FollowersModule,
  NoticesConfig,
  ProofsConfig,
  QueryConfig,
  PostgresModule,
  RoundsConfig,
  loadConfig,
  type Context,
  commandsOf,
  queriesOf,
} from '#runtime';
import { DEV_AUDIENCE, DEV_ISSUER, DevIssuer, DevIssuerModule, createHttpApp, listen, startApp } from '#http';
import type { ReadModel } from '#followers';
import { freshDatabase } from './local-servers.js';
import { securedLog } from './secured-log.js';

class ContextConfig extends CommandApiConfig {
  @Group() readonly followers!: FollowersConfig;
  @Group() readonly rounds!: RoundsConfig;
  @Group() readonly notices!: NoticesConfig;
  @Group() readonly query!: QueryConfig;
  @Group() readonly proofs!: ProofsConfig;
}

const KEY = Buffer.alloc(32, 7).toString('base64');

/** A facility that has to do with nothing. */
const ELSEWHERE = 'e15e0000-0000-4000-8000-000000000000';

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
  /** Who asks; whoever the issuer names for the role unless told. */
  readonly subject?: string;
  /** Of a PLKK: the facility that it acts for; one that nobody knows unless told. */
  readonly facility?: string;
  /** Of a supervisor: how far they decide. */
  readonly authority?: AuthorityLevel;
  /** That of the issuer unless told. */
  readonly office?: string;
  readonly headers?: Record<string, string>;
  /** When the request is made. */
  readonly at?: string;
}

/**
 * Commands and queries of some contexts as one real app, on an event log, a PostgreSQL and tokens of its own.
 * @param readModel what the queries read, one or several, if there are any
 * @param settings other than the usual ones
 */
export async function startContextApp(
  contexts: readonly (Context | Type<unknown> | DynamicModule)[],
  readModel: ReadModel | readonly ReadModel[] = [],
  settings: Readonly<Record<string, string>> = {},
) {
  const readModels = [readModel].flat();
  const described = contexts.filter(isContext);
  const modules = contexts.filter((context): context is Type<unknown> | DynamicModule => !isContext(context));

  @Module({
    imports: [
      PostgresModule,
      EventStoreModule.forRoot(described.flatMap(({ streams }) => streams)),
      ...(readModels.length > 0 ? [FollowersModule.run(...readModels)] : []),
      commandsOf(described),
      queriesOf(described),
      ...modules,
    ],
  })
  class ContextModule {}

  const folder = await mkdtemp(join(tmpdir(), 'lindung-context-'));
  const issuer = await DevIssuer.at(folder);
  const issuerConfig = loadConfig(AppConfig, { PORT: '0', LOG_LEVEL: 'silent' });
  const issuerApp = await createHttpApp(DevIssuerModule.with(issuer), issuerConfig, { name: 'dev-issuer' });
  const issuerUrl = await listen(issuerApp, issuerConfig);
  const fresh = await freshDatabase();
  const data = join(folder, 'log');
  const access = await securedLog(folder);
  let log: EventStoreServer = await startEventStoreServer({ port: 0, data, ...access.options });
  const { port } = log;
  await access.prepare(port);
  const app = await startApp(
    {
      name: 'context',
      description: 'some contexts, for a spec',
      api: true,
      config: ContextConfig,
      module: ContextModule,
    },
    {
      PORT: '0',
      LOG_LEVEL: 'silent',
      ALLOW_CLOCK_HEADER: 'true',
      AUTH_ISSUER: DEV_ISSUER,
      AUTH_AUDIENCE: DEV_AUDIENCE,
      AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
      EVENTSTORE_URL: access.urlOn(port),
      DATABASE_URL: fresh.url,
      KEY_STORE_URL: pathToFileURL(join(folder, 'keys')).href,
      LINDUNG_MASTER_KEY: KEY,
      LINDUNG_ID_SECRET: KEY,
      PROJECTION_RETRY_MS: '100',
      ...settings,
    },
  );

  /** The answer as it comes, for those who read it piece by piece. */
  async function send(
    path: string,
    init: RequestInit,
    { role = 'registrar', facility = ELSEWHERE, headers = {}, at = NOW, ...who }: Ask = {},
  ): Promise<Response> {
    const token = await issuer.sign({ role, facility, ...who });
    return fetch(app.url + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'x-lindung-clock': at, ...init.headers, ...headers },
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
      body: (json && text !== '' ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }

  return {
    /** Where it listens, for other programs. */
    url: app.url,
    /** What makes another app believe the same tokens. */
    signIn: { AUTH_ISSUER: DEV_ISSUER, AUTH_AUDIENCE: DEV_AUDIENCE, AUTH_JWKS_URL: `${issuerUrl}/jwks.json` },
    tokenFor: (role: Role) => issuer.sign({ role, facility: ELSEWHERE }),
    send,
    ask,
    get: (path: string, options?: Ask) => ask(path, {}, options),
    post: (path: string, body: unknown, options?: Ask) =>
      ask(
        path,
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        options,
      ),
    stopLog: () => log.stop(),
    /** With what it held before, at the same address. */
    startLog: async () => {
      log = await startEventStoreServer({ port, data, ...access.options });
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

export type ContextApp = Awaited<ReturnType<typeof startContextApp>>;

function isContext(value: Context | Type<unknown> | DynamicModule): value is Context {
  return 'streams' in value;
}
