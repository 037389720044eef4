import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import {
  AppendTooLarge,
  AppendUnanswered,
  type CommandResult,
  LogUnavailable,
  StaleRevision,
  commandRefusals,
} from '#event-store';
import { ReadModelBehind } from '#followers';
import { type Actor, type CommandContext, Rejection, instant } from '#kernel';
import { DatabaseUnavailable } from '#postgres';
import { testRefusal } from '#testing/decisions';
import { AuthConfig, Group, HealthChecks, AppConfig, createLogger, loadConfig } from '#runtime';
import {
  CodeField,
  CommandEndpoint,
  Context,
  CurrentActor,
  DEV_AUDIENCE,
  DEV_ISSUER,
  DevIssuer,
  DevIssuerModule,
  type DevToken,
  FileBody,
  IdParam,
  IfMatch,
  NameField,
  NestedField,
  NikField,
  PageQuery,
  Public,
  Roles,
  SetClock,
  createHttpApp,
  listen,
} from '#http';

/** A NIK that must never come back from anything. */
export const NIK = '3216010101900001';

class ApiConfig extends AppConfig {
  @Group() readonly auth!: AuthConfig;
}

class HeirDto {
  @NameField() readonly name!: string;
  @NikField({ optional: true }) readonly nik?: string;
}

class RegisterDto {
  @NikField() readonly nik!: string;
  @CodeField(['PU', 'BPU']) readonly segment!: string;
  @NestedField(() => HeirDto, { each: true, maxItems: 2, optional: true }) readonly heirs?: HeirDto[];
}

/** Only here to be injected by its class: it fails when decorator metadata is missing. */
class Shelf {
  place(): CommandResult {
    return {
      streamId: 'thing-6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
      revision: 2n,
      position: 9007199254740993n,
      events: ['ThingPlaced'],
      repeated: false,
    };
  }
}

const FAILURES: Readonly<Record<string, () => Error>> = {
  rejection: () =>
    new Rejection(
      testRefusal('THING_NOT_READY', 'The thing is not ready', {
        allowed: [{ en: 'PrepareThing', id: 'SiapkanBenda' }],
      }),
    ),
  'not-found': () =>
    new Rejection(testRefusal('THING_NOT_FOUND', 'There is no such thing', { kind: 'NOT_FOUND' })),
  reused: () => new Rejection(commandRefusals.COMMAND_ID_REUSED()),
  stale: () =>
    new StaleRevision(1n, 3n, [
      { type: 'ThingPrepared', revision: 2n, recordedAt: '2026-03-02T02:30:00.000Z' },
      { type: 'ThingMoved', revision: 3n, recordedAt: '2026-03-02T02:31:00.000Z' },
    ]),
  unanswered: () => new AppendUnanswered('no answer within 10 ms'),
  'too-large': () => new AppendTooLarge(new Error('Maximum Append Size of 1048576 Exceeded.')),
  behind: () => new ReadModelBehind('things', 2n, 1n),
  'log-down': () => new LogUnavailable('was not reached: 14 UNAVAILABLE: 10.1.2.3'),
  'database-down': () => new DatabaseUnavailable('cannot be reached: connect ECONNREFUSED 10.1.2.3:5432'),
  'upload-reset': () => Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  bug: () => new Error(`duplicate key: (nik)=(${NIK})`),
};

@Controller('things')
class ThingsController {
  constructor(private readonly shelf: Shelf) {}

  @Post()
  @CommandEndpoint({ summary: 'Place a thing', roles: ['registrar'], creates: true })
  place(@Body() _thing: RegisterDto): CommandResult {
    return this.shelf.place();
  }

  @Post('context')
  context(@Context() context: CommandContext, @IfMatch() revision: bigint | undefined) {
    return { context, revision: revision?.toString() };
  }

  @Post('careful')
  careful(@IfMatch({ required: true }) revision: bigint) {
    return { revision: revision.toString() };
  }

  @Post('file')
  @FileBody('text/csv')
  file(@Body() bytes: Buffer) {
    return { bytes: bytes.length };
  }

  @Get('me')
  @Roles('adjudicator', 'auditor')
  me(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Get()
  list(@Query() { limit, after, cursor }: PageQuery) {
    return { limit, after, cursor };
  }

  @Get('by-id/:id')
  byId(@IdParam() id: string) {
    return { id };
  }

  @Get('broken/:how')
  @Public()
  broken(@Param('how') how: string) {
    throw FAILURES[how]?.() ?? new Error('no such failure');
  }

  @Get('slow')
  @Public()
  async slow() {
    onSlowRequest();
    await new Promise<void>((resolve) => {
      releaseSlowRequest = resolve;
    });
    return { answered: true };
  }
}

let onSlowRequest = () => {};
let releaseSlowRequest = () => {};

@Module({ controllers: [ThingsController], providers: [Shelf] })
class ThingsModule {}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** A small real app on a real port, with an issuer of real tokens beside it. */
export async function startThings(environment: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-things-'));
  const issuer = await DevIssuer.at(folder);
  const base = { PORT: '0', LOG_LEVEL: 'silent' };
  const issuerConfig = loadConfig(AppConfig, base);
  const issuerApp = await createHttpApp(DevIssuerModule.with(issuer), issuerConfig, { name: 'dev-issuer' });
  const issuerUrl = await listen(issuerApp, issuerConfig);

  const config = loadConfig(ApiConfig, {
    ...base,
    AUTH_ISSUER: DEV_ISSUER,
    AUTH_AUDIENCE: DEV_AUDIENCE,
    AUTH_JWKS_URL: `${issuerUrl}/jwks.json`,
    ...environment,
  });
  const logged: string[] = [];
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  const app = await createHttpApp(ThingsModule, config, {
    name: 'things',
    clock: new SetClock(instant('2026-03-02T18:30:00Z')),
    log: createLogger({ app: 'things', level: 'info', destination }),
  });
  const url = await listen(app, config);

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  };
  const bearer = async (token: DevToken) => ({ authorization: `Bearer ${await issuer.sign(token)}` });

  return {
    app,
    issuer,
    issuerUrl,
    url,
    ask,
    bearer,
    logged: () => logged.join(''),
    health: app.get(HealthChecks),
    get: async (path: string, token: DevToken, headers: Record<string, string> = {}) =>
      ask(path, { headers: { ...(await bearer(token)), ...headers } }),
    /** A body that is no text is sent as JSON. */
    post: async (path: string, body: unknown, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...(await bearer({ role: 'registrar' })), 'content-type': 'application/json', ...headers },
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      }),
    slowRequestArrived: () =>
      new Promise<void>((resolve) => {
        onSlowRequest = resolve;
      }),
    releaseSlowRequest: () => releaseSlowRequest(),
    stop: async () => {
      await app.close();
      await issuerApp.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type Things = Awaited<ReturnType<typeof startThings>>;
