import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  AppendUnanswered,
  type CommandResult,
  type RecordedEvent,
  commandRefusals,
  handle,
} from '#event-store';
import { type CommandContext, type DomainEvent, type Process, Rejection, event, stream } from '#kernel';
import {
  type RunnerOptions,
  type RunningFollower,
  type SendCommand,
  type StepRow,
  dropVersion,
  processFollower,
  runFollower,
  stepsOf,
  tablesOf,
} from '#followers';
import {
  type FreshDatabase,
  type LocalEventStore,
  eventually,
  freshDatabase,
  localEventStore,
  testContext,
  testRefusal,
} from '#testing';
import { ReadModels } from '#runtime';
import { FindSteps, FindStepsHandler } from './find-steps.query.js';

type LampEvent = DomainEvent<'SwitchPressed', { lamps: readonly string[] }>;
type LitEvent = DomainEvent<'LampLit', { by: string }>;
type LampCommands = { readonly Light: { readonly lamp: string } };

const lighting: Process<LampEvent, LampCommands> = {
  name: 'lighting-lamps',
  version: 1,
  categories: ['switch'],
  on: {
    SwitchPressed: ({ data: { lamps } }) =>
      lamps.map((lamp) => ({ key: lamp, command: 'Light', input: { lamp } })),
  },
};

const lamp = stream<number, LitEvent>('lamp', { initial: 0, evolve: (lit) => lit + 1 });

