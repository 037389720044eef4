import {
  CommandApiConfig,
  Decisions,
  EventStoreModule,
  FollowersModule,
  Group,
  type Issue,
  FollowersConfig,
  QueryConfig,
  ReadModels,
  PostgresModule,
  StreamCommand,
} from '#runtime';
import { ProcessManagerModule } from '../src/modules/process-manager.module.js';
import { type DomainEvent, type Process, Rejection, stream } from '#kernel';
import { Body, Controller, Get, Injectable, Module, Post, Query } from '@nestjs/common';
import { CommandBus, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { type Database, connectDatabase, integer, table, uuid as uuidColumn, yesNo } from '#postgres';
import { category, change, put, readModel, recordSkip, stepsOf, tablesOf } from '#followers';
import {
  type FreshDatabase,
  type FreshKeyStore,
  eventually,
  freshDatabase,
  freshKeyStore,
  testRefusal,
} from '#testing';
import {
  AfterQuery,
  type App,
  CommandEndpoint,
  DEV_AUDIENCE,
  DEV_ISSUER,
  IntegerField,
  Public,
  type RunningApp,
  UuidField,
  startApp,
  Issued,
} from '#http';
import { startThings, type Things } from './things-app.js';

type BoxEvent =
  DomainEvent<'BoxFilled', { boxId: string; weight: number }> | DomainEvent<'BoxMarked', { boxId: string }>;

interface Box {
  readonly filled: boolean;
  readonly marked: boolean;
}

const boxStreams = stream<Box, BoxEvent>('box', {
  initial: { filled: false, marked: false },
  evolve: (state, { type }) =>
    type === 'BoxFilled' ? { ...state, filled: true } : { ...state, marked: true },
});

class FillBox extends StreamCommand<{ boxId: string; weight: number }> {
  readonly commandName = 'FillBox';
}

@CommandHandler(FillBox)
class FillBoxHandler implements ICommandHandler<FillBox> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: FillBox) {
    return this.decisions.make(
      command,
      boxStreams,
      command.input.boxId,
      ({ boxId, weight }, state): BoxEvent[] => {
        if (state.filled)
          throw new Rejection(
            testRefusal('BOX_FILLED', 'The box is full', {
              allowed: [{ en: 'FillBox of another', id: 'FillBox yang lain' }],
            }),
          );
        return [{ type: 'BoxFilled', data: { boxId, weight } }];
      },
    );
  }
}

class MarkBox extends StreamCommand<{ boxId: string; heavy: boolean }> {
  readonly commandName = 'MarkBox';
}

@CommandHandler(MarkBox)
class MarkBoxHandler implements ICommandHandler<MarkBox> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: MarkBox) {
    return this.decisions.make(command, boxStreams, command.input.boxId, ({ boxId, heavy }): BoxEvent[] => {
      if (heavy) throw new Rejection(testRefusal('BOX_TOO_HEAVY', 'A heavy box carries no mark'));
      return [{ type: 'BoxMarked', data: { boxId } }];
    });
  }
}

const boxTable = table('box', { boxId: uuidColumn().key(), weight: integer(), marked: yesNo() });

const boxes = readModel({
  name: 'box',
  version: 1,
  own: [category<BoxEvent>('box')],
  tables: { box: boxTable },
  on: {
    BoxFilled: ({ data }) => [put(boxTable, { ...data, marked: false })],
    BoxMarked: ({ data }) => [change(boxTable, data.boxId, (row) => ({ ...row, marked: true }))],
  },
});

type MarkingCommands = {
  readonly MarkBox: { readonly boxId: string; readonly heavy: boolean };
};

const marking: Process<BoxEvent, MarkingCommands> = {
  name: 'marking-boxes',
  version: 1,
  categories: ['box'],
  on: {
    BoxFilled: ({ data: { boxId, weight } }) => [
      { key: 'mark', command: 'MarkBox', input: { boxId, heavy: weight > 100 } },
    ],
  },
};

class FillBoxBody {
  @UuidField() readonly boxId!: string;
  @IntegerField({ min: 1, max: 1000 }) readonly weight!: number;
}

@Injectable()
class BoxQueries {
  constructor(private readonly readModels: ReadModels) {}

  async all(after?: bigint) {
    const tables = await this.readModels.of(boxes, after);
    return tables.selectFrom('box').selectAll().orderBy('weight').execute();
  }
}

@Controller('boxes')
class BoxesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: BoxQueries,
  ) {}

  @Post()
  @CommandEndpoint({ summary: 'Fill a box', roles: ['registrar'], creates: true })
  fill(@Body() body: FillBoxBody, @Issued() issue: Issue) {
    return this.commands.execute(new FillBox({ ...body }, issue));
  }

  @Get()
  @Public()
  all(@Query() { after }: AfterQuery) {
    return this.queries.all(after);
  }
}

class BoxesConfig extends CommandApiConfig {
  @Group() readonly followers!: FollowersConfig;
  @Group() readonly query!: QueryConfig;
}

@Module({
  imports: [
    CqrsModule,
    PostgresModule,
    EventStoreModule.forRoot(),
    FollowersModule.run(boxes),
    ProcessManagerModule.run(marking, { MarkBox }),
  ],
  controllers: [BoxesController],
  providers: [BoxQueries, FillBoxHandler, MarkBoxHandler],
})
class BoxesModule {}

const app: App = { name: 'boxes', description: 'Boxes', api: true, config: BoxesConfig, module: BoxesModule };

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const KEY = Buffer.alloc(32, 7).toString('base64');

