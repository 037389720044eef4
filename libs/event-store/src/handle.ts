import { WrongExpectedVersionError } from '@eventstore/db-client';
import {
  type CommandContext,
  type DomainEvent,
  type Fold,
  type Reading,
  Rejection,
  type Stream,
  conflict,
  refusals,
  unprocessable,
} from '#kernel';
import { KeyDestroyed } from './codec.js';
import type { EventStore } from './event-store.js';
import { readingOf } from './reading.js';
import type { RecordedEvent } from './recorded-event.js';

/** A command to one stream. */
export interface Handling<State, Event extends DomainEvent, Facts = void> {
  readonly stream: Stream<State, Event>;
  readonly id: string;
  readonly decide: (state: State, facts: Facts) => readonly Event[];
  /**
   * What the decision needs to know of other streams. Asked with the state that was just folded, and anew on each
   * attempt: what is decided the second time rests on what is known by then.
   */
  readonly facts: (state: State, read: Reading) => Promise<Facts> | Facts;
  /**
   * Refuses whoever may not even know of the thing, before anything that is known of it is told: the answer that somebody
   * else got, a revision that has moved on, or a reason of the decision.
   */
  readonly permit?: (state: State, read: Reading) => Promise<void> | void;
  readonly context: CommandContext;
  /** What the person saw (`If-Match`); a stream that has moved on is refused instead of decided on. */
  readonly expectedRevision?: bigint;
  /** Keyed digest of the command's name and input; see `commandDigest`. Left out where the id follows from the content. */
  readonly digest?: string;
  /** Digests that earlier releases stored for this same command. */
  readonly formerDigests?: readonly string[];
  /** Where earlier releases recorded this command, before its stream was one of its own. */
  readonly formerStream?: FormerStream;
  /**
   * The stream most likely does not exist: append without reading first, and read only if that was wrong.
   * For commands that nobody has sent before, and for imports, whose command ids follow from their content: a repeated
   * command is not told apart from the first.
   */
  readonly expectNew?: boolean;
}

/**
 * The stream that a command was once recorded in. A command of then is answered from there. It is still the stream that
 * people see, so `If-Match` is about its revision.
 */
