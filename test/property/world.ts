import { isDeepStrictEqual } from 'node:util';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { decisionReader, recompute } from '#audit';
import type { CommandResult, RecordedEvent } from '#event-store';
import {
  type Follower,
  type FoldedRows,
  type ReadModel,
  foldRows,
  noRows,
  processFollower,
} from '#followers';
import { type CommandContext, type DomainEvent, type Stream, categoryOf, instant, localDate } from '#kernel';
import { type ContextContracts, toCloudEvents } from '#publishing/contracts';
import type { Context } from '#runtime';
import { peopleInMessages } from '../../libs/testing/src/people-in-messages.js';
import { refusalTables } from '../../apps/standalone/scripts/refusal-tables.js';
import type { AppInMemory } from './app-in-memory.js';
import { rowsChecker } from './storable.js';

/** Something that happens to a world. */
export type Happening = Sent | Erased;

/** The keys of a person are destroyed, as `lindung person erase` does. */
export interface Erased {
  readonly erased: string;
}

/** A request as it goes over the wire, for good: it can be sent again in another world and means the same. */
export interface Sent {
  readonly route: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the processes have seen everything by the time the next request comes; otherwise they are late. */
  readonly processesFollow: boolean;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A stream as an earlier release recorded it. */
export interface OldStream {
  readonly streamId: string;
  readonly events: readonly (DomainEvent & { readonly schema: number })[];
}

/** Who recorded what was there before, and when. */
const BEFORE: CommandContext = {
  commandId: '00000000-0000-4000-8000-000000000000',
  issuedAt: instant('2026-11-20T03:15:00.000Z'),
  today: localDate('2026-11-20'),
  actor: { id: 'user-0', roles: ['registrar'], office: 'Bekasi' },
  correlationId: '00000000-0000-4000-8000-000000000000',
  causationId: '00000000-0000-4000-8000-000000000000',
};

/** Something was accepted and cannot be applied, or failed instead of being refused. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

/** What may be refused, and why: everything that some table of refusals names. */
const DECLARED_CODES: ReadonlySet<string> = new Set(
  refusalTables().flatMap(({ refusals }) => refusals.map(({ code }) => code)),
);

/** A read model as it grows. */
interface Growing {
  readonly model: ReadModel;
  readonly rows: FoldedRows<ReadModel['tables']>;
  readonly check: (rows: FoldedRows<ReadModel['tables']>) => void;
}

/**
 * All of Lindung in one process, without a server: the API as it is, on a log in memory; and behind it every process, every
 * read model and every contract, which are given each event as soon as it is recorded.
 */
export class World {
  /** Commands that were accepted, and types of events recorded, since the beginning. */
  readonly accepted = new Map<string, number>();
  readonly recorded = new Map<string, number>();
  /** Why requests were refused, by route and code. */
  readonly refused = new Map<string, number>();
  /** What this world knows: everything recorded since it was begun. */
  events: RecordedEvent[] = [];
  private growing: Growing[] = [];
  private processes: Follower[] = [];
  private states = new Map<string, unknown>();
  private notActedOn: RecordedEvent[] = [];
  private firstAnswers = new Map<Sent, Answer['body']>();
  private position = -1n;
  private isErased = false;
  /** Finds what was computed for claims of this world. */
  private decisionIn = decisionReader();
  private readonly published: readonly ContextContracts[];
  /** Looks for anybody in what is published. */
  private people: ReturnType<typeof peopleInMessages>;

  constructor(
    private readonly contexts: readonly Context[],
    private readonly inMemory: AppInMemory,
  ) {
    this.published = contexts.flatMap(({ published }) => published ?? []);
    this.people = peopleInMessages(this.published, 'by chance');
    this.countCommands();
  }

