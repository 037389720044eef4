import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Access } from '../security/guard.js';
import type { EventLog } from '../storage/event-log.js';
import type { WriteOutcome } from '../storage/log-writer.js';
import { storageFailed, toCallError } from '../service/errors.js';
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

/**
 * Serves `BatchAppend`: one long call that carries many appends, told apart by correlation id, each answered when it is
 * on disk.
 */
export function serveBatchAppend(
  log: EventLog,
  limits: AppendLimits,
  access: Access,
  call: ServerDuplexStream<Buffer, Buffer>,
): void {
  const batches = new BatchAppendCall(log, limits, access, call);
  const end = () => batches.end();
  call.on('data', (bytes: Buffer) => batches.receive(bytes));
  call.on('end', end);
  log.stopping.addEventListener('abort', end);
  const forget = () => log.stopping.removeEventListener('abort', end);
  call.once('close', forget);
  call.once('cancelled', forget);
}

/** The state of one such call. */
class BatchAppendCall {
  private readonly incoming = new Map<string, IncomingAppend>();
  private inWork = 0;
  private ended = false;

  constructor(
    private readonly log: EventLog,
    private readonly limits: AppendLimits,
    private readonly access: Access,
    private readonly call: ServerDuplexStream<Buffer, Buffer>,
  ) {}

  /** Takes one message; a call whose messages cannot be read is ended with an error. */
  receive(bytes: Buffer): void {
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
      this.call.emit('error', toCallError(error));
    }
  }

  /** No more messages come, or the server stops: the call ends when what it carries is answered. */
  end(): void {
    this.ended = true;
    if (this.inWork === 0) this.call.end();
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
    if (!message.isFinal) return;
    this.incoming.delete(correlationId);
    this.store(correlationId, append);
  }

  private refuse(correlationId: string, append: IncomingAppend, failure: BatchFailure): void {
    this.incoming.delete(correlationId);
    this.respond(batchFailedResponse(correlationId, append.options.stream, failure));
  }

  private store(correlationId: string, append: IncomingAppend): void {
    const { stream, events, options } = append;
    this.inWork++;
    this.log
      .write({ kind: 'append', stream, expected: options.expected, events, deadlineMs: options.deadlineMs })
      .then(
        (outcome) => answerOf(correlationId, append, outcome),
        (error: unknown) => {
          const failure = storageFailure(storageFailed(error).details ?? '');
          return batchFailedResponse(correlationId, options.stream, failure);
        },
      )
      .then((answer) => {
        this.inWork--;
        this.respond(answer);
        if (this.ended && this.inWork === 0) this.call.end();
      })
      .catch((error: unknown) => this.call.emit('error', toCallError(error)));
  }

  private respond(answer: Buffer): void {
    if (!this.call.cancelled && !this.call.writableEnded) this.call.write(answer);
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
