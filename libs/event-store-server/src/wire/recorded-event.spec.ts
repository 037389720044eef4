import { describe, expect, it } from '@jest/globals';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { LARGEST } from './proto-size.js';
import { encodeReadEvent } from './read-event.js';
import {
  EventEncoder,
  eventDataOf,
  eventHeaderOf,
  recordedEventOf,
  streamNameOf,
  typeOf,
  type Placement,
  type ProposedEvent,
} from './recorded-event.js';

const { ReadResp } = streamsPb;

const text = fc.string({ unit: 'grapheme', maxLength: 200 }).map((value) => Buffer.from(value));
const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((value) => Buffer.from(value));
const numbers = fc.oneof(
  fc.nat(),
  fc.maxSafeNat(),
  fc.constantFrom(0, 127, 128, 2 ** 35 - 1, 2 ** 35, LARGEST),
);
const proposed = fc.record<ProposedEvent>({
  id: fc.uuid(),
  type: text,
  contentType: fc.constant(Buffer.from('application/json')),
  metadata: bytes(300),
  data: bytes(40_000),
});
const placements = fc.record<Placement>({
  stream: text,
  revision: numbers,
  position: fc.maxSafeNat(),
  created: fc.nat().map((milliseconds) => `${milliseconds}0000`),
});

function encode(event: ProposedEvent, at: Placement, encoder = new EventEncoder()): Buffer {
  const size = encoder.measure(event, at);
  const target = Buffer.alloc(size + 20, 0xee);
  encoder.write(event, at, target, 10);
  expect(target.subarray(0, 10)).toEqual(Buffer.alloc(10, 0xee));
  expect(target.subarray(size + 10)).toEqual(Buffer.alloc(10, 0xee));
  return target.subarray(10, size + 10);
}

const wireNumber = (value: number) => (value === LARGEST ? '9223372036854775807' : String(value));

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
        expect(recorded.getMetadataMap().get('content-type')).toBe('application/json');
        expect(recorded.getMetadataMap().get('created')).toBe(at.created);
        expect(Buffer.from(recorded.getCustomMetadata_asU8())).toEqual(event.metadata);
        expect(Buffer.from(recorded.getData_asU8())).toEqual(event.data);
        expect(read.getCommitPosition()).toBe(wireNumber(at.position));
      }),
    );
  });

  it('is the same behind another event, however alike they are', () => {
    const alike = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(
        fc.tuple(proposed, placements),
        fc.tuple(proposed, placements),
        alike,
        ([before, there], [event, at], [type, contentType, stream, created]) => {
          const encoder = new EventEncoder();
          encode(before, there, encoder);
          const like = {
            ...event,
            ...(type && { type: before.type }),
            ...(contentType && { contentType: before.contentType }),
          };
          const near = {
            ...at,
            ...(stream && { stream: there.stream }),
            ...(created && { created: there.created }),
          };
          expect(encode(like, near, encoder)).toEqual(encode(like, near));
        },
      ),
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
        expect(eventDataOf(message)).toEqual(event.data);
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