  /**
   * A new world, empty or with what earlier releases recorded.
   * @throws NotApplicable when that cannot be taken
   */
  async begin(old: readonly OldStream[] = []): Promise<void> {
    this.inMemory.log.clear();
    this.events = [];
    this.states = new Map();
    this.position = -1n;
    this.isErased = false;
    this.decisionIn = decisionReader();
    this.people = peopleInMessages(this.published, 'by chance');
    this.inMemory.failures.length = 0;
    this.growing = this.contexts.flatMap(({ readModels = [] }) =>
      readModels.map((model) => ({ model, rows: noRows(model), check: rowsChecker(model) })),
    );
    this.processes = this.contexts.flatMap(({ processes = [] }) =>
      processes.map((one) => this.follower(one)),
    );
    this.notActedOn = [];
    this.firstAnswers = new Map();
    for (const { streamId, events } of old) await this.inMemory.log.hold(streamId, events, BEFORE);
    await this.takeWhatWasRecorded(false);
  }

  /** The rows of every read model. */
  get readModels(): readonly Pick<Growing, 'model' | 'rows'>[] {
    return this.growing;
  }

  close(): Promise<void> {
    return this.inMemory.app.close();
  }

  /** @throws NotApplicable */
  async happen(happening: Happening): Promise<void> {
    if ('erased' in happening) await this.erase(happening);
    else await this.send(happening);
  }

  async erase({ erased }: Erased): Promise<void> {
    this.isErased = true;
    await this.inMemory.log.keyRing.destroy(erased);
  }

  /**
   * Builds every read model anew, as after an erasure or a release: in one go, with whatever can still be opened.
   * @throws NotApplicable when it cannot be, or other rows come of it
   */
  async rebuild(): Promise<void> {
    const events = await this.inMemory.log.since(-1n);
    this.growing = this.growing.map((before) => ({ ...before, rows: this.builtAnew(before, events) }));
  }

  private builtAnew({ model, rows }: Growing, events: readonly RecordedEvent[]): Growing['rows'] {
    const own = events.filter(({ streamId }) => model.categories.includes(categoryOf(streamId)));
    try {
      const anew = foldRows(model, own);
      rowsChecker(model)(anew);
      if (!this.isErased && !isDeepStrictEqual(anew, rows)) throw new Error('other rows came of it');
      return anew;
    } catch (error) {
      throw new NotApplicable(`${model.name} cannot be built anew: ${described(error)}`, { cause: error });
    }
  }

  /**
   * Sends a request, and has everything that follows the log take what it recorded.
   * @throws NotApplicable when it failed instead of being refused, or somebody could not take what was recorded
   */
  async send(sent: Sent): Promise<Answer> {
    const { route, method, url, headers, body, processesFollow } = sent;
    const response = await this.inMemory.app.inject({ method, url, headers, payload: body });
    const json = /[/+]json/.test(String(response.headers['content-type']));
    const answer: Answer = {
      status: response.statusCode,
      text: response.body,
      body: json ? (JSON.parse(response.body) as Answer['body']) : {},
    };
    this.refuseFailure(answer);
    if (answer.status >= 400) count(this.refused, `${route} ${answer.status} ${String(answer.body['code'])}`);
    await this.takeWhatWasRecorded(processesFollow);
    this.compareWithFirst(sent, answer);
    return answer;
  }

  private refuseFailure({ status, body: { code }, text }: Answer): void {
    // Whoever looks into read models asks again once they are built.
    if (code === 'READ_MODEL_NOT_BUILT') return;
    const failure = this.inMemory.failures.shift();
    if (failure !== undefined || status >= 500) {
      throw new NotApplicable(`It failed with ${status}: ${described(failure ?? text)}`, { cause: failure });
    }
    if (status >= 400 && !DECLARED_CODES.has(String(code))) {
      throw new NotApplicable(
        `It was refused with ${status} ${String(code)}, which no table of refusals names`,
      );
    }
  }

