import { WrongExpectedVersionError } from '@eventstore/db-client';
import { type CommandContext, type Decider, type DomainEvent, Rejection } from '#kernel';
import { KeyDestroyed } from './codec.js';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './recorded-event.js';

/** A command to one stream. */
export interface Handling<State, Event extends DomainEvent> {
  readonly streamId: string;
  readonly decider: Decider<State, Event>;
  readonly decide: (state: State) => readonly Event[];
  readonly context: CommandContext;
  /** What the person saw (`If-Match`); a stream that has moved on is refused instead of decided on. */
  readonly expectedRevision?: bigint;
  /** Keyed digest of the command's content; see `commandDigest`. */
  readonly digest?: string;
  /**
   * The stream most likely does not exist: append without reading first, and read only if that was wrong.
   * For commands that nobody has sent before, and for imports, whose command ids follow from their content: a repeated
   * command is not told apart from the first.
   */
  readonly expectNew?: boolean;
}

/** What became of a command. */
export interface CommandResult {
  readonly streamId: string;
  /** Revision of the stream after the command; null when the stream still does not exist. */
  readonly revision: bigint | null;
  /** Position in the log to wait for before reading what was written. */
  readonly position: bigint;
  /** Types of the recorded events, in order. */
  readonly events: readonly string[];
  /** True when this command had been handled before and nothing new was recorded. */
  readonly repeated: boolean;
}

/** The stream has moved on since the person saw it. */
export class StaleRevision extends Error {
  override readonly name = 'StaleRevision';

  constructor(
    readonly expected: bigint,
    readonly actual: bigint | null,
    /** What was recorded since, oldest first. */
    readonly since: readonly { type: string; revision: bigint; recordedAt: string }[],
  ) {
    super(`Expected revision ${expected}, the stream is at ${actual ?? 'no revision'}`);
  }
}

const ATTEMPTS = 5;

/**
 * The one application service: read, fold, decide, append with the expected revision, and try again when another
 * command came first and the decision still holds. A command that was already handled gets its first answer.
 * @throws Rejection from `decide`, or `COMMAND_ID_REUSED` when another command had this id
 * @throws StaleRevision when `expectedRevision` is given and the stream has moved on
 */
export async function handle<State, Event extends DomainEvent>(
  store: EventStore,
  handling: Handling<State, Event>,
): Promise<CommandResult> {
  const created = handling.expectNew ? await createUnread(store, handling) : undefined;
  if (created) return created;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(store, handling);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Undefined when the stream has to be read after all. */
async function createUnread<State, Event extends DomainEvent>(
  store: EventStore,
  { streamId, decider, decide, context, digest }: Handling<State, Event>,
): Promise<CommandResult | undefined> {
  try {
    const events = decide(decider.initial);
    if (events.length === 0) return undefined;
    const appended = await store.append(streamId, events, null, context, digest);
    return { streamId, ...appended, events: events.map(({ type }) => type), repeated: false };
  } catch (error) {
    // A stream that exists may have another reason to refuse than an empty one.
    const known = error instanceof Rejection || error instanceof WrongExpectedVersionError;
    // Somebody erased was known before.
    if (known || error instanceof KeyDestroyed) return undefined;
    throw error;
  }
}

async function attemptOnce<State, Event extends DomainEvent>(
  store: EventStore,
  { streamId, decider, decide, context, expectedRevision, digest }: Handling<State, Event>,
): Promise<CommandResult> {
  let state = decider.initial;
  let last: RecordedEvent<Event> | undefined;
  const mine: RecordedEvent<Event>[] = [];
  const since: { type: string; revision: bigint; recordedAt: string }[] = [];
  for await (const batch of store.readBatches<Event>(streamId)) {
    for (const event of batch) {
      state = decider.evolve(state, event);
      last = event;
      if (event.metadata.commandId === context.commandId) mine.push(event);
      if (expectedRevision !== undefined && event.revision > expectedRevision)
        since.push({ type: event.type, revision: event.revision, recordedAt: event.recordedAt });
    }
  }

  const answered = mine.at(-1);
  if (answered) return firstAnswer(streamId, mine, answered, digest);
  const revision = last?.revision ?? null;
  if (expectedRevision !== undefined && expectedRevision !== revision) {
    throw new StaleRevision(expectedRevision, revision, since);
  }

  const events = decide(state);
  if (events.length === 0) {
    return { streamId, revision, position: last?.position ?? 0n, events: [], repeated: false };
  }
  const appended = await store.append(streamId, events, revision, context, digest);
  return { streamId, ...appended, events: events.map(({ type }) => type), repeated: false };
}

function firstAnswer(
  streamId: string,
  mine: readonly RecordedEvent[],
  last: RecordedEvent,
  digest: string | undefined,
): CommandResult {
  const first = last.metadata.commandDigest;
  if (digest !== undefined && first !== undefined && first !== digest) {
    throw new Rejection('COMMAND_ID_REUSED', 'This Idempotency-Key was used for another command', {
      allowed: ['a new Idempotency-Key', 'the same command as before'],
    });
  }
  return {
    streamId,
    revision: last.revision,
    position: last.position,
    events: mine.map(({ type }) => type),
    repeated: true,
  };
}

/** The state of a stream as it is now, for decisions that need to know of another stream. */
export async function readState<State, Event extends DomainEvent>(
  store: EventStore,
  streamId: string,
  decider: Decider<State, Event>,
): Promise<State> {
  return (await readStateAndRevision(store, streamId, decider)).state;
}

/** The same with the revision of the stream; null when it does not exist. */
export async function readStateAndRevision<State, Event extends DomainEvent>(
  store: EventStore,
  streamId: string,
  decider: Decider<State, Event>,
): Promise<{ state: State; revision: bigint | null }> {
  let state = decider.initial;
  let revision: bigint | null = null;
  for await (const batch of store.readBatches<Event>(streamId)) {
    for (const event of batch) state = decider.evolve(state, event);
    revision = batch.at(-1)?.revision ?? revision;
  }
  return { state, revision };
}