describe('a running process', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let stopping: AbortController;
  let running: RunningFollower[];
  let warnings: object[];

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    log = await localEventStore();
    for (const version of [1, 2]) await dropVersion(fresh.database, stepsOf({ ...lighting, version }));
    [stopping, running, warnings] = [new AbortController(), [], []];
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(running.map(({ finished }) => finished));
    await log.stop();
  });

  /** Lights a lamp by an event in its stream; the one that is called BROKEN refuses. */
  const light: SendCommand<LampCommands> = ({ input: { lamp: name } }, context) => {
    return handle(log.store, {
      stream: lamp,
      id: name,
      facts: () => undefined,
      decide: () => {
        if (name === 'BROKEN') throw new Rejection(testRefusal('LAMP_BROKEN', 'It does not burn'));
        return [event('LampLit', { by: context.actor.id })];
      },
      context,
    });
  };

  function run(
    process = lighting,
    send: SendCommand<LampCommands> = light,
    store: RunnerOptions['store'] = log.store,
  ): RunningFollower {
    const quiet = { info: () => {}, error: () => {}, warn: (fields: object) => void warnings.push(fields) };
    const started = runFollower(processFollower({ process, send, log: quiet }), {
      store,
      database: fresh.database,
      signal: stopping.signal,
      log: quiet,
      standbyPollMs: 10,
      backOffMs: { first: 5, longest: 20 },
    });
    running.push(started);
    return started;
  }

  async function press(...lamps: string[]): Promise<{ position: bigint; context: CommandContext }> {
    const context = testContext({ commandId: randomUUID(), correlationId: randomUUID() });
    const streamId = `switch-${randomUUID()}`;
    const { position } = await log.store.append(streamId, [event('SwitchPressed', { lamps })], null, context);
    return { position, context };
  }

  const seen = (started: RunningFollower, position: bigint) =>
    eventually('the process has seen it', () => (started.status().checkpoint ?? -1n) >= position);

  const steps = (process = lighting): Promise<StepRow[]> =>
    tablesOf(fresh.database, stepsOf(process)).selectFrom('steps').selectAll().orderBy('key').execute();

  const lit = (name: string): Promise<RecordedEvent<LitEvent>[]> =>
    Array.fromAsync(log.store.read<LitEvent>(`lamp-${name}`));

  it('has commands handled in the name of the event: by the system, for its office, at its time', async () => {
    const { position, context } = await press('A');
    await seen(run(), position);
    const [recorded] = await lit('A');
    const [step] = await steps();
    expect(recorded?.metadata).toMatchObject({
      commandId: step?.commandId,
      $correlationId: context.correlationId,
      $causationId: step?.eventId,
      issuedAt: context.issuedAt,
      actor: { id: 'process:lighting-lamps', roles: ['system'], office: context.actor.office },
    });
    expect(step).toMatchObject({ outcome: 'HANDLED', streamId: 'lamp-A', code: null });
  });

  it('has commands under keys that are apart handled at the same time, and those under one key in their order', async () => {
    for (const name of ['A', 'B', 'A', 'C']) await press(name);
    const { position } = await press('D');
    const told: string[] = [];
    const opened = new Map<string, () => void>();
    const slow: SendCommand<LampCommands> = async (command, context) => {
      const { lamp: name } = command.input;
      told.push(`${name} begins`);
      if (!opened.has(name)) await new Promise<void>((open) => opened.set(name, open));
      const result = await light(command, context);
      told.push(`${name} ends`);
      return result;
    };
    const started = run({ ...lighting, keysAreApart: true }, slow);
    await eventually('two have begun', () => told.length === 2);
    expect(told).toEqual(['A begins', 'B begins']);
    opened.get('B')?.();
    await eventually('one has ended', () => told.includes('B ends'));
    opened.get('A')?.();
    await eventually('the others have begun', () => opened.has('C') && opened.has('D'));
    expect(told.slice(2, 5)).toEqual(['B ends', 'A ends', 'A begins']);
    for (const open of opened.values()) open();
    await seen(started, position);
    expect(await lit('A')).toHaveLength(2);
  });

  it('repeats nothing when the whole log is looked at again', async () => {
    const { position } = await press('A', 'B');
    await seen(run(), position);
    const again = { ...lighting, version: 2 };
    await seen(run(again), position);
    expect((await steps(again)).map(({ outcome }) => outcome)).toEqual(['REPEATED', 'REPEATED']);
    expect([...(await lit('A')), ...(await lit('B'))]).toHaveLength(2);
  });

  it('records a refusal for everyone to see, and goes on', async () => {
    const { position } = await press('A', 'BROKEN', 'C');
    await seen(run(), position);
    expect((await steps()).map(({ key, outcome, code }) => [key, outcome, code])).toEqual([
      ['A', 'HANDLED', null],
      ['BROKEN', 'REJECTED', 'LAMP_BROKEN'],
      ['C', 'HANDLED', null],
    ]);
    expect(warnings).toMatchObject([{ process: 'lighting-lamps', command: 'Light', code: 'LAMP_BROKEN' }]);
  });

  it('takes a command that it sent before in other words for handled', async () => {
    const reused = () => Promise.reject(new Rejection(commandRefusals.COMMAND_ID_REUSED()));
    const { position } = await press('A');
    await seen(run(lighting, reused), position);
    expect(await steps()).toMatchObject([{ outcome: 'REPEATED' }]);
    expect(warnings).toEqual([]);
  });

  it('tries again after any other failure, without sending twice what went through', async () => {
    let attempts = 0;
    const failing: SendCommand<LampCommands> = (command, context): Promise<CommandResult> => {
      if (command.key === 'B' && ++attempts < 3) return Promise.reject(new Error('The log is away'));
      return light(command, context);
    };
    const { position } = await press('A', 'B');
    await seen(run(lighting, failing), position);
    expect(attempts).toBe(3);
    expect([...(await lit('A')), ...(await lit('B'))]).toHaveLength(2);
    expect(await steps()).toHaveLength(2);
  });

  it.each<['recorded' | 'lost', StepRow['outcome']]>([
    ['recorded', 'REPEATED'],
    ['lost', 'HANDLED'],
  ])('settles what the log did not confirm, and was %s, under the same id: %s', async (fate, outcome) => {
    const ids: string[] = [];
    const unconfirmed: SendCommand<LampCommands> = async (command, context) => {
      ids.push(context.commandId);
      if (ids.length > 1) return light(command, context);
      if (fate === 'recorded') await light(command, context);
      throw new AppendUnanswered('13 INTERNAL: Received RST_STREAM with code 0');
    };
    const { position } = await press('A');
    await seen(run(lighting, unconfirmed), position);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await lit('A')).toHaveLength(1);
    expect(await steps()).toMatchObject([{ outcome }]);
  });

  it('sends nothing more once it is told to stop, and keeps what it has done', async () => {
    await press('A');
    await press('B');
    const stoppedMeanwhile: SendCommand<LampCommands> = (command, context) => {
      stopping.abort();
      return light(command, context);
    };
    const inOneBatch: RunnerOptions['store'] = {
      lastPosition: () => log.store.lastPosition(),
      firstFrom: (position) => log.store.firstFrom(position),
      follow: async function* (after: bigint | null, until: AbortSignal) {
        const events: RecordedEvent[] = [];
        for await (const batch of log.store.follow(after, until)) {
          events.push(...batch.events);
          if (events.length === 2) yield { ...batch, events };
        }
      },
    };
    await run(lighting, stoppedMeanwhile, inOneBatch).finished;
    expect((await steps()).map(({ key }) => key)).toEqual(['A']);
    expect(await lit('B')).toEqual([]);
  });

  it('can be asked what it did, newest first and page by page', async () => {
    const dimming = { ...lighting, name: 'dimming-lamps' };
    await press('A', 'BROKEN');
    const { position } = await press('BROKEN', 'C');
    await seen(run(), position);
    await seen(run(dimming), position);
    const find = new FindStepsHandler([lighting, dimming], new ReadModels(fresh.database, 1_000));

    const place = (step: { process: string; key: string }) => `${step.process} ${step.key}`;
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await find.execute(new FindSteps({ limit: 3, cursor }));
      found.push(...page.items.map(place));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(found).toEqual([
      'dimming-lamps BROKEN',
      'dimming-lamps C',
      'lighting-lamps BROKEN',
      'lighting-lamps C',
      'dimming-lamps A',
      'dimming-lamps BROKEN',
      'lighting-lamps A',
      'lighting-lamps BROKEN',
    ]);

    const refused = await find.execute(
      new FindSteps({ process: 'lighting-lamps', outcome: 'REJECTED', limit: 10, after: position }),
    );
    expect(refused.items.map(place)).toEqual(['lighting-lamps BROKEN', 'lighting-lamps BROKEN']);
    expect(refused.items[0]).toMatchObject({
      code: 'LAMP_BROKEN',
      detail: 'It does not burn',
      streamId: null,
    });
  });
});