export interface FormerStream {
  readonly stream: Pick<Stream<never, never>, 'of'>;
  readonly id: string;
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

export const commandRefusals = refusals({
  PERSONAL_DATA_ERASED: conflict(
    {
      en: 'The personal data of this participant was erased: nothing personal can be recorded of them any more',
      id: 'Data pribadi peserta ini sudah dihapus: tidak ada lagi data pribadi yang dapat dicatat atasnya',
    },
    {
      allowed: [
        {
          en: 'what holds nothing personal; a supervisor gives up an open claim or payment',
          id: 'yang tidak memuat data pribadi; supervisor menghentikan klaim atau pembayaran yang masih terbuka',
        },
      ],
    },
  ),
  COMMAND_ID_REUSED: unprocessable(
    {
      en: 'This Idempotency-Key was used for another command',
      id: 'Idempotency-Key ini sudah dipakai untuk perintah lain',
    },
    {
      allowed: [
        { en: 'a new Idempotency-Key', id: 'Idempotency-Key yang baru' },
        { en: 'the same command as before', id: 'perintah yang sama seperti sebelumnya' },
      ],
    },
  ),
});

const ATTEMPTS = 5;

/**
 * The one application service: read, fold, ask for facts, decide, append with the expected revision, and try again when
 * another command came first and the decision still holds. A command that was already handled gets its first answer.
 * @throws Rejection from `decide` and `facts`, `COMMAND_ID_REUSED` when another command had this id, or
 *   `PERSONAL_DATA_ERASED` when what was decided is personal and the person's key was destroyed
 * @throws StaleRevision when `expectedRevision` is given and the stream has moved on
 */
export async function handle<State, Event extends DomainEvent, Facts>(
  store: EventStore,
  handling: Handling<State, Event, Facts>,
): Promise<CommandResult> {
  const created = handling.expectNew ? await createUnread(store, handling) : undefined;
  if (created) return created;
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(store, handling);
    } catch (error) {
      // A refusal, for people and processes alike: it will not be otherwise the next time.
      if (error instanceof KeyDestroyed) throw new Rejection(commandRefusals.PERSONAL_DATA_ERASED());
      if (!(error instanceof WrongExpectedVersionError) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Undefined when the stream has to be read after all. */
async function createUnread<State, Event extends DomainEvent, Facts>(
  store: EventStore,
  { stream, id, decide, facts, permit, context, digest }: Handling<State, Event, Facts>,
): Promise<CommandResult | undefined> {
  try {
    await permit?.(stream.initial, readingOf(store));
    const known = await facts(stream.initial, readingOf(store));
    const events = decide(stream.initial, known);
    if (events.length === 0) return undefined;
    const streamId = stream.of(id);
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

async function attemptOnce<State, Event extends DomainEvent, Facts>(
  store: EventStore,
  handling: Handling<State, Event, Facts>,
): Promise<CommandResult> {
  const { stream, id, decide, facts, context, digest, formerStream } = handling;
  const streamId = stream.of(id);
  const told = await readStream(store, stream, id, handling);
  const seen = formerStream
    ? await readStream(store, { ...NOTHING_KNOWN, of: formerStream.stream.of }, formerStream.id, handling)
    : told;
  const read = readingOf(store, [stream, id, told.state]);
  // Whoever sent a command is answered again, also when tokens have come to say more since.
  if (!isOfSender(told, context) && !isOfSender(seen, context)) await handling.permit?.(told.state, read);
  const answer = firstAnswer(told, handling) ?? firstAnswer(seen, handling);
  if (answer) return answer;
  refuseStale(seen, handling);

  const { state, last } = told;
  const revision = last?.revision ?? null;
  const events = await orRefused(async () => decide(state, await facts(state, read)));
  if (!(events instanceof Rejection) && events.length > 0) {
    const appended = await store.append(streamId, events, revision, context, digest);
    return { streamId, ...appended, events: events.map(({ type }) => type), repeated: false };
  }
  // What is refused or needless now may have been recorded before what was read.
  const before = told.isWhole ? undefined : await firstAnswerEver(store, handling);
  if (before) return before;
  if (events instanceof Rejection) throw events;
  return { streamId, revision, position: last?.position ?? 0n, events: [], repeated: false };
}

async function orRefused<Result>(decide: () => Promise<Result>): Promise<Result | Rejection> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

async function firstAnswerEver<State, Event extends DomainEvent>(
  store: EventStore,
  {
    stream,
    id,
    ...handling
  }: Pick<Handling<State, Event, never>, 'stream' | 'id' | 'context' | 'digest' | 'formerDigests'>,
): Promise<CommandResult | undefined> {
  const whole = await readStream(store, { ...NOTHING_KNOWN, of: stream.of }, id, handling);
  return firstAnswer(whole, handling);
}

/** What one reading of a stream tells: what it means, what this command recorded in it, and what the person did not see. */
interface Told<State> {
  readonly streamId: string;
  readonly state: State;
  /** From the first event on, and not only from one on that sums up what stands before it. */
  readonly isWhole: boolean;
  readonly last?: RecordedEvent;
  readonly mine: readonly RecordedEvent[];
  readonly since: StaleRevision['since'];
}

const NOTHING_KNOWN: Fold<undefined, DomainEvent> = { initial: undefined, evolve: () => undefined };

async function readStream<State, Event extends DomainEvent>(
  store: EventStore,
  { of, initial, evolve, summary }: Fold<State, Event> & Pick<Stream<State, Event>, 'of' | 'summary'>,
  id: string,
  { context, expectedRevision }: Pick<Handling<never, never>, 'context' | 'expectedRevision'>,
): Promise<Told<State>> {
  let state = initial;
  let first: RecordedEvent<Event> | undefined;
  let last: RecordedEvent<Event> | undefined;
  const mine: RecordedEvent<Event>[] = [];
  const since: { type: string; revision: bigint; recordedAt: string }[] = [];
  // Who says what they saw may be told of everything since.
  const toFold = expectedRevision === undefined ? { of, summary } : { of };
  for await (const batch of store.readToFold<Event>(toFold, id)) {
    for (const event of batch) {
      state = evolve(state, event);
      first ??= event;
      last = event;
      if (event.metadata.commandId === context.commandId) mine.push(event);
      if (expectedRevision !== undefined && event.revision > expectedRevision)
        since.push({ type: event.type, revision: event.revision, recordedAt: event.recordedAt });
    }
  }
  return { streamId: of(id), state, isWhole: !first || first.revision === 0n, last, mine, since };
}

/** Whether this command was handled in the stream, for the person who sends it again. */
function isOfSender({ mine }: Told<unknown>, { actor }: CommandContext): boolean {
  return mine.length > 0 && mine.every(({ metadata }) => metadata.actor.id === actor.id);
}

/** @throws StaleRevision when the stream is not where the person saw it */
function refuseStale(
  { last, since }: Told<unknown>,
  { expectedRevision }: Pick<Handling<never, never>, 'expectedRevision'>,
): void {
  const revision = last?.revision ?? null;
  if (expectedRevision !== undefined && expectedRevision !== revision) {
    throw new StaleRevision(expectedRevision, revision, since);
  }
}

/**
 * What this command was answered with before; undefined when it was not handled in this stream.
 * @throws Rejection `COMMAND_ID_REUSED`
 */
function firstAnswer(
  { streamId, mine }: Told<unknown>,
  { digest, formerDigests = [] }: Pick<Handling<never, never>, 'digest' | 'formerDigests'>,
): CommandResult | undefined {
  const last = mine.at(-1);
  if (!last) return undefined;
  const first = last.metadata.commandDigest;
  if (digest !== undefined && first !== undefined && first !== digest && !formerDigests.includes(first)) {
    throw new Rejection(commandRefusals.COMMAND_ID_REUSED());
  }
  return {
    streamId,
    revision: last.revision,
    position: last.position,
    events: mine.map(({ type }) => type),
    repeated: true,
  };
}
