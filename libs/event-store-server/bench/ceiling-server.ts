import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { Http2Line } from '../src/service/http2-line.js';

/**
 * The ceiling that the event store is measured against: a bare gRPC server that the same client talks to. It answers
 * reads from memory with one pre-encoded event, and for appends does nothing but one grouped, fsynced write of the raw
 * bytes. It keeps no order, no index and no revisions.
 *
 * Arguments: the size in bytes of an event's data; `packed`, for one that sends many messages at a time as the event store
 * does, instead of each as gRPC sends it. Prints the port that it listens on.
 */
const dataSize = Number(process.argv[2] ?? 200);
const packed = process.argv[3] === 'packed';
const directory = mkdtempSync(join(tmpdir(), 'ceiling-'));
const file = openSync(join(directory, 'raw'), 'a');
const sameBytes = (bytes: Buffer): Buffer => bytes;
const encoded = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());

const event = encodedEvent();
const confirmation = encodedConfirmation();
let waiting: { bytes: Buffer; done: () => void }[] = [];
let writing = false;

function persist(bytes: Buffer, done: () => void): void {
  waiting.push({ bytes, done });
  if (!writing) setImmediate(writeGroup);
}

function writeGroup(): void {
  if (writing || waiting.length === 0) return;
  writing = true;
  const group = waiting;
  waiting = [];
  write(file, Buffer.concat(group.map(({ bytes }) => bytes)), (writeError) => {
    if (writeError) throw writeError;
    fdatasync(file, (syncError) => {
      if (syncError) throw syncError;
      writing = false;
      for (const { done } of group) done();
      writeGroup();
    });
  });
}

/** The first field of a batch append message is its correlation id: tag, length, and the UUID message as it came. */
function correlationField(message: Buffer): Buffer {
  return message.subarray(0, 2 + message[1]!);
}

/** `is_final` is the last field of the message when it is set: tag 4, value 1. */
function isFinal(message: Buffer): boolean {
  return message[message.length - 2] === 0x20 && message[message.length - 1] === 1;
}

function batchAppend(call: ServerDuplexStream<Buffer, Buffer>): void {
  const success = encoded(new streamsPb.BatchAppendResp().setSuccess(batchSuccess()));
  const outlet = outletOf(call);
  call.on('data', (message: Buffer) => {
    persist(message, () => {
      if (isFinal(message)) outlet.write(Buffer.concat([correlationField(message), success]));
    });
  });
  call.on('end', () => call.end());
}

function batchSuccess(): InstanceType<typeof streamsPb.BatchAppendResp.Success> {
  const position = new sharedPb.AllStreamPosition();
  position.setCommitPosition('1');
  position.setPreparePosition('1');
  const success = new streamsPb.BatchAppendResp.Success();
  success.setCurrentRevision('0');
  success.setPosition(position);
  return success;
}

/** The name of a stream ends with how many events there are to be in it. */
function sizeOf(options: ReadReq.Options): number {
  const stream = options.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
  return stream === undefined ? Infinity : Number(Buffer.from(stream).toString().split('-').at(-1));
}

/** Where the answers of a call go: `write` tells whether there is room for more, `emptied` waits until there is. */
interface Outlet {
  write(message: Buffer): boolean;
  emptied(): Promise<void>;
}

function outletOf(call: ServerWritableStream<ReadReq, Buffer> | ServerDuplexStream<Buffer, Buffer>): Outlet {
  const line = packed ? Http2Line.of(call)! : undefined;
  return {
    write: (message) => {
      if (line === undefined) return call.write(message);
      line.write(message);
      return !line.isFull;
    },
    emptied: () =>
      new Promise((resolve) => {
        const proceed = () => {
          stop?.();
          call.removeListener('drain', proceed).removeListener('cancelled', proceed);
          resolve();
        };
        const stop = line?.onceEmpty(proceed);
        call.once('cancelled', proceed);
        if (line === undefined) call.once('drain', proceed);
      }),
  };
}

/** Sends the same event again and again. */
async function read(call: ServerWritableStream<ReadReq, Buffer>): Promise<void> {
  const options = call.request.getOptions()!;
  const outlet = outletOf(call);
  const isSubscription = options.hasSubscription();
  if (isSubscription) outlet.write(confirmation);
  const count = isSubscription ? Infinity : Math.min(Number(options.getCount()), sizeOf(options));
  for (let sent = 0; sent < count && !call.cancelled; sent++) {
    if (!outlet.write(event)) await outlet.emptied();
  }
  await Promise.resolve();
  call.end();
}

function encodedEvent(): Buffer {
  const id = new sharedPb.UUID();
  id.setString('9e107d9d-372b-4c1e-8d0c-5e0b2c9f6a11');
  const stream = new sharedPb.StreamIdentifier();
  stream.setStreamName(Buffer.from('bench-00000000'));
  const recorded = new streamsPb.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(stream);
  recorded.setStreamRevision('1');
  recorded.setCommitPosition('100000');
  recorded.setPreparePosition('100000');
  recorded.getMetadataMap().set('type', 'Measured');
  recorded.getMetadataMap().set('content-type', 'application/json');
  recorded.getMetadataMap().set('created', '17950000000000000');
  recorded.setData(Buffer.from(JSON.stringify({ n: 1, text: 'x'.repeat(dataSize) })));
  const readEvent = new streamsPb.ReadResp.ReadEvent();
  readEvent.setEvent(recorded);
  readEvent.setCommitPosition('100000');
  return encoded(new streamsPb.ReadResp().setEvent(readEvent));
}

function encodedConfirmation(): Buffer {
  const subscribed = new streamsPb.ReadResp.SubscriptionConfirmation();
  subscribed.setSubscriptionId('ceiling');
  return encoded(new streamsPb.ReadResp().setConfirmation(subscribed));
}

const { read: readMethod, batchAppend: batchAppendMethod } = streamsGrpc.StreamsService;
const server = new Server({ 'grpc.max_receive_message_length': 20 * 1024 * 1024 });
server.addService(
  {
    read: { ...readMethod, responseSerialize: sameBytes, responseDeserialize: sameBytes },
    batchAppend: {
      ...batchAppendMethod,
      requestSerialize: sameBytes,
      requestDeserialize: sameBytes,
      responseSerialize: sameBytes,
      responseDeserialize: sameBytes,
    },
  },
  {
    read: (call: ServerWritableStream<ReadReq, Buffer>) => void read(call),
    batchAppend,
  },
);
server.addService(featuresGrpc.ServerFeaturesService, {
  getSupportedMethods: (_call: unknown, answer: sendUnaryData<SupportedMethods>) => {
    const method = new featuresPb.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName('batchappend');
    const supported = new featuresPb.SupportedMethods();
    supported.setEventStoreServerVersion('23.10.0');
    supported.addMethods(method);
    answer(null, supported);
  },
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`listening on port ${port}\n`);
});
process.once('SIGTERM', () => {
  server.forceShutdown();
  closeSync(file);
  rmSync(directory, { recursive: true });
  process.exit(0);
});
