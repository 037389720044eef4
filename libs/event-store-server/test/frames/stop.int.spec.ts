import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ClientHttp2Session } from 'node:http2';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { startEventStoreServer, type EventStoreServer } from '#event-store-server';
import { frame } from './frame.js';
import { rawCall, rawSession, roundTrip } from './raw-call.js';

const { AppendReq, BatchAppendReq } = streamsPb;
const STREAMS = '/event_store.client.streams.Streams';
const STOPPING = 'The event store is stopping.';

let server: EventStoreServer;
let session: ClientHttp2Session;

beforeEach(async () => {
  server = await startEventStoreServer({ port: 0, mem: true });
  session = rawSession(`http://127.0.0.1:${server.port}`);
});
afterEach(async () => {
  session.destroy();
  await server.stop();
});

const name = new sharedPb.StreamIdentifier().setStreamName(Buffer.from('half'));
const optionsOfAppend = () => new AppendReq.Options().setStreamIdentifier(name).setAny(new sharedPb.Empty());

/** The first part of an append of many parts. */
function firstPart(): InstanceType<typeof BatchAppendReq> {
  const id = new sharedPb.UUID().setString('7f9c24e8-3b12-4f6e-9d51-0a5d3c1e8b77');
  const options = new BatchAppendReq.Options().setStreamIdentifier(name);
  return new BatchAppendReq().setCorrelationId(id).setOptions(options).setIsFinal(false);
}

it.each([
  ['Append', frame(new AppendReq().setOptions(optionsOfAppend()).serializeBinary()), status.UNAVAILABLE],
  ['BatchAppend', frame(firstPart().serializeBinary()), status.CANCELLED],
  ['BatchAppend', Buffer.alloc(0), status.CANCELLED],
])('a stop ends %s that has not come as a whole, and stores nothing of it', async (method, bytes, code) => {
  const call = rawCall(session, { path: `${STREAMS}/${method}`, chunks: [bytes], open: true });
  await roundTrip(session);
  await server.stop();
  expect(await call).toEqual({ httpStatus: 200, grpcStatus: code, grpcMessage: STOPPING });
});
