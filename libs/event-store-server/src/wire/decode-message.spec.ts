import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from 'google-protobuf';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { decodeMessage, type MessageClass } from './decode-message.js';

interface Generated {
  readonly path: string;
  readonly requestType: MessageClass<Message> & { deserializeBinary(bytes: Uint8Array): Message };
}

const SERVICES = [
  streamsGrpc.StreamsService,
  persistentGrpc.PersistentSubscriptionsService,
  gossipGrpc.GossipService,
  featuresGrpc.ServerFeaturesService,
];
/** Appends are read by `append-messages.ts`. */
const REQUESTS = SERVICES.flatMap((service) => Object.values(service) as unknown as Generated[])
  .filter(({ path }) => !path.endsWith('Append'))
  .map(({ path, requestType }) => [path.slice(path.lastIndexOf('.') + 1), requestType] as const);

const { StreamOptions, FilterOptions } = streamsPb.ReadReq.Options;

/** A read that has something of everything: text, numbers, lists, choices, three messages deep. */
function someRead(): streamsPb.ReadReq {
  const stream = new StreamOptions();
  stream.setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from('klaim-é')));
  stream.setRevision('18446744073709551615');
  const filter = new FilterOptions();
  filter.setStreamIdentifier(new FilterOptions.Expression().setPrefixList(['a', '', 'ß']));
  filter.setMax(4_294_967_295);
  const options = new streamsPb.ReadReq.Options();
  options.setStream(stream).setFilter(filter).setResolveLinks(true).setCount('9007199254740993');
  options.setReadDirection(streamsPb.ReadReq.Options.ReadDirection.BACKWARDS);
  return new streamsPb.ReadReq().setOptions(options);
}

/** A group whose numbers are below zero. */
function someGroup(): persistentPb.CreateReq {
  const settings = new persistentPb.CreateReq.Settings();
  settings.setMaxRetryCount(-1).setMessageTimeoutMs(-2_147_483_648).setExtraStatistics(true);
  const options = new persistentPb.CreateReq.Options().setGroupName('g').setSettings(settings);
  return new persistentPb.CreateReq().setOptions(options);
}

const field = (number: number, wireType: number) => Buffer.from([(number << 3) | wireType]);
const varint = (value: number): Buffer =>
  value < 128
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value % 128) | 128]), varint(Math.floor(value / 128))]);
const nested = (number: number, content: Buffer) =>
  Buffer.concat([field(number, 2), varint(content.length), content]);

/** Bytes that look like messages within messages, whatever they mean. */
const { message } = fc.letrec<{ message: Buffer; one: Buffer }>((tie) => ({
  message: fc.array(tie('one'), { maxLength: 4 }).map((fields) => Buffer.concat(fields)),
  one: fc.oneof(
    { maxDepth: 6 },
    fc
      .tuple(fc.integer({ min: 1, max: 15 }), fc.nat(2 ** 31 - 1))
      .map(([number, value]) => Buffer.concat([field(number, 0), varint(value)])),
    fc
      .tuple(fc.integer({ min: 1, max: 15 }), tie('message'))
      .map(([number, content]) => nested(number, content)),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.string())
      .map(([number, text]) => nested(number, Buffer.from(text))),
  ),
}));

function decodedOrRefused(Class: MessageClass<Message>, bytes: Buffer): Message | 'refused' {
  try {
    return decodeMessage(Class, bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return 'refused';
  }
}

it.each([
  ['a read', streamsPb.ReadReq, someRead()],
  ['a group', persistentPb.CreateReq, someGroup()],
] as [string, MessageClass<Message>, Message][])('reads %s as it was written', (_, Class, sent) => {
  expect(decodeMessage(Class, Buffer.from(sent.serializeBinary())).toObject()).toEqual(sent.toObject());
});

describe.each(REQUESTS)('a request of %s', (_, Class) => {
  it('means what the generated classes take it for, or is refused', () => {
    fc.assert(
      fc.property(message, (bytes) => {
        const decoded = decodedOrRefused(Class, bytes);
        if (decoded !== 'refused') {
          expect(decoded.toObject()).toEqual(Class.deserializeBinary(new Uint8Array(bytes)).toObject());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is refused when a length passes the end of the message, however deep', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 5 }), (path) => {
        const tooLong = Buffer.from('0affffffff0f', 'hex');
        const bytes = path.reduceRight((inner, number) => nested(number, inner), tooLong);
        decodedOrRefused(Class, bytes);
        expect(decodedOrRefused(Class, tooLong)).toBe('refused');
      }),
    );
  });

  it('is read or refused, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        decodedOrRefused(Class, Buffer.from(bytes));
      }),
      { numRuns: 300 },
    );
  });
});

it('refuses a length within that passes what stands around it, though bytes follow', () => {
  const stream = nested(1, Buffer.concat([field(3, 2), varint(5), Buffer.from('ab')]));
  const read = nested(1, Buffer.concat([nested(1, stream), nested(9, Buffer.alloc(100))]));
  expect(() => decodeMessage(streamsPb.ReadReq, read)).toThrow('field passes the end');
});

it('reads every message of 20,000 fields that nobody knows in passing', () => {
  const bytes = Buffer.concat(Array.from({ length: 20_000 }, () => nested(15, Buffer.from('?'))));
  expect(decodeMessage(streamsPb.ReadReq, bytes).toObject()).toEqual(new streamsPb.ReadReq().toObject());
});