  /** A request that was sent before is answered as it was then. */
  private compareWithFirst(sent: Sent, { body, text }: Answer): void {
    const first = this.firstAnswers.get(sent);
    const recorded = body['events'];
    if (!first && Array.isArray(recorded) && recorded.length > 0) this.firstAnswers.set(sent, body);
    if (first && !isDeepStrictEqual(body, { ...first, repeated: true })) {
      throw new NotApplicable(`Sent again it was answered with ${text} instead of ${JSON.stringify(first)}`);
    }
  }

  /** Processes may send commands, and what those record is taken as well. */
  private async takeWhatWasRecorded(processesFollow: boolean): Promise<void> {
    for (;;) {
      const events = await this.inMemory.log.since(this.position);
      for (const event of events) await naming(event, () => this.take(event));
      this.notActedOn.push(...events);
      this.position = events.at(-1)?.position ?? this.position;
      const next = processesFollow ? this.notActedOn.shift() : undefined;
      if (!next) return;
      await naming(next, () => this.actOn(next));
    }
  }

  /** Read models, contracts and the stream itself. */
  private take(event: RecordedEvent): void {
    this.events.push(event);
    count(this.recorded, event.type);
    this.evolve(event);
    for (const { model, rows, check } of this.growing) {
      if (!model.categories.includes(categoryOf(event.streamId))) continue;
      foldRows(model, [event], rows);
      check(rows);
    }
    this.computeAgain(event);
    JSON.stringify(toCloudEvents(this.published, event));
    const [told] = this.people.toldOf(event);
    if (told !== undefined) throw new Error(`somebody is told of in ${told}`);
  }

  /** An audit years later has to come to the same. What earlier releases recorded are examples, which rest on no facts. */
  private computeAgain(event: RecordedEvent): void {
    const decision = categoryOf(event.streamId) === 'claim' ? this.decisionIn(event) : undefined;
    if (!decision || event.metadata.$correlationId === BEFORE.correlationId) return;
    const recomputed = recompute(decision);
    if (recomputed.outcome !== 'SAME' && recomputed.outcome !== 'ERASED')
      throw new Error(`computed again it comes to ${JSON.stringify(recomputed)}`);
  }

  private async actOn(event: RecordedEvent): Promise<void> {
    for (const process of this.processes) {
      if (process.categories.includes(categoryOf(event.streamId))) {
        await process.act?.([event], new AbortController().signal);
      }
    }
  }

  private evolve(event: RecordedEvent): void {
    const kinds = this.contexts.flatMap(({ streams }) => streams) as unknown as Stream<
      unknown,
      DomainEvent
    >[];
    const kind = kinds.find(({ category }) => category === categoryOf(event.streamId));
    if (!kind) throw new Error('no context declares its category');
    const state = this.states.has(event.streamId) ? this.states.get(event.streamId) : kind.initial;
    this.states.set(event.streamId, kind.evolve(state, event));
  }

  private follower(process: NonNullable<Context['processes']>[number]): Follower {
    const bus = this.inMemory.app.get(CommandBus);
    const classes = Object.assign(
      {},
      ...this.contexts.map(({ processCommands }) => processCommands),
    ) as NonNullable<Context['processCommands']>;
    const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    return processFollower({
      process,
      log: quiet,
      send: ({ command, input }, context) => {
        const CommandClass = classes[command];
        if (!CommandClass) throw new Error(`No context handles ${command}`);
        return bus.execute(new CommandClass(input as never, { context }));
      },
    });
  }

  private countCommands(): void {
    const bus = this.inMemory.app.get(CommandBus);
    const execute = bus.execute.bind(bus);
    bus.execute = async (command: Command<CommandResult>) => {
      const result: { readonly repeated?: boolean } = await execute(command);
      if (!result.repeated) count(this.accepted, command.constructor.name);
      return result;
    };
  }
}

/** @throws NotApplicable that says of which event */
async function naming(event: RecordedEvent, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { type, streamId, revision, position } = event;
    throw new NotApplicable(
      `${type} (${streamId} revision ${revision}, position ${position}) cannot be applied: ${described(error)}`,
      { cause: error },
    );
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.stack}\ncaused by ${described(cause)}` : String(error.stack);
}
