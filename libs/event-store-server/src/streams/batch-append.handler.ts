import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Access } from '../security/guard.js';
import type { EventLog } from '../storage/event-log.js';
import type { WriteOutcome } from '../storage/log-writer.js';
import { serverGone, serverStopping, storageFailed, toCallError } from '../service/errors.js';
import { Http2Line } from '../service/http2-line.js';
import { readBatchAppendMessage, type BatchAppendMessage } from '../wire/append-messages.js';
import {
  accessDeniedFailure,
  badRequestFailure,
  deletedFailure,
  storageFailure,
  timeoutFailure,
  tooLargeFailure,
  wrongVersionFailure,
} from '../wire/batch-failures.js';
import { batchAppendedResponse, batchFailedResponse, type BatchFailure } from '../wire/responses.js';
import { IncomingAppend, type AppendLimits } from './incoming-append.js';

/** How long what is on its way over a network may take to arrive when the server stops. */
const ON_ITS_WAY_MS = 100;

/**
 * Serves `BatchAppend`: one long call that carries many appends, told apart by correlation id, each answered when it is
 * on disk.
 */
export function serveBatchAppend(
  log: EventLog,
  limits: AppendLimits,
  access: Access,
  call: ServerDuplexStream<Buffer, Buffer>,
  onItsWayMs = ON_ITS_WAY_MS,
): void {
  const batches = new BatchAppendCall(log, limits, access, call, onItsWayMs);
  const stop = () => batches.stop();
  call.on('data', (bytes: Buffer) => batches.receive(bytes));
  call.on('end', () => batches.end());
  if (log.stopping.aborted) return stop();
  log.stopping.addEventListener('abort', stop);
  const forget = () => log.stopping.removeEventListener('abort', stop);
  call.once('close', forget);
  call.once('cancelled', forget);
}

/** The state of one such call. */
class BatchAppendCall {
  private readonly incoming = new Map<string, IncomingAppend>();
  private readonly line: Http2Line | undefined;
  private inWork = 0;
  private stopping = false;
  /** How the call ends once all that it carries is answered. */
  private finish: (() => void) | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly limits: AppendLimits,
    private readonly access: Access,
    private readonly call: ServerDuplexStream<Buffer, Buffer>,
    private readonly onItsWayMs: number,
  ) {
    this.line = Http2Line.of(call);
    this.line?.letSendAhead();
  }

  /** Takes one message; a call whose messages cannot be read is ended with an error. */
  receive(bytes: Buffer): void {
    if (this.finish !== undefined) return;
    try {
      const message = readBatchAppendMessage(bytes);
      if (message.options !== undefined) {
        const append = new IncomingAppend(message.options, this.limits);
        if (!this.access.allows('write', append.stream)) {
          return this.refuse(message.correlationId, append, accessDeniedFailure());
        }
        this.incoming.set(message.correlationId, append);
      }
      const append = this.incoming.get(message.correlationId);
      if (append !== undefined) this.advance(append, message);
    } catch (error) {
      this.line?.flush();
      this.call.emit('error', toCallError(error));
    }
  }

  /** No more messages come. */
  end(): void {
    this.endWith(() => this.call.end());
  }

  /**
   * The server stops. What it has taken is answered, and what is on its way has a moment to arrive; then the writer hears
   * that the server stops. Where nothing arrives the call ends as EventStoreDB ends it, which concerns nobody but the writer
   * of an append that has not come as a whole.
   */
  stop(): void {
    this.stopping = true;
    if (this.inWork > 0 || this.onItsWayMs === 0) {
      return this.endWith(() => this.call.emit('error', serverStopping()));
    }
    const late = setTimeout(() => {
      this.endWith(() => this.call.emit('error', serverGone()));
    }, this.onItsWayMs);
    this.call.once('close', () => clearTimeout(late));
    this.call.once('cancelled', () => clearTimeout(late));
  }

  private endWith(finish: () => void): void {
    if (this.finish !== undefined) return;
    this.finish = () => {
      this.line?.flush();
      finish();
    };
    if (this.inWork === 0) this.finish();
  }

  /** An append is answered exactly once: after an early refusal its remaining messages find nothing to add to. */
  private advance(append: IncomingAppend, message: BatchAppendMessage): void {
    const { correlationId } = message;
    append.add(message.events);
    if (append.isOverdue) return this.refuse(correlationId, append, timeoutFailure());
    const { flaw } = message;
    if (flaw !== undefined) return this.refuse(correlationId, append, badRequestFailure(flaw));
    if (append.isTooLarge)
      return this.refuse(correlationId, append, tooLargeFailure(this.limits.maxAppendSize));
    if (!message.isFinal) return append.layOut(this.log, message.options !== undefined);
    this.incoming.delete(correlationId);
    this.store(correlationId, append);
  }

  private refuse(correlationId: string, append: IncomingAppend, failure: BatchFailure): void {
    this.incoming.delete(correlationId);
    this.respond(batchFailedResponse(correlationId, append.options.stream, failure));
  }

  private store(correlationId: string, append: IncomingAppend): void {
    const { stream, events, options, draft } = append;
    const { expected, deadlineMs } = options;
    this.inWork++;
    if (this.stopping) this.stop();
    this.log.enqueue({
      request: { kind: 'append', stream, expected, events, deadlineMs, draft },
      resolve: (outcome) => this.settle(() => answerOf(correlationId, append, outcome)),
      reject: (error) =>
        this.settle(() => {
          const failure = storageFailure(storageFailed(error).details ?? '');
          return batchFailedResponse(correlationId, options.stream, failure);
        }),
    });
  }

  private settle(answer: () => Buffer): void {
    this.inWork--;
    try {
      this.respond(answer());
      if (this.inWork === 0) this.finish?.();
    } catch (error) {
      this.call.emit('error', toCallError(error));
    }
  }

  /** The answers to appends that were stored together go out together. */
  private respond(answer: Buffer): void {
    if (this.call.cancelled || this.call.writableEnded) return;
    if (this.line === undefined) this.call.write(answer);
    else this.line.write(answer);
  }
}

function answerOf(correlationId: string, append: IncomingAppend, outcome: WriteOutcome): Buffer {
  const { stream, expected } = append.options;
  if (outcome.kind === 'written') return batchAppendedResponse(correlationId, stream, outcome);
  return batchFailedResponse(correlationId, stream, failureOf(stream, expected, outcome));
}

function failureOf(
  stream: Buffer,
  expected: number,
  outcome: Exclude<WriteOutcome, { kind: 'written' }>,
): BatchFailure {
  if (outcome.kind === 'stream-deleted') return deletedFailure(stream);
  return outcome.kind === 'overdue' ? timeoutFailure() : wrongVersionFailure(expected, outcome.current);
}
