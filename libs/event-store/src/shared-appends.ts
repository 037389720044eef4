import { randomUUID } from 'node:crypto';
import { type EventData, UnknownError } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendCall } from './log-channel.js';
import { appendAnswer, appendMessages } from './log-messages.js';
import {
  AppendUnanswered,
  LogUnavailable,
  appendFailed,
  callFailed,
  mayBeBetterElsewhere,
  named,
} from './outage.js';

/** Where the batch of one append ended. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** What is to be appended, and until when. */
interface Append {
  readonly streamId: string;
  readonly events: readonly EventData[];
  readonly after: bigint | null;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** Who hears of a call. */
interface CallListener {
  /** Nothing comes of it any more: another one, over another connection, is better. */
  left(why: Error): void;
  ended(): void;
}

/** One call that carries the appends of everybody, and who waits for an answer. Answers that nobody waits for are dropped. */
export class SharedAppends {
  /** Nobody appends over it any more: it is cut once nobody waits. */
  isLeft = false;
  private readonly waiting = new Map<string, (outcome: Appended | Error) => void>();
  private answers = 0;
  private isCut = false;

  constructor(
    private readonly call: AppendCall,
    private readonly listener: CallListener,
  ) {
    // Whatever a listener throws is thrown outside every promise and ends the process.
    call.on('data', (bytes: Buffer) => {
      try {
        this.take(bytes);
      } catch (error) {
        this.end(error as Error);
        this.cut();
      }
    });
    // Stays: a call reports its own cancellation as well.
    call.on('error', (error: Error) => this.end(named(error)));
    call.once('end', () => this.end(new Error('the server ended the call')));
  }

  /**
   * @param timeoutMs how long it was given in all
   * @throws what `LogCalls.append` throws
   */
  append(append: Append, timeoutMs: number): Promise<Appended> {
    const correlationId = randomUUID();
    const { answers } = this;
    return new Promise((resolve, reject) => {
      const settle = (outcome: Appended | Error) => {
        clearTimeout(timer);
        this.waiting.delete(correlationId);
        if (this.isLeft && this.waiting.size === 0) this.cut();
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const timer = setTimeout(() => {
        if (this.answers === answers) this.leave(new LogUnavailable('is silent'));
        settle(new AppendUnanswered(`no answer within ${timeoutMs} ms`));
      }, timeoutMs);
      this.waiting.set(correlationId, settle);
      this.send(appendMessages({ ...append, correlationId }), correlationId);
    });
  }

  /**
   * A message at a time: each goes out while the next is made. All of them are sent, also when nobody waits any more: the
   * log refuses the last one as too late, and forgets the others.
   */
  private send(messages: Iterator<Buffer, Buffer>, correlationId: string): void {
    if (this.isCut) return;
    try {
      const { done, value } = messages.next();
      this.call.write(value);
      if (!done) setImmediate(() => this.send(messages, correlationId));
    } catch (error) {
      this.waiting.get(correlationId)?.(error as Error);
    }
  }

  private cut(): void {
    this.isCut = true;
    this.call.cancel();
  }

  private take(bytes: Buffer): void {
    const { correlationId, revision, position, refused } = appendAnswer(bytes);
    this.answers++;
    const settle = this.waiting.get(correlationId);
    if (!refused) return settle?.({ revision, position });
    const error = refusal(bytes);
    if (mayBeBetterElsewhere(error)) this.leave(error);
    settle?.(appendFailed(error));
  }

  private end(why: Error): void {
    this.leave(why);
    this.isCut = true;
    const failure = callFailed(why, this.waiting.size);
    for (const settle of this.waiting.values()) settle(failure);
    this.listener.ended();
  }

  private leave(why: Error): void {
    this.isLeft = true;
    this.listener.left(why);
  }
}

/** What the server said of an append, in the client's classes; with its code and words, of which the client drops some. */
function refusal(bytes: Buffer): Error {
  const response = streamsPb.BatchAppendResp.deserializeBinary(bytes);
  const streamId = Buffer.from(response.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
  const status = response.getError();
  const said = status?.getMessage() || 'no reason was given';
  const error = status?.hasDetails() ? unpackToCommandError(status, streamId) : new UnknownError();
  return Object.assign(error, { message: said, code: status?.getCode() || undefined });
}
