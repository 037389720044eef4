import { describe, expect, it } from '@jest/globals';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import timestampPb from 'google-protobuf/google/protobuf/timestamp_pb.js';
import {
  ExpectedRevision,
  flawOf,
  missingProperty,
  readAppendMessage,
  readBatchAppendMessage,
} from './append-messages.js';
import { proposedEvent, type EventParts } from './proposed-event.js';
import { LARGEST } from './proto-size.js';

const { AppendReq, BatchAppendReq } = streamsPb;

interface Sample {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

const samples = fc.record<Sample>({
  id: fc.uuid(),
  type: fc.string({ unit: 'grapheme', minLength: 1 }),
  contentType: fc.constantFrom('application/json', 'application/octet-stream'),
  metadata: fc.uint8Array(),
  data: fc.uint8Array({ maxLength: 3_000 }),
});

/** Fills a message of the generated classes, as the official client does. */
function filled<Message extends InstanceType<typeof BatchAppendReq.ProposedMessage>>(
  message: Message,
  sample: Sample,
): Message {
  message.setId(new sharedPb.UUID().setString(sample.id));
  message.getMetadataMap().set('type', sample.type).set('content-type', sample.contentType);
  message.setCustomMetadata(sample.metadata);
  message.setData(sample.data);
  return message;
}

const stream = new sharedPb.StreamIdentifier().setStreamName(Buffer.from('claim-1'));
const bytes = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());
const plain = (sample: Sample): EventParts => ({
  id: sample.id,
  type: Buffer.from(sample.type),
  content: sample.contentType === 'application/json' ? 'json' : 'binary',
  metadata: Buffer.from(sample.metadata),
  data: Buffer.from(sample.data),
});
const partsOf = ({ id, type, content, metadata, data }: EventParts) => ({
  id,
  type,
  content,
  metadata,
  data,
});

describe('an append message', () => {
  it.each([
    [(o: InstanceType<typeof AppendReq.Options>) => o.setAny(new sharedPb.Empty()), ExpectedRevision.any],
    [
      (o: InstanceType<typeof AppendReq.Options>) => o.setNoStream(new sharedPb.Empty()),
      ExpectedRevision.noStream,
    ],
    [
      (o: InstanceType<typeof AppendReq.Options>) => o.setStreamExists(new sharedPb.Empty()),
      ExpectedRevision.streamExists,
    ],
    [(o: InstanceType<typeof AppendReq.Options>) => o.setRevision('0'), 0],
    [(o: InstanceType<typeof AppendReq.Options>) => o.setRevision('4294967296'), 4_294_967_296],
    [(o: InstanceType<typeof AppendReq.Options>) => o.setRevision('9223372036854775807'), LARGEST],
    [
      (o: InstanceType<typeof AppendReq.Options>) => o.setRevision('18446744073709551615'),
      ExpectedRevision.noStream,
    ],
  ])('carries options (%#)', (set, expected) => {
    const options = set(new AppendReq.Options().setStreamIdentifier(stream));
    const read = readAppendMessage(bytes(new AppendReq().setOptions(options)));
    expect(read).toEqual({
      options: { stream: Buffer.from('claim-1'), expected, deadlineMs: Infinity, flaw: undefined },
    });
  });

  it('carries an event as the generated classes write it', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const message = filled(new AppendReq.ProposedMessage(), sample);
        const read = readAppendMessage(bytes(new AppendReq().setProposedMessage(message)));
        expect('event' in read && partsOf(read.event)).toEqual(plain(sample));
      }),
    );
  });

  it.each([
    ['no content', () => Buffer.alloc(0)],
    ['a length that passes its end', () => Buffer.from([0x12, 0x7f, 1])],
    ['an unending varint', () => Buffer.alloc(12, 0xff)],
  ])('with %s is refused', (_, message) => {
    expect(() => readAppendMessage(message())).toThrow(RangeError);
  });
});

const sampleEvent: Sample = {
  id: 'a3bb189e-8bf9-3888-9912-ace4e6543002',
  type: 'T',
  contentType: 'application/json',
  metadata: new Uint8Array(),
  data: new Uint8Array(),
};

