import { describe, expect, it } from '@jest/globals';
import { jsonEvent } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import {
  appendAnswer,
  appendMessages,
  readAnswer,
  readStreamBackRequest,
  readStreamRequest,
  subscriptionRequest,
} from './log-messages.js';
import { MessageReader } from './protobuf.js';

const { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } = streamsPb;

const streamId = fc.string({ unit: 'grapheme', minLength: 1 });
const uint64 = fc.bigInt({ min: 0n, max: 0xffffffffffffffffn });
const json = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
const event = fc
  .record({ id: fc.uuid(), type: fc.string({ minLength: 1 }), data: json, metadata: json })
  .map((parts) => jsonEvent(parts as Parameters<typeof jsonEvent>[0]));

const bytesOf = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());
const textOf = (bytes: Uint8Array | string) => Buffer.from(bytes as Uint8Array).toString('utf8');
const identifier = (name: string) => new sharedPb.StreamIdentifier().setStreamName(Buffer.from(name));
const structured = (id: string) => {
  const half = (hex: string) => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
  const hex = id.replaceAll('-', '');
  return new sharedPb.UUID().setStructured(
    new sharedPb.UUID.Structured()
      .setMostSignificantBits(half(hex.slice(0, 16)))
      .setLeastSignificantBits(half(hex.slice(16))),
  );
};
const plain = (id: string) => new sharedPb.UUID().setString(id);

/** What is yielded, and what is returned at the end. */
function allOf(messages: Iterator<Buffer, Buffer>): Buffer[] {
  const { done, value } = messages.next();
  return done ? [value] : [value, ...allOf(messages)];
}

describe('What is asked of the log, read with the generated classes', () => {
  it('is a stream from a revision on', () => {
    fc.assert(
      fc.property(streamId, fc.oneof(uint64, fc.constant(0n)), (name, from) => {
        const options = ReadReq.deserializeBinary(readStreamRequest(name, from)).getOptions()!;
        const stream = options.getStream()!;
        expect(textOf(stream.getStreamIdentifier()!.getStreamName_asU8())).toBe(Buffer.from(name).toString());
        expect(stream.hasStart()).toBe(from === 0n);
        expect(stream.getRevision()).toBe(from.toString());
        expect(options.getCount()).toBe(String(Number.MAX_SAFE_INTEGER));
        expect([options.hasNoFilter(), options.getUuidOption()!.hasString()]).toEqual([true, true]);
        expect([options.getReadDirection(), options.getResolveLinks()]).toEqual([0, false]);
      }),
    );
  });

  it('is so many events of a stream, the newest first, from the end or a revision on', () => {
    fc.assert(
      fc.property(streamId, fc.option(uint64), fc.integer({ min: 1, max: 4_000 }), (name, from, count) => {
        const request = readStreamBackRequest(name, from ?? 'end', count);
        const options = ReadReq.deserializeBinary(request).getOptions()!;
        const stream = options.getStream()!;
        expect(textOf(stream.getStreamIdentifier()!.getStreamName_asU8())).toBe(Buffer.from(name).toString());
        expect(stream.hasEnd()).toBe(from === null);
        expect(stream.getRevision()).toBe((from ?? 0n).toString());
        expect([options.getCount(), options.getReadDirection()]).toEqual([String(count), 1]);
        expect([options.hasNoFilter(), options.getUuidOption()!.hasString()]).toEqual([true, true]);
      }),
    );
  });

  it('is every event behind a position that is not of the system', () => {
    fc.assert(
      fc.property(fc.option(uint64), (after) => {
        const options = ReadReq.deserializeBinary(subscriptionRequest(after)).getOptions()!;
        expect(options.getAll()!.hasStart()).toBe(after === null);
        expect(options.getAll()!.getPosition()?.getCommitPosition()).toBe(after?.toString());
        expect(options.getAll()!.getPosition()?.getPreparePosition()).toBe(after?.toString());
        expect(options.getFilter()!.getEventType()!.getRegex()).toBe('^[^$].*');
        expect([options.getFilter()!.hasCount(), options.hasSubscription()]).toEqual([true, true]);
        expect(options.getFilter()!.getCheckpointintervalmultiplier()).toBe(1);
      }),
    );
  });

  const appended = (messages: Iterator<Buffer, Buffer>) =>
    allOf(messages).map((bytes) => BatchAppendReq.deserializeBinary(bytes));

  it('is an append of events to a stream at a revision, or to a new one', () => {
    const request = fc.record({
      correlationId: fc.uuid(),
      streamId,
      events: fc.array(event, { maxLength: 4 }),
      after: fc.option(uint64),
      deadline: fc.integer({ min: 1, max: 4_000_000_000_000 }),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const [message, ...more] = appended(appendMessages(asked));
        expect(more).toEqual([]);
        const options = message!.getOptions()!;
        expect(message!.getCorrelationId()!.getString()).toBe(asked.correlationId);
        expect(message!.getIsFinal()).toBe(true);
        expect(options.hasNoStream()).toBe(asked.after === null);
        expect(options.getStreamPosition()).toBe((asked.after ?? 0n).toString());
        expect(options.getDeadline()!.toDate().getTime()).toBe(asked.deadline);
        expect(message!.getProposedMessagesList().map(eventOf)).toEqual(
          asked.events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
        );
      }),
    );
  });

  it('is split into messages of 64 KiB, or of one event that is larger', () => {
    const events = [30_000, 30_000, 30_000, 100_000, 10_000].map((size) =>
      jsonEvent({ type: 'Large', data: { text: 'x'.repeat(size) } }),
    );
    const asked = { correlationId: events[0]!.id, streamId: 's', events, after: null, deadline: 1 };
    const messages = appended(appendMessages(asked));
    expect(messages.map((message) => message.getProposedMessagesList().length)).toEqual([2, 1, 1, 1]);
    expect(messages.map((message) => message.getIsFinal())).toEqual([false, false, false, true]);
    expect(messages.map((message) => message.hasOptions())).toEqual([true, false, false, false]);
    expect(messages.every((message) => message.getCorrelationId()!.getString() === asked.correlationId)).toBe(
      true,
    );
  });
});

