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
import type { DeleteReq, DeleteResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog } from '../storage/event-log.js';
import { serveAppend } from '../streams/append.handler.js';
import { serveBatchAppend } from '../streams/batch-append.handler.js';
import type { AppendLimits } from '../streams/incoming-append.js';
import { serveDelete } from '../streams/delete.handler.js';
import { answerRead } from '../streams/read.handler.js';
import { readAsked, streamToRead, understandRead, type AskedRead } from '../streams/read-request.js';
import { serveSubscription } from '../streams/subscribe.handler.js';
import { accessOf } from '../security/guard.js';
import { withEncodedAnswers, type Decoders } from './method.js';
import { isStalled, toCallError } from './errors.js';
import type { ServerMetrics } from '../monitoring/server-metrics.js';
import { Outlet } from './outlet.js';
import type { Report } from '../monitoring/health.js';

/** What the Streams service works with. */
export interface StreamsContext {
  readonly log: EventLog;
  readonly limits: AppendLimits;
  readonly stalledAfterMs: number;
  readonly metrics: ServerMetrics;
  readonly report: Report;
}

const generated = streamsGrpc.StreamsService;

/** `event_store.client.streams.Streams`, with the hot answers passed as bytes. */
export const streamsDefinition: ServiceDefinition = {
  ...generated,
  read: withEncodedAnswers(generated.read),
  append: withEncodedAnswers(generated.append),
  batchAppend: withEncodedAnswers(generated.batchAppend),
};

/** What makes something else of a request than the message that it is. */
export const streamsDecoders: Decoders = { read: readAsked };

/** The handlers of the Streams service. */
export function streamsHandlers(context: StreamsContext): UntypedServiceImplementation {
  const { log, limits } = context;
  return {
    read: (call: ServerWritableStream<AskedRead, Buffer>) => serveReading(context, call),
    append: (call: ServerReadableStream<Buffer, Buffer>, answer: sendUnaryData<Buffer>) =>
      serveAppend(log, limits, accessOf(call), call, answer),
    batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => serveBatches(context, call),
    delete: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) =>
      serveDelete(log, 'soft-delete', accessOf(call), call.request, streamsPb.DeleteResp, answer),
    tombstone: (call: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) =>
      serveDelete(log, 'tombstone', accessOf(call), call.request, streamsPb.TombstoneResp, answer),
  };
}

/** `Read`: a read of a stream or of `$all`, or a subscription. */
export function serveReading(context: StreamsContext, call: ServerWritableStream<AskedRead, Buffer>): void {
  serveRead(context, call).then(
    () => call.end(),
    (error: unknown) => call.emit('error', toCallError(error)),
  );
}

/** `BatchAppend` */
export function serveBatches(
  { log, limits }: StreamsContext,
  call: ServerDuplexStream<Buffer, Buffer>,
  onItsWayMs?: number,
): void {
  serveBatchAppend(log, limits, accessOf(call), call, onItsWayMs);
}

async function serveRead(
  context: StreamsContext,
  call: ServerWritableStream<AskedRead, Buffer>,
): Promise<void> {
  const { log, metrics, stalledAfterMs } = context;
  accessOf(call).demand('read', streamToRead(call.request));
  const request = understandRead(call.request);
  const outlet = new Outlet(call, stalledAfterMs);
  if (request.count !== undefined) return answerRead(log, request, outlet);
  metrics.subscribers.add(outlet);
  try {
    await serveSubscription(log, request, outlet);
  } catch (error) {
    if (isStalled(error)) {
      metrics.droppedSubscribers.inc();
      context.report(`subscriber ${call.getPeer()} was dropped`, error);
    }
    throw error;
  } finally {
    metrics.subscribers.delete(outlet);
  }
}
