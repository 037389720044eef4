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

/** An app on a port of its own that says nothing. */
const QUIET = { PORT: '0', LOG_LEVEL: 'silent' };

const APP = { name: 'context', description: 'some contexts, for a spec', api: true } as const;

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

type Given = Context | Type<unknown> | DynamicModule;

/**
 * Commands and queries of some contexts as one real app, on an event log, a PostgreSQL and tokens of its own.
 * @param readModel what the queries read, one or several, if there are any
 * @param settings other than the usual ones
 */
export async function startContextApp(
  contexts: readonly Given[],
  readModel: ReadModel | readonly ReadModel[] = [],
  settings: Readonly<Record<string, string>> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-context-'));
  const issuer = await startIssuer(folder);
  const fresh = await freshDatabase();
  const log = await startLog(folder);
  const app = await startApp(
    { ...APP, config: ContextConfig, module: moduleOf(contexts, [readModel].flat()) },
    {
      ...QUIET,
      ...issuer.signIn,
      ...keysIn(folder),
      ALLOW_CLOCK_HEADER: 'true',
      EVENTSTORE_URL: log.url,
      DATABASE_URL: fresh.url,
      PROJECTION_RETRY_MS: '100',
      ...settings,
    },
  );
  return {
    /** Where it listens, for other programs. */
    url: app.url,
    /** What makes another app believe the same tokens. */
    signIn: issuer.signIn,
    ...clientOf(app.url, issuer),
    stopLog: log.stop,
    /** With what it held before, at the same address. */
    startLog: log.startAgain,
    stop: async () => {
      await app.stop();
      await fresh.drop();
      await log.stop();
      await issuer.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const keysIn = (folder: string) => ({
  KEY_STORE_URL: pathToFileURL(join(folder, 'keys')).href,
  LINDUNG_MASTER_KEY: KEY,
  LINDUNG_ID_SECRET: KEY,
});

export type ContextApp = Awaited<ReturnType<typeof startContextApp>>;

function moduleOf(given: readonly Given[], readModels: readonly ReadModel[]): Type<unknown> {
  const contexts = given.filter(isContext);
  const modules = given.filter((one): one is Type<unknown> | DynamicModule => !isContext(one));

  @Module({
    imports: [
      PostgresModule,
      EventStoreModule.forRoot(contexts.flatMap(({ streams }) => streams)),
      ...(readModels.length > 0 ? [FollowersModule.run(...readModels)] : []),
      commandsOf(contexts),
      queriesOf(contexts),
      ...modules,
    ],
  })
  class ContextModule {}

  return ContextModule;
}

/** Whoever signs the tokens, and what makes an app believe them. */
async function startIssuer(folder: string) {
  const issuer = await DevIssuer.at(folder);
  const config = loadConfig(AppConfig, QUIET);
  const app = await createHttpApp(DevIssuerModule.with(issuer), config, { name: 'dev-issuer' });
  const url = await listen(app, config);
  return {
    sign: (who: Parameters<DevIssuer['sign']>[0]) => issuer.sign(who),
    signIn: { AUTH_ISSUER: DEV_ISSUER, AUTH_AUDIENCE: DEV_AUDIENCE, AUTH_JWKS_URL: `${url}/jwks.json` },
    stop: () => app.close(),
  };
}

/** An event log that can be away for a while. */
async function startLog(folder: string) {
  const data = join(folder, 'log');
  const access = await securedLog(folder);
  const startOn = (port: number) => startEventStoreServer({ port, data, ...access.options });
  let log: EventStoreServer = await startOn(0);
  const { port } = log;
  await access.prepare(port);
  return {
    url: access.urlOn(port),
    stop: () => log.stop(),
    startAgain: async () => {
      log = await startOn(port);
    },
  };
}

/** Sends requests to the app at an address, each by whom its spec says. */
function clientOf(url: string, issuer: Pick<DevIssuer, 'sign'>) {
  /** The answer as it comes, for those who read it piece by piece. */
  async function send(
    path: string,
    init: RequestInit,
    { role = 'registrar', facility = ELSEWHERE, headers = {}, at = NOW, ...who }: Ask = {},
  ): Promise<Response> {
    const token = await issuer.sign({ role, facility, ...who });
    return fetch(url + path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'x-lindung-clock': at, ...init.headers, ...headers },
    });
  }

  const ask = async (path: string, init: RequestInit, options?: Ask): Promise<Answer> =>
    answerOf(await send(path, init, options));

  return {
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
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.match(/[/+]json/) !== null;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (json && text !== '' ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

function isContext(value: Given): value is Context {
  return 'streams' in value;
}
