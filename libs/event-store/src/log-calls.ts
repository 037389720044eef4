import { randomUUID } from 'node:crypto';
import type { EventData, RecordedEvent as ClientEvent } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import { status } from '@grpc/grpc-js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { Arrived } from './arrived.js';
import type { AppendCall, FindChannel, LogChannel, ReadCall } from './log-channel.js';
import {
  type Searched,
  appendAnswer,
  appendMessages,
  readAllRequest,
  readStreamRequest,
  subscriptionRequest,
} from './log-messages.js';
import { AppendUnanswered, LogUnavailable, appendBroken, appendRefused } from './outage.js';
import { Patience } from './silence.js';

/** Where the batch of one append ended. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

interface Waiting {
  settle(outcome: Appended | Error): void;
}

/** One call that carries the appends of everybody, and who waits for an answer. */
interface SharedAppends {
  readonly call: AppendCall;
  readonly waiting: Map<string, Waiting>;
  /** Answers so far. */
  answers: number;
  /** Nothing comes of it any more: the next append opens another one, over another connection. */
  giveUp(): void;
}

interface SubscribeOptions {
  readonly size: number;
  readonly only?: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/**
 * Appends and reads over a channel of the client, which finds the server, connects again and knows who signs in. The
 * client's own calls for the two build several objects for each field and keep one table of answers for all clients of a process,
 * which ends the process when an answer comes that nobody waits for.
 */
export class LogCalls {
  private readonly appends = new WeakMap<LogChannel, SharedAppends>();
  private readonly open = new Set<ReadCall>();

  /** @param readTimeoutMs how long a read may keep its reader waiting in all, and a subscription until it has begun */
  constructor(
    private readonly channel: FindChannel,
    private readonly readTimeoutMs = 10_000,
  ) {}

  /**
   * Appends to a stream that is at a revision, or does not exist when that is null.
   * @throws WrongExpectedVersionError when the stream is elsewhere
   * @throws AppendUnanswered when nothing was answered in time: the events may or may not have been recorded
   * @throws LogUnavailable when there is no connection in time
   */
  async append(
    streamId: string,
    events: readonly EventData[],
    after: bigint | null,
    timeoutMs: number,
  ): Promise<Appended> {
    const deadline = Date.now() + timeoutMs;
    const shared = await new Patience(timeoutMs).of(this.sharedAppends());
    const { call, waiting, answers } = shared;
    const correlationId = randomUUID();
    return new Promise((resolve, reject) => {
      const settle = (outcome: Appended | Error) => {
        clearTimeout(timer);
        waiting.delete(correlationId);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle(new AppendUnanswered(timeoutMs));
        if (shared.answers === answers) shared.giveUp();
      }, timeoutMs);
      waiting.set(correlationId, { settle });
      for (const message of appendMessages({ correlationId, streamId, events, after, deadline })) {
        call.write(message);
      }
    });
  }

  /** The events of a stream, `size` at a time. A stream that does not exist has none. */
  async *read(streamId: string, fromRevision: bigint, size: number): AsyncGenerator<ClientEvent[]> {
    for await (const items of this.items(readStreamRequest(streamId, fromRevision), { size, eager: false })) {
      yield items.filter((item) => 'id' in item);
    }
  }

  /** Up to `count` events of all streams from a position on, system events too. A position that no event has is a place too. */
  async readAll(from: bigint | 'end', count: number, backwards: boolean): Promise<ClientEvent[]> {
    const found: ClientEvent[] = [];
    const request = readAllRequest(from, count, backwards);
    for await (const items of this.items(request, { size: count, eager: false })) {
      found.push(...items.filter((item) => 'id' in item));
    }
    return found;
  }

  /**
   * All events behind a position and those to come, whatever is at hand at a time but at most `size`, until `signal`
   * aborts. What is not taken waits in the server.
   * @param only the categories that the log is to search for; it tells how far it has searched
   */
  async *subscribe(
    after: bigint | null,
    { size, only, signal }: SubscribeOptions,
  ): AsyncGenerator<(ClientEvent | Searched)[]> {
    yield* this.items(subscriptionRequest(after, only && { categories: only, window: size }), {
      size,
      eager: true,
      signal,
    });
  }

  /** Ends every call. */
  close(): void {
    for (const call of this.open) call.cancel();
  }

  private async sharedAppends(): Promise<SharedAppends> {
    const channel = await this.channel();
    const known = this.appends.get(channel);
    if (known) return known;
    const call = channel.batchAppend();
    const shared: SharedAppends = {
      call,
      waiting: new Map(),
      answers: 0,
      giveUp: () => {
        if (this.appends.get(channel) === shared) this.appends.delete(channel);
        void channel.failed?.(SILENT);
      },
    };
    this.appends.set(channel, shared);
    this.open.add(call);
    call.on('data', (bytes: Buffer) => answer(shared, bytes));
    call.once('error', (error: Error) => {
      this.leave(channel, shared, () => appendBroken(convertToCommandError(error)));
      void channel.failed?.(error);
    });
    call.once('end', () => this.leave(channel, shared, () => new AppendUnanswered()));
    return shared;
  }

  /** The next append opens a call of its own; those under way on this one will not be answered. */
  private leave(channel: LogChannel, shared: SharedAppends, why: () => Error): void {
    this.open.delete(shared.call);
    if (this.appends.get(channel) === shared) this.appends.delete(channel);
    for (const waiting of shared.waiting.values()) waiting.settle(why());
  }

  private async *items(
    request: Buffer,
    {
      size,
      eager,
      signal,
    }: { readonly size: number; readonly eager: boolean; readonly signal?: AbortSignal },
  ): AsyncGenerator<(ClientEvent | Searched)[]> {
    const patience = new Patience(this.readTimeoutMs);
    const channel = await patience.of(this.channel());
    const call = channel.read(request);
    const arrived = new Arrived(call, size);
    this.open.add(call);
    const stop = () => arrived.stop();
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      while (!arrived.stopped) {
        if (eager) await arrived.gather();
        const batch = arrived.take(eager || arrived.ended);
        if (batch.length > 0) yield batch;
        else if (arrived.failure) throw convertToCommandError(arrived.failure);
        else if (arrived.ended) return;
        else if (eager && arrived.hasBegun) await arrived.more();
        else await patience.of(arrived.more());
      }
    } catch (error) {
      if (error instanceof LogUnavailable) void channel.failed?.(SILENT);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      this.open.delete(call);
      if (arrived.failure) void channel.failed?.(arrived.failure);
      if (!arrived.ended) call.cancel();
    }
  }
}

/** A connection on which nothing is heard is to the client what one is that broke. */
const SILENT = Object.assign(new Error('The event log is silent'), {
  code: status.UNAVAILABLE,
  details: 'silent',
});

function answer(shared: SharedAppends, bytes: Buffer): void {
  const { correlationId, revision, position, refused } = appendAnswer(bytes);
  shared.answers++;
  const outcome = refused ? appendRefused(refusal(bytes)) : { revision, position };
  shared.waiting.get(correlationId)?.settle(outcome);
}

function refusal(bytes: Buffer): Error {
  const response = streamsPb.BatchAppendResp.deserializeBinary(bytes);
  const streamId = Buffer.from(response.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const status = response.getError();
  if (!status) return new Error('The event log refused an append without a reason');
  return unpackToCommandError(status, streamId);
}
