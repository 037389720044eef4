import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAppendMessage, readBatchAppendMessage } from './append-messages.js';
import type { ProposedEvent } from './proposed-event.js';

function varint(value: number, extra = 0): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  // Nobody has to write a number in as few bytes as it takes.
  if (extra === 0) return [...bytes, rest];
  return [...bytes, rest | 0x80, ...Array.from({ length: extra - 1 }, () => 0x80), 0];
}

function field(number: number, value: Uint8Array | string, extra = 0): Buffer {
  const content = Buffer.from(value);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(content.length, extra)]), content]);
}

const ids = fc.oneof(
  { weight: 8, arbitrary: fc.uuid().map((id) => field(1, field(2, id))) },
  fc.uuid().map((id) => field(1, field(2, id.toUpperCase()))),
  fc.uuid().map((id) => field(1, field(2, `{${id}}`))),
  fc.uuid().map((id) => field(1, field(2, id.replaceAll('-', '')))),
  fc.uuid().map((id) => field(1, Buffer.concat([field(2, id), Buffer.from([0x18, 1])]))),
  fc.tuple(fc.nat(), fc.nat()).map(([most, least]) => {
    return field(1, field(1, Buffer.from([0x08, ...varint(most), 0x10, ...varint(least)])));
  }),
  fc
    .constantFrom('nope', '', '7f9c24e8-3b12-4f6e-9d51-0a5d3c1e8b7-', '00000000-0000-0000-0000-000000000000')
    .map((id) => field(1, field(2, id))),
  fc.constant(Buffer.alloc(0)),
);
const extra = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(1, 2));
const property = fc
  .tuple(
    fc.constantFrom('type', 'content-type', 'other'),
    fc.constantFrom('T', 'U', 'Measured', '', 'application/json', 'text/plain', 'application/jsom'),
    fc.boolean(),
    extra,
  )
  .map(([key, value, isKeyFirst, extra]) => {
    const parts = [field(1, key, extra), field(2, value)];
    return field(2, Buffer.concat(isKeyFirst ? parts : parts.toReversed()));
  });
const properties = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('T', 'Measured')
      .map((type) => [
        field(2, Buffer.concat([field(1, 'type'), field(2, type)])),
        field(2, Buffer.concat([field(1, 'content-type'), field(2, 'application/json')])),
      ]),
  },
  fc.array(property, { maxLength: 4 }),
);
const content = (number: number) =>
  fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 200, size: 'max' }), extra)
      .map(([bytes, extra]) => field(number, bytes, extra)),
  );
const unknown = fc.oneof(
  { weight: 6, arbitrary: fc.constant(Buffer.alloc(0)) },
  fc.constantFrom(Buffer.from([0x78, 1]), field(9, 'unknown'), Buffer.from([0x7d, 1, 2, 3, 4])),
);

/** The fields of an event, mostly in the order in which clients write them. */
const events = fc
  .tuple(ids, properties, content(3), content(4), unknown, fc.nat(40), fc.nat(5))
  .map(([id, properties, metadata, data, unknown, turn, at]) => {
    const fields = [id, ...properties, metadata, data];
    if (turn < 6) fields.push(...fields.splice(0, turn));
    fields.splice(at, 0, unknown);
    return Buffer.concat(fields);
  });

/** What may stand behind the fields that an event mostly ends with. */
const tails = fc.oneof(
  { weight: 3, arbitrary: fc.constant(Buffer.alloc(0)) },
  fc.constantFrom(
    field(2, Buffer.concat([field(1, 'type'), field(2, 'Later')])),
    field(3, 'm'),
    field(4, 'd'),
  ),
);

/** Some events, most of them like one before but for what no two have the same. */
const messages = fc.array(fc.tuple(events, tails, fc.nat(9)), { minLength: 1, maxLength: 8 }).map((drawn) => {
  const written: Buffer[] = [];
  for (const [event, , kind] of drawn) {
    const before = written.at(-1);
    written.push(before === undefined || kind < 4 ? event : changed(before, event, kind));
  }
  return written.map((event, n) => Buffer.concat([event, drawn[n]![1]]));
});

