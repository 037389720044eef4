import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { Access } from '../security/guard.js';
import type { EventLog } from '../storage/event-log.js';
import {
  invalidArgument,
  maximumAppendSizeExceeded,
  requiredMetadataMissing,
  serverStopping,
  storageFailed,
  streamDeleted,
  toCallError,
} from '../service/errors.js';
import { flawOfId, missingProperty, readAppendMessage } from '../wire/append-messages.js';
import { appendedResponse, wrongExpectedVersionResponse } from '../wire/responses.js';
import { IncomingAppend, type AppendLimits } from './incoming-append.js';

/** Serves `Append`: the options and the events of one append arrive as a stream of messages. */
export function serveAppend(
  log: EventLog,
  limits: AppendLimits,
  access: Access,
  call: ServerReadableStream<Buffer, Buffer>,
  answer: sendUnaryData<Buffer>,
): void {
  let append: IncomingAppend | undefined;
  let refused = false;
  const refuse = (error: unknown) => {
    refused = true;
    answer(toCallError(error));
  };
  const forget = whenStopping(log, () => {
    if (!refused) refuse(serverStopping());
  });
  call.once('cancelled', forget);
  call.on('data', (bytes: Buffer) => {
    if (refused) return;
    try {
      append = collect(append, limits, access, bytes);
      if (append.isTooLarge) refuse(maximumAppendSizeExceeded(limits.maxAppendSize));
    } catch (error) {
      refuse(error);
    }
  });
  call.on('end', () => {
    forget();
    if (refused || call.cancelled) return;
    if (append === undefined) refuse(invalidArgument('The append has no options.'));
    else store(log, append, answer);
  });
}

/** What has not come as a whole when the server stops is not stored. Returns how to stop waiting for that. */
function whenStopping({ stopping }: EventLog, refuse: () => void): () => void {
  if (stopping.aborted) queueMicrotask(refuse);
  stopping.addEventListener('abort', refuse, { once: true });
  return () => stopping.removeEventListener('abort', refuse);
}

function collect(
  append: IncomingAppend | undefined,
  limits: AppendLimits,
  access: Access,
  bytes: Buffer,
): IncomingAppend {
  const message = readAppendMessage(bytes);
  if ('options' in message) {
    const { flaw } = message.options;
    if (flaw !== undefined) throw invalidArgument(flaw);
    const begun = new IncomingAppend(message.options, limits);
    access.demand('write', begun.stream);
    return begun;
  }
  if (append === undefined) throw invalidArgument('An event arrived before the options of the append.');
  const property = missingProperty(message.event);
  if (property !== undefined) throw requiredMetadataMissing(property);
  const flaw = flawOfId(message.event);
  if (flaw !== undefined) throw invalidArgument(flaw);
  append.add([message.event]);
  return append;
}

function store(log: EventLog, append: IncomingAppend, answer: sendUnaryData<Buffer>): void {
  const { stream, events } = append;
  const { expected } = append.options;
  log.write({ kind: 'append', stream, expected, events }).then(
    (outcome) => {
      if (outcome.kind === 'written') answer(null, appendedResponse(outcome));
      else if (outcome.kind === 'wrong-expected-revision') {
        answer(null, wrongExpectedVersionResponse(expected, outcome.current));
      } else answer(streamDeleted(stream));
    },
    (error: unknown) => answer(storageFailed(error)),
  );
}