describe('an append message', () => {
  const { Options } = AppendReq;

  it.each([
    ['no stream', new Options(), 'The stream has no name.'],
    [
      'a revision past the last one',
      new Options().setStreamIdentifier(stream).setRevision('9223372036854775808'),
      'The expected revision is no revision: 2^63 - 1 is the last.',
    ],
  ])('with %s says so', (_, options, flaw) => {
    const read = readAppendMessage(bytes(new AppendReq().setOptions(options)));
    expect(read).toMatchObject({ options: { flaw } });
  });

  it('knows JSON from everything else', () => {
    const contentTypeOf = (contentType: string) => {
      const message = filled(new AppendReq.ProposedMessage(), { ...sampleEvent, contentType });
      const read = readAppendMessage(bytes(new AppendReq().setProposedMessage(message)));
      return 'event' in read ? read.event.content : undefined;
    };
    expect(contentTypeOf('application/json')).toBe('json');
    expect(contentTypeOf('text/plain')).toBe('binary');
  });
});

describe('a batch append message', () => {
  it('carries its parts as the generated classes write them', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.array(samples, { maxLength: 5 }),
        fc.boolean(),
        fc.nat(),
        (id, events, final, time) => {
          const options = new BatchAppendReq.Options().setStreamIdentifier(stream).setStreamPosition('7');
          options.setDeadline(timestampPb.Timestamp.fromDate(new Date(time)));
          const message = new BatchAppendReq().setOptions(options).setIsFinal(final);
          message.setCorrelationId(new sharedPb.UUID().setString(id));
          message.setProposedMessagesList(events.map((e) => filled(new BatchAppendReq.ProposedMessage(), e)));
          const read = readBatchAppendMessage(bytes(message));
          expect({ ...read, events: read.events.map(partsOf) }).toEqual({
            correlationId: id,
            options: { stream: Buffer.from('claim-1'), expected: 7, deadlineMs: time, flaw: undefined },
            events: events.map(plain),
            isFinal: final,
            flaw: undefined,
          });
        },
      ),
    );
  });

  it('takes an id in its structured form', () => {
    const hex = sampleEvent.id.replaceAll('-', '');
    const half = (digits: string) => String(BigInt.asIntN(64, BigInt(`0x${digits}`)));
    const structured = new sharedPb.UUID.Structured();
    structured.setMostSignificantBits(half(hex.slice(0, 16)));
    structured.setLeastSignificantBits(half(hex.slice(16)));
    const message = new BatchAppendReq().setCorrelationId(new sharedPb.UUID().setStructured(structured));
    expect(readBatchAppendMessage(bytes(message)).correlationId).toBe(sampleEvent.id);
  });

  it('says what an event lacks', () => {
    const message = new BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(sampleEvent.id));
    message.addProposedMessages(filled(new BatchAppendReq.ProposedMessage(), { ...sampleEvent, type: '' }));
    expect(readBatchAppendMessage(bytes(message)).flaw).toBe("Required Metadata Property 'type' is missing");
    const event = proposedEvent(plain(sampleEvent));
    expect(flawOf(event)).toBeUndefined();
    event.content = 'unsaid';
    expect(missingProperty(event)).toBe('content-type');
  });

  it.each([
    ['nope', 'An event has no id that is a UUID.'],
    ['', 'An event has no id that is a UUID.'],
    ['{00000000000000000000000000000001}', 'An event has no id that is a UUID.'],
    ['00000000-0000-0000-0000-000000000000', 'The id of an event is all zeros.'],
  ])('says that an event cannot go by the id "%s"', (id, flaw) => {
    const message = new BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(sampleEvent.id));
    message.addProposedMessages(filled(new BatchAppendReq.ProposedMessage(), { ...sampleEvent, id }));
    expect(readBatchAppendMessage(bytes(message)).flaw).toBe(flaw);
  });

  it.each(['{%}', '(%)', ' % ', '%'])('takes an id that is written %s', (form) => {
    const written = form.replace('%', sampleEvent.id.toUpperCase());
    const message = new BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(written));
    expect(readBatchAppendMessage(bytes(message)).correlationId).toBe(sampleEvent.id);
  });

  it('takes an id without hyphens', () => {
    const digits = new sharedPb.UUID().setString(sampleEvent.id.replaceAll('-', ''));
    const message = new BatchAppendReq().setCorrelationId(digits);
    expect(readBatchAppendMessage(bytes(message)).correlationId).toBe(sampleEvent.id);
  });

  it('without an id cannot be answered', () => {
    const message = new BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString('x'));
    expect(() => readBatchAppendMessage(bytes(message))).toThrow(RangeError);
  });
});
