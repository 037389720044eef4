import { describe, expect, it } from '@jest/globals';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { Bytes } from './bytes.js';
import { EventEncoder } from './event-encoder.js';
import { proposedEvent, type EventParts } from './proposed-event.js';
import { LARGEST } from './proto-size.js';
import { encodeReadEvent } from './read-event.js';
import { eventDataOf, eventHeaderOf, recordedEventOf, streamNameOf, typeOf } from './recorded-event.js';

const { ReadResp } = streamsPb;

/** Where the log puts an event. */
interface Placement {
  readonly stream: Buffer;
  readonly created: string;
  readonly revision: number;
  readonly position: number;
}

const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((value) => Buffer.from(value));
/** Bytes of a length at which something changes: how they are copied, or how long the number is that says how many they are. */
const bytes = fc
  .tuple(
    fc.constantFrom(0, 1, 7, 8, 9, 40, 127, 128, 300, 511, 512, 513, 600, 3_000, 16_383, 16_384),
    fc.uint8Array({ minLength: 1, maxLength: 50, size: 'max' }),
  )
  .map(([length, pattern]) => Buffer.alloc(length, pattern));
const numbers = fc.oneof(
  fc.nat(),
  fc.maxSafeNat(),
  fc.constantFrom(0, 127, 128, 16_383, 16_384, 2 ** 35 - 1, 2 ** 35, LARGEST),
);
const proposed = fc.record<EventParts>({
  id: fc.uuid(),
  type: text,
  content: fc.constantFrom('json', 'binary'),
  metadata: bytes,
  data: bytes,
});
const placements = fc.record<Placement>({
  stream: text,
  created: fc.nat().map((milliseconds) => `${milliseconds}0000`),
  revision: numbers,
  position: fc.maxSafeNat(),
});

/** Encodes an event amid other bytes, which stay as they are. */
function encode(
  parts: EventParts,
  { stream, created, revision, position }: Placement,
  encoder?: EventEncoder,
) {
  const event = proposedEvent(parts);
  const used = encoder ?? new EventEncoder();
  if (encoder === undefined) used.begin(stream, created);
  const size = used.measure(event, revision, position);
  const target = Buffer.alloc(size + 20, 0xee);
  used.write(event, revision, position, new Bytes(target), 10);
  expect(target.subarray(0, 10)).toEqual(Buffer.alloc(10, 0xee));
  expect(target.subarray(size + 10)).toEqual(Buffer.alloc(10, 0xee));
  return target.subarray(10, size + 10);
}

const wireNumber = (value: number) => (value === LARGEST ? '9223372036854775807' : String(value));

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(wireNumber(value));
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(rest)]);
}

const number = (field: number, value: number) => Buffer.concat([Buffer.from([field << 3]), varint(value)]);

function field(number: number, ...content: (Buffer | string)[]): Buffer {
  const value = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(value.length), value]);
}

/** How events are stored since the first format: what is recorded stays as it is, and backups are compared byte for byte. */
function asStored({ id, type, content, metadata, data }: EventParts, at: Placement): Buffer {
  const contentType = content === 'json' ? 'application/json' : 'application/octet-stream';
  const recorded = field(
    1,
    field(1, field(2, id)),
    field(2, field(3, at.stream)),
    number(3, at.revision),
    number(4, at.position),
    number(5, at.position),
    field(6, field(1, 'type'), field(2, type)),
    field(6, field(1, 'content-type'), field(2, contentType)),
    field(6, field(1, 'created'), field(2, at.created)),
    metadata.length === 0 ? '' : field(7, metadata),
    field(8, data),
  );
  return field(1, recorded, number(3, at.position));
}

describe('an encoded event', () => {
  it('is what the generated classes read', () => {
    fc.assert(
      fc.property(proposed, placements, (event, at) => {
        const read = ReadResp.deserializeBinary(encode(event, at)).getEvent()!;
        const recorded = read.getEvent()!;
        expect(recorded.getId()!.getString()).toBe(event.id);
        expect(Buffer.from(recorded.getStreamIdentifier()!.getStreamName_asU8())).toEqual(at.stream);
        expect(recorded.getStreamRevision()).toBe(wireNumber(at.revision));
        expect(recorded.getCommitPosition()).toBe(wireNumber(at.position));
        expect(recorded.getPreparePosition()).toBe(wireNumber(at.position));
        expect(recorded.getMetadataMap().get('type')).toBe(event.type.toString());
        expect(recorded.getMetadataMap().get('created')).toBe(at.created);
        expect(event.metadata.equals(recorded.getCustomMetadata_asU8())).toBe(true);
        expect(event.data.equals(recorded.getData_asU8())).toBe(true);
        expect(read.getCommitPosition()).toBe(wireNumber(at.position));
      }),
    );
  });

  it('is laid down as it always was', () => {
    fc.assert(
      fc.property(proposed, placements, (event, at) => {
        expect(encode(event, at).equals(asStored(event, at))).toBe(true);
      }),
    );
  });

  it('is the same behind others of its append, however alike they are', () => {
    const alike = fc.record({ type: fc.boolean(), content: fc.boolean(), metadata: fc.boolean() });
    const others = fc.array(fc.tuple(proposed, alike), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(proposed, placements, others, (first, at, following) => {
        const encoder = new EventEncoder();
        encoder.begin(at.stream, at.created);
        let before = first;
        encode(first, at, encoder);
        for (const [other, like] of following) {
          const event = {
            ...other,
            ...(like.type && { type: before.type }),
            ...(like.content && { content: before.content }),
            ...(like.metadata && { metadata: before.metadata }),
          };
          expect(encode(event, at, encoder).equals(asStored(event, at))).toBe(true);
          before = event;
        }
      }),
    );
  });

  it('is the same in the next append', () => {
    fc.assert(
      fc.property(proposed, placements, placements, (event, before, at) => {
        const encoder = new EventEncoder();
        for (const place of [before, at]) {
          encoder.begin(place.stream, place.created);
          expect(encode(event, place, encoder).equals(asStored(event, place))).toBe(true);
        }
      }),
    );
  });

  it('tells the server its header and data', () => {
    fc.assert(
      fc.property(proposed, placements, (event, at) => {
        const message = encode(event, at);
        expect(eventHeaderOf(message)).toEqual({
          id: event.id,
          stream: at.stream.toString(),
          type: event.type.toString(),
          revision: at.revision,
          position: at.position,
          createdMs: Number(at.created) / 10_000,
        });
        expect(eventDataOf(message).equals(event.data)).toBe(true);
        expect(streamNameOf(message)).toEqual(at.stream);
        expect(typeOf(message)).toEqual(event.type);
      }),
    );
  });

  it('can be put together with a link and a count of retries', () => {
    fc.assert(
      fc.property(proposed, placements, fc.nat(), (event, at, retryCount) => {
        const recorded = recordedEventOf(encode(event, at));
        const joined = encodeReadEvent({
          event: recorded,
          link: recorded,
          position: at.position,
          retryCount,
        });
        const read = ReadResp.deserializeBinary(joined).getEvent()!;
        expect(read.getEvent()!.getId()!.getString()).toBe(event.id);
        expect(read.getLink()!.getId()!.getString()).toBe(event.id);
        expect(read.getCommitPosition()).toBe(wireNumber(at.position));
        const linkOnly = encodeReadEvent({ event: undefined, link: recorded, position: at.position });
        expect(ReadResp.deserializeBinary(linkOnly).getEvent()!.hasEvent()).toBe(false);
      }),
    );
  });
});
