import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { EventStore, type KeyRing } from '#event-store';
import { Clock, type TokenVerifier, actorFrom, createHttpApp } from '#http';
import { type Instant, addHours, instant } from '#kernel';
import {
  AppConfig,
  type AppLogger,
  AuthConfig,
  type Context,
  Decisions,
  Group,
  LookBackConfig,
  PapersConfig,
  PostgresConfig,
  QueryConfig,
  SecretsConfig,
  commandsOf,
  loadConfig,
} from '#runtime';
import { PersonKeyRing } from '#key-ring';
import { PaperStore } from '#paper-store';
import { MemoryLog } from '#testing/memory';
import { FactsOfLog } from '../../libs/contexts/detection/domain/facts-of-log.js';
import { FactsInMemory } from './facts-in-memory.js';
import { PapersInMemory } from './papers-in-memory.js';

/** What is left of the settings of an API without a log of its own. */
class Config extends AppConfig {
  @Group() readonly auth!: AuthConfig;
  @Group() readonly postgres!: PostgresConfig;
  @Group() readonly secrets!: SecretsConfig;
  @Group() readonly query!: QueryConfig;
  @Group() readonly lookBack!: LookBackConfig;
  @Group() readonly papers!: PapersConfig;
}

const SECRET = Buffer.alloc(32, 7).toString('base64');

const NOWHERE = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  ALLOW_CLOCK_HEADER: 'true',
  AUTH_ISSUER: 'https://nobody.invalid',
  AUTH_AUDIENCE: 'lindung',
  AUTH_JWKS_URL: 'https://nobody.invalid/jwks.json',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  LINDUNG_ID_SECRET: SECRET,
};

/** A token that is what it says: its claims, unsigned. */
export const tokenOf = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');

const believeEverybody: TokenVerifier = async (token) =>
  actorFrom(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as object);

/**
 * Each look at it is an hour later, and requests name their own time: thousands of them are sent within an hour of the machine, and what a
 * facility may ask in one is no rule of what is tried here.
 */
class ClockOfManyHours extends Clock {
  private hours = 0;

  override now(): Instant {
    return addHours(instant(new Date().toISOString()), this.hours++);
  }
}

interface Options {
  /** What the app is made of beside its commands. */
  readonly modules?: readonly (Type<unknown> | DynamicModule)[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** There is no PostgreSQL to look into for patterns. */
const lookingInto = (log: MemoryLog, context: Context): Context => ({
  ...context,
  providers: context.providers?.map((one) =>
    typeof one === 'object' && 'provide' in one && one.provide === FactsOfLog
      ? { provide: FactsOfLog, useValue: new FactsInMemory(log) }
      : one,
  ),
});

/** The API of some contexts, without a port, on a log in memory; tokens are believed without a signature. */
export async function appInMemory(given: readonly Context[], { modules = [], settings = {} }: Options = {}) {
  const log = new MemoryLog(given.flatMap(({ streams }) => streams));
  const contexts = given.map((context) => lookingInto(log, context));
  /** What the app says of requests that failed; taken out by whoever looks. */
  const failures: unknown[] = [];
  /** Another ring with every world. */
  const keys: KeyRing = {
    ensure: (subjects) => log.keyRing.ensure(subjects),
    find: (subjects) => log.keyRing.find(subjects),
  };
  const quiet = () => {};
  const appLog = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: ({ err }: { readonly err?: unknown }, message: string) => failures.push(err ?? message),
  } as unknown as AppLogger;
  const ofProcesses = contexts.flatMap(({ processCommands = {} }) =>
    Object.values(processCommands).map(({ handler }) => handler),
  );
  const ofContexts = contexts.flatMap(({ providers = [] }) => providers);

  @Module({
    providers: [
      { provide: EventStore, useValue: log.store },
      { provide: PersonKeyRing, useValue: keys },
      { provide: PaperStore, useValue: new PapersInMemory() },
      Decisions,
    ],
    exports: [EventStore, PersonKeyRing, PaperStore, Decisions],
  })
  class LogModule {}

  @Module({ imports: [commandsOf(contexts), ...modules], providers: [...ofProcesses, ...ofContexts] })
  class CommandsModule {}

  const app = await createHttpApp(
    { module: CommandsModule, imports: [{ module: LogModule, global: true }] },
    loadConfig(Config, { ...NOWHERE, ...settings }),
    { name: 'in-memory', log: appLog, clock: new ClockOfManyHours(), verify: believeEverybody },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, log, failures };
}

export type AppInMemory = Awaited<ReturnType<typeof appInMemory>>;