/** One event again: as it was, with another id, with a byte changed somewhere, or cut short. */
function changed(before: Buffer, by: Buffer, kind: number): Buffer {
  const copy = Buffer.from(before);
  const place = by.length % Math.max(1, copy.length);
  if (kind === 4) return copy;
  if (kind === 5) return copy.subarray(0, place);
  if (kind === 6 && copy.length > 0) copy[place] = by[0] ?? 0;
  else if (copy.length > 40) copy.write(by.length.toString(16).padStart(4, '0'), 36, 'latin1');
  return copy;
}

const correlation = field(1, field(2, '7f9c24e8-3b12-4f6e-9d51-0a5d3c1e8b77'));

/** All that can be known of an event. */
const told = (event: ProposedEvent) => ({
  id: event.hasId ? event.id : undefined,
  isNil: event.isNil,
  type: event.type.toString('hex'),
  content: event.content,
  metadata: event.metadata.toString('hex'),
  data: event.data.toString('hex'),
});

function readAlone(event: Buffer): ReturnType<typeof told> {
  const read = readAppendMessage(field(2, event));
  if (!('event' in read)) throw new Error('no event was read');
  return told(read.event);
}

const outcome = <Value>(read: () => Value): Value | string => {
  try {
    return read();
  } catch (error) {
    return (error as Error).message;
  }
};

it('events of one message are read as each is by itself, however alike they are', () => {
  fc.assert(
    fc.property(messages, fc.nat(3), (events, extra) => {
      const message = Buffer.concat([correlation, ...events.map((event) => field(3, event, extra % 3))]);
      const together = outcome(() => readBatchAppendMessage(message).events.map(told));
      const alone = outcome(() => events.map(readAlone));
      expect(together).toEqual(alone);
    }),
    { numRuns: 2_000 },
  );
});

it('a message that stands amid other bytes is read as by itself', () => {
  fc.assert(
    fc.property(messages, fc.nat(20), (events, offset) => {
      const message = Buffer.concat([correlation, ...events.map((event) => field(3, event))]);
      const amid = Buffer.concat([Buffer.alloc(offset, 0xff), message, Buffer.alloc(9, 0xff)]);
      const read = (bytes: Buffer) => outcome(() => readBatchAppendMessage(bytes).events.map(told));
      expect(read(amid.subarray(offset, offset + message.length))).toEqual(read(message));
    }),
  );
});

const id = field(1, field(2, '7f9c24e8-3b12-4f6e-9d51-0a5d3c1e8b77'));
const LONG = 'x'.repeat(300);

it.each<[name: string, before: Buffer[], event: Buffer[]]>([
  [
    'the length of its data takes more bytes than it needs',
    [field(4, LONG, 1)],
    [Buffer.from([0x22, 0xac, 0x02]), Buffer.from('xx')],
  ],
  [
    'the length of its metadata takes more bytes than it needs',
    [field(3, LONG, 1), field(4, 'data')],
    [Buffer.from([0x1a, 0xac, 0x02]), field(4, 'xx'.repeat(140))],
  ],
  [
    'the length of its metadata takes more bytes than it needs, and they read like a field',
    [field(3, Buffer.concat([field(4, 'x')]), 1), field(4, 'data')],
    [field(3, Buffer.concat([field(4, 'x')]), 1), field(4, 'data')],
  ],
  [
    'something stands between metadata and data',
    [field(3, 'm'), field(2, Buffer.concat([field(1, 'type'), field(2, 'T')])), field(4, 'data')],
    [field(3, 'm'), field(4, 'more data than there were before')],
  ],
])('an event is read as by itself behind one of which %s', (_, before, event) => {
  const events = [before, event].map((fields) => Buffer.concat([id, ...fields]));
  const message = Buffer.concat([correlation, ...events.map((one) => field(3, one))]);
  const together = outcome(() => readBatchAppendMessage(message).events.map(told));
  expect(together).toEqual(outcome(() => events.map(readAlone)));
});
