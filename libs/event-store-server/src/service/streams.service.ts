import type {
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
  ServiceDefinition,
  UntypedServiceImplementation,
  sendUnaryData,
} from '@grpc/grpc-js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { DeleteReq, DeleteResp, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog } from '../storage/event-log.js';
import { serveAppend } from '../streams/append.handler.js';
import { serveBatchAppend } from '../streams/batch-append.handler.js';
import type { AppendLimits } from '../streams/incoming-append.js';
import { deleteStream } from '../streams/delete.handler.js';
import { answerRead } from '../streams/read.handler.js';
import { understandRead } from '../streams/read-request.js';
import { serveSubscription } from '../streams/subscribe.handler.js';
import { withEncodedAnswers, withRawMessages } from './method.js';
import { Outlet } from './outlet.js';

const generated = streamsGrpc.StreamsService;

/** `event_store.client.streams.Streams`, with the hot messages passed as bytes. */
export const streamsDefinition: ServiceDefinition = {
  ...generated,
  read: withEncodedAnswers(generated.read),
  append: withRawMessages(generated.append),
  batchAppend: withRawMessages(generated.batchAppend),
};

/** The handlers of the Streams service. */
export function streamsHandlers(log: EventLog, limits: AppendLimits): UntypedServiceImplementation {
  return {
    read: (call: ServerWritableStream<ReadReq, Buffer>) => {
      serveRead(log, call).then(
        () => call.end(),
        (error: unknown) => call.emit('error', error),
      );
    },
    append: (call: ServerReadableStream<Buffer, Buffer>, answer: sendUnaryData<Buffer>) =>
      serveAppend(log, limits, call, answer),
    batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => serveBatchAppend(log, limits, call),
    delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) =>
      deleteStream(log, 'soft-delete', call.request, streamsPb.DeleteResp, answer),
    tombstone: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) =>
      deleteStream(log, 'tombstone', call.request, streamsPb.TombstoneResp, answer),
  };
}

async function serveRead(log: EventLog, call: ServerWritableStream<ReadReq, Buffer>): Promise<void> {
  const request = understandRead(call.request);
  const outlet = new Outlet(call);
  await (request.count === undefined
    ? serveSubscription(log, request, outlet)
    : answerRead(log, request, outlet));
}
