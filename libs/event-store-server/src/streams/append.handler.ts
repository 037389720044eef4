import type { ServerDuplexStream, ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { EventLog } from '../storage/event-log.js';
import type { WriteOutcome } from '../storage/log-writer.js';
import {
  invalidArgument,
  maximumAppendSizeExceeded,
  storageFailed,
  streamDeleted,
} from '../service/errors.js';
import {
  ExpectedRevision,
  readAppendMessage,
  readBatchAppendMessage,
  type AppendOptions,
} from '../wire/append-messages.js';
import type { ProposedEvent } from '../wire/recorded-event.js';
import {
  appendedResponse,
  batchAppendedResponse,
  batchFailedResponse,
  protocolNumber,
  streamIdentifier,
  wrongExpectedVersionResponse,
  type BatchFailure,
} from '../wire/responses.js';

/** Limits of an append. */
export interface AppendLimits {
  /** Bytes of data, metadata and type that the events of one append may have together. */
  readonly maxAppendSize: number;
}

/** Serves `Append`: the options and the events of one append arrive as a stream of messages. */
export function serveAppend(
  log: EventLog,
  limits: AppendLimits,
  call: ServerReadableStream<Buffer, Buffer>,
  answer: sendUnaryData<Buffer>,
): void {
  const append = new IncomingAppend();
  let refused = false;
  const refuse = (error: unknown) => {
    refused = true;
    answer(error instanceof RangeError ? invalidArgument(error.message) : (error as Error));
  };
  call.on('data', (bytes: Buffer) => {
    if (refused) return;
    try {
      const message = readAppendMessage(bytes);
      if ('options' in message) append.options = message.options;
      else append.add([message.event]);
      if (append.size > limits.maxAppendSize) refuse(maximumAppendSizeExceeded(limits.maxAppendSize));
    } catch (error) {
      refuse(error);
    }
  });
  call.on('end', () => {
    if (refused) return;
    const { options } = append;
    if (options === undefined) return refuse(invalidArgument('The append has no options.'));
    const stream = options.stream.toString('utf8');
    log.write({ kind: 'append', stream, expected: options.expected, events: append.events }).then(
      (outcome) => {
        if (outcome.kind === 'written') answer(null, appendedResponse(outcome));
        else if (outcome.kind === 'stream-deleted') answer(streamDeleted(stream));
        else answer(null, wrongExpectedVersionResponse(options.expected, outcome.current));
      },
      (error: unknown) => answer(storageFailed(error)),
    );
  });
}

/**
 * Serves `BatchAppend`: one long call that carries many appends, told apart by correlation id, each answered when it is
 * on disk.
 */
export function serveBatchAppend(
  log: EventLog,
  limits: AppendLimits,
  call: ServerDuplexStream<Buffer, Buffer>,
): void {
  const incoming = new Map<string, IncomingAppend>();
  let unanswered = 0;
  let ended = false;
  const finish = () => {
    if ((ended || log.stopping.aborted) && unanswered === 0) call.end();
  };
  log.stopping.addEventListener('abort', finish);
  call.once('close', () => log.stopping.removeEventListener('abort', finish));
  const respond = (message: Buffer) => {
    unanswered--;
    if (!call.cancelled) call.write(message);
    finish();
  };
  call.on('data', (bytes: Buffer) => {
    const message = readBatchAppendMessage(bytes);
    const { correlationId } = message;
    const append = incoming.get(correlationId) ?? new IncomingAppend();
    incoming.set(correlationId, append);
    append.options ??= message.options;
    append.add(message.events);
    const { options } = append;
    const tooLarge = append.size > limits.maxAppendSize;
    if (tooLarge) append.discard();
    if (!message.isFinal || options === undefined) return;
    incoming.delete(correlationId);
    unanswered++;
    if (tooLarge || append.discarded) {
      respond(batchFailedResponse(correlationId, options.stream, tooLargeFailure(limits.maxAppendSize)));
      return;
    }
    if (options.deadlineMs <= Date.now()) {
      respond(batchFailedResponse(correlationId, options.stream, timeoutFailure()));
      return;
    }
    const stream = options.stream.toString('utf8');
    log.write({ kind: 'append', stream, expected: options.expected, events: append.events }).then(
      (outcome) => respond(batchOutcome(correlationId, options, outcome)),
      (error: unknown) => respond(batchFailedResponse(correlationId, options.stream, storageFailure(error))),
    );
  });
  call.on('end', () => {
    ended = true;
    finish();
  });
}

function batchOutcome(correlationId: string, options: AppendOptions, outcome: WriteOutcome): Buffer {
  if (outcome.kind === 'written') return batchAppendedResponse(correlationId, options.stream, outcome);
  const failure =
    outcome.kind === 'stream-deleted'
      ? deletedFailure(options.stream)
      : wrongVersionFailure(options.expected, outcome.current);
  return batchFailedResponse(correlationId, options.stream, failure);
}

/** The events of an append while its messages arrive. */
class IncomingAppend {
  options: AppendOptions | undefined;
  events: ProposedEvent[] = [];
  size = 0;
  discarded = false;

  add(events: readonly ProposedEvent[]): void {
    for (const event of events) {
      this.size += event.data.length + event.metadata.length + event.type.length;
      if (!this.discarded) this.events.push(event);
    }
  }

  /** Lets go of the events of an append that will be refused. */
  discard(): void {
    this.discarded = true;
    this.events = [];
  }
}

const { Code } = codePb;

function wrongVersionFailure(expected: number, current: number): BatchFailure {
  const details = new sharedPb.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new sharedPb.Empty());
  else details.setCurrentStreamRevision(protocolNumber(current));
  if (expected >= 0) details.setExpectedStreamPosition(protocolNumber(expected));
  else if (expected === ExpectedRevision.noStream) details.setExpectedNoStream(new sharedPb.Empty());
  else if (expected === ExpectedRevision.streamExists) details.setExpectedStreamExists(new sharedPb.Empty());
  else details.setExpectedAny(new sharedPb.Empty());
  return {
    code: Code.ALREADY_EXISTS,
    message: 'Wrong Expected Version',
    type: 'event_store.client.WrongExpectedVersion',
    details,
  };
}

function deletedFailure(stream: Buffer): BatchFailure {
  const details = new sharedPb.StreamDeleted();
  details.setStreamIdentifier(streamIdentifier(stream));
  return {
    code: Code.FAILED_PRECONDITION,
    message: 'Stream Deleted',
    type: 'event_store.client.StreamDeleted',
    details,
  };
}

function tooLargeFailure(maximum: number): BatchFailure {
  const details = new sharedPb.MaximumAppendSizeExceeded();
  details.setMaxappendsize(maximum);
  return {
    code: Code.INVALID_ARGUMENT,
    message: `Maximum Append Size of ${maximum} Exceeded.`,
    type: 'event_store.client.MaximumAppendSizeExceeded',
    details,
  };
}

function timeoutFailure(): BatchFailure {
  return {
    code: Code.DEADLINE_EXCEEDED,
    message: 'Timeout',
    type: 'event_store.client.Timeout',
    details: new sharedPb.Timeout(),
  };
}

function storageFailure(error: unknown): BatchFailure {
  return {
    code: Code.UNAVAILABLE,
    message: storageFailed(error).details ?? 'The event store could not write',
    type: 'event_store.client.Unknown',
    details: new sharedPb.Unknown(),
  };
}