function eventOf(message: InstanceType<typeof BatchAppendReq.ProposedMessage>) {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type'),
    data: JSON.parse(textOf(message.getData_asU8())) as unknown,
    metadata: JSON.parse(textOf(message.getCustomMetadata_asU8())) as unknown,
  };
}

describe('What the log answers, written with the generated classes', () => {
  const recorded = fc.record({
    id: fc.uuid(),
    inParts: fc.boolean(),
    streamId,
    revision: uint64,
    position: uint64,
    type: fc.string({ minLength: 1 }),
    created: fc.integer({ min: 1, max: 4_000_000_000_000 }),
    data: json,
    metadata: fc.option(json, { nil: undefined }),
  });

  it('is an event', () => {
    fc.assert(
      fc.property(recorded, (event) => {
        const message = new ReadResp.ReadEvent.RecordedEvent()
          .setId(event.inParts ? structured(event.id) : plain(event.id))
          .setStreamIdentifier(identifier(event.streamId))
          .setStreamRevision(event.revision.toString())
          .setCommitPosition(event.position.toString())
          .setPreparePosition(event.position.toString())
          .setData(Buffer.from(JSON.stringify(event.data)));
        if (event.metadata) message.setCustomMetadata(Buffer.from(JSON.stringify(event.metadata)));
        message
          .getMetadataMap()
          .set('type', event.type)
          .set('created', String(BigInt(event.created) * 10_000n + 7n))
          .set('content-type', 'application/json');
        const answer = new ReadResp().setEvent(
          new ReadResp.ReadEvent().setEvent(message).setCommitPosition(event.position.toString()),
        );
        expect(readAnswer(bytesOf(answer))).toEqual({
          id: event.id,
          streamId: Buffer.from(event.streamId).toString(),
          type: event.type,
          revision: event.revision,
          position: { commit: event.position, prepare: event.position },
          created: new Date(event.created),
          isJson: true,
          data: JSON.parse(JSON.stringify(event.data)) as unknown,
          metadata: event.metadata && (JSON.parse(JSON.stringify(event.metadata)) as unknown),
        });
      }),
    );
  });

  it('is that there is no such stream, or something else', () => {
    const missing = new ReadResp.StreamNotFound().setStreamIdentifier(identifier('s'));
    expect(readAnswer(bytesOf(new ReadResp().setStreamNotFound(missing)))).toBe('stream not found');
    const confirmed = new ReadResp.SubscriptionConfirmation().setSubscriptionId('1');
    expect(readAnswer(bytesOf(new ReadResp().setConfirmation(confirmed)))).toBe('nothing of ours');
  });

  it.each([
    ['behind an event', '70', '70', { searchedTo: 70n }],
    ['as far as an event that was not looked at', '70', '0', { searchedBefore: 70n }],
    [
      'nowhere, when nothing was found from the start on',
      String(2n ** 64n - 1n),
      String(2n ** 64n - 1n),
      null,
    ],
  ])('is that it was searched %s', (_, commit, prepare, expected) => {
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition(commit).setPreparePosition(prepare);
    const answer = readAnswer(bytesOf(new ReadResp().setCheckpoint(checkpoint)));
    expect(answer).toEqual(expected ?? 'nothing of ours');
  });

  it('is where an append ended, or that it was refused', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), uint64, uint64, (id, inParts, revision, position) => {
        const success = new BatchAppendResp.Success().setCurrentRevision(revision.toString());
        success.setPosition(
          new sharedPb.AllStreamPosition()
            .setCommitPosition(position.toString())
            .setPreparePosition(position.toString()),
        );
        const answer = new BatchAppendResp()
          .setCorrelationId(inParts ? structured(id) : plain(id))
          .setStreamIdentifier(identifier('s'))
          .setSuccess(success);
        const expected = { correlationId: id, revision, position, refused: false };
        expect(appendAnswer(bytesOf(answer))).toEqual(expected);
      }),
    );
  });

  it('is refused when it breaks off', () => {
    const asked = { correlationId: 'c', streamId: 's', events: [], after: 1n, deadline: 1 };
    const [whole] = allOf(appendMessages(asked)) as [Buffer];
    const read = (bytes: Buffer) => new MessageReader(bytes).each(() => {});
    expect(() => read(whole)).not.toThrow();
    expect(() => read(whole.subarray(0, 1))).toThrow(RangeError);
    expect(() => read(Buffer.from([0x0a, 5, 1]))).toThrow(RangeError);
    expect(() => read(Buffer.alloc(12, 0xff))).toThrow(RangeError);
    expect(() => read(Buffer.from([0x0b]))).toThrow(RangeError);
  });
});