describe('Commands, a read model and a process against a real log and a real PostgreSQL', () => {
  let signIn: Things;
  let log: EventStoreServer;
  let fresh: FreshDatabase;
  let keys: FreshKeyStore;
  let database: Database;
  let environment: Record<string, string>;
  let boxesApp: RunningApp;

  beforeAll(async () => {
    signIn = await startThings();
    log = await startEventStoreServer({ port: 0, mem: true });
    fresh = await freshDatabase();
    keys = await freshKeyStore();
    database = connectDatabase({ url: fresh.url, maxConnections: 2, applicationName: 'spec' });
    environment = {
      PORT: '0',
      LOG_LEVEL: 'silent',
      AUTH_ISSUER: DEV_ISSUER,
      AUTH_AUDIENCE: DEV_AUDIENCE,
      AUTH_JWKS_URL: `${signIn.issuerUrl}/jwks.json`,
      EVENTSTORE_URL: log.connectionString,
      DATABASE_URL: fresh.url,
      KEY_STORE_URL: keys.url,
      LINDUNG_MASTER_KEY: KEY,
      LINDUNG_ID_SECRET: KEY,
      PROJECTION_RETRY_MS: '100',
    };
    boxesApp = await startApp(app, environment);
  });

  afterAll(async () => {
    await boxesApp.stop();
    await database.close();
    await fresh.drop();
    await keys.drop();
    await log.stop();
    await signIn.stop();
  });

  async function fill(boxId: string, weight: number, headers: Record<string, string> = {}) {
    const response = await fetch(`${boxesApp.url}/boxes`, {
      method: 'POST',
      headers: {
        ...(await signIn.bearer({ role: 'registrar' })),
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify({ boxId, weight }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const get = async (path: string) => {
    const response = await fetch(boxesApp.url + path);
    return { status: response.status, body: await response.json() };
  };

  it('lets a person read what they just wrote', async () => {
    const { status, body } = await fill(uuid(1), 5);
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: uuid(1), revision: '0', events: ['BoxFilled'], repeated: false });
    const boxesAfter = await get(`/boxes?after=${String(body.position)}`);
    expect(boxesAfter.body).toEqual([expect.objectContaining({ boxId: uuid(1), weight: 5 })]);
  });

  it('answers 503 when the read model does not get there in time', async () => {
    const slow = await startApp(app, { ...environment, QUERY_WAIT_MS: '0' });
    try {
      const response = await fetch(`${slow.url}/boxes?after=9000000000000000000`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ code: 'READ_MODEL_BEHIND' });
    } finally {
      await slow.stop();
    }
  });

  it('gives a command sent twice its first answer, and refuses its id for another command', async () => {
    const key = { 'idempotency-key': uuid(99) };
    const first = await fill(uuid(2), 6, key);
    const second = await fill(uuid(2), 6, key);
    expect(second.body).toEqual({ ...first.body, repeated: true });
    expect(await fill(uuid(2), 7, key)).toMatchObject({ status: 422, body: { code: 'COMMAND_ID_REUSED' } });
  });

  it('refuses a stale If-Match and a decision that does not hold', async () => {
    expect(await fill(uuid(1), 5)).toMatchObject({ status: 409, body: { code: 'BOX_FILLED' } });
    const stale = await fill(uuid(3), 5, { 'if-match': '"4"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'STALE_REVISION', revision: null } });
  });

  it('does what an event makes necessary, as the system and for the office of the event', async () => {
    await fill(uuid(4), 8);
    await eventually('the box is marked', async () => {
      const rows = await tablesOf(database, boxes)
        .selectFrom('box')
        .where('boxId', '=', uuid(4))
        .selectAll()
        .execute();
      return rows[0]?.marked === true;
    });
  });

  it('keeps a refused command of a process for a person to look at, and goes on', async () => {
    await fill(uuid(5), 500);
    await fill(uuid(6), 9);
    const refused = () =>
      tablesOf(database, stepsOf(marking))
        .selectFrom('steps')
        .selectAll()
        .where('outcome', '=', 'REJECTED')
        .execute();
    await eventually('the refusal is kept', async () => (await refused()).length === 1);
    expect(await refused()).toEqual([
      expect.objectContaining({ causedBy: `box-${uuid(5)}`, command: 'MarkBox', code: 'BOX_TOO_HEAVY' }),
    ]);
    await eventually('the next box is marked', async () => {
      const rows = await tablesOf(database, boxes)
        .selectFrom('box')
        .where('boxId', '=', uuid(6))
        .selectAll()
        .execute();
      return rows[0]?.marked === true;
    });
  });

  it('tells health and metrics how read model and process are doing', async () => {
    expect(await get('/health/ready')).toMatchObject({
      status: 200,
      body: {
        checks: expect.arrayContaining([
          { name: 'postgresql', ok: true },
          { name: 'event-log', ok: true },
          { name: 'projection box_v1', ok: true, detail: 'active' },
          { name: 'projection process_marking_boxes_v1', ok: true, detail: 'active' },
        ]),
      },
    });
    const metrics = await (await fetch(`${boxesApp.url}/metrics`)).text();
    expect(metrics).toMatch(/lindung_projection_lag_seconds\{projection="box_v1"\} [\d.]+/);
    expect(metrics).toMatch(/lindung_projection_lag_seconds\{projection="process_marking_boxes_v1"\} [\d.]+/);
  });

  it('lists in health which events a read model passes over', async () => {
    await recordSkip(database, 'box_v1', { position: 123_456n, reason: 'why', skippedBy: 'ops-1' });
    await boxesApp.stop();
    boxesApp = await startApp(app, environment);
    const detail = 'active; passes over position 123456 until it is built anew';
    await eventually('health lists it', async () => {
      const { body } = await get('/health/ready');
      return JSON.stringify(body).includes(JSON.stringify({ name: 'projection box_v1', ok: true, detail }));
    });
  });
});
