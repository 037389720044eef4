import { expect, it } from '@jest/globals';
import { ExpectedRevision } from '../wire/append-messages.js';
import { proposedEvent, type ProposedEvent } from '../wire/proposed-event.js';
import { IncomingAppend } from './incoming-append.js';

const MIB = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

function appendOf(events: readonly ProposedEvent[], maxAppendSize = MIB): IncomingAppend {
  const options = {
    stream: Buffer.from('s'),
    expected: ExpectedRevision.any,
    deadlineMs: Infinity,
    flaw: undefined,
  };
  const append = new IncomingAppend(options, { maxAppendSize });
  append.add(events);
  return append;
}

const event = (data: Buffer, type: string, metadata = NOTHING): ProposedEvent =>
  proposedEvent({
    id: '7f9c24e8-3b12-4f6e-9d51-0a5d3c1e8b77',
    type: Buffer.from(type),
    content: 'json',
    metadata,
    data,
  });

/** Events as the tests of the official client make them. */
const numbered = (count: number, type: string) =>
  Array.from({ length: count }, (_, index) =>
    event(Buffer.from(JSON.stringify({ message: 'test', index })), type),
  );

it.each<[name: string, isTooLarge: boolean, events: ProposedEvent[]]>([
  ['30,000 of a short type, which EventStoreDB 24 takes and 25 does not', true, numbered(30_000, 'test')],
  [
    '20,000 of a long type, which EventStoreDB 24 takes and 25 does not',
    true,
    numbered(20_000, 'ClaimDecided'),
  ],
  ['18,000 of a long type, which both take', false, numbered(18_000, 'ClaimDecided')],
  ['one of data as large as may be', false, [event(Buffer.alloc(MIB - 2), 'T')]],
  ['one of data larger than that', true, [event(Buffer.alloc(MIB - 1), 'T')]],
  ['one of metadata as large as may be', false, [event(NOTHING, 'T', Buffer.alloc(MIB - 2))]],
  ['one of metadata larger than that', true, [event(NOTHING, 'T', Buffer.alloc(MIB - 1))]],
  ['one of a type as large as may be', false, [event(NOTHING, 'T'.repeat(MIB / 2))]],
  ['one of a type larger than that', true, [event(NOTHING, 'T'.repeat(MIB / 2 + 1))]],
  ['one of a type whose letters have three bytes', true, [event(NOTHING, '₹'.repeat(MIB / 6 + 1))]],
])('an append of %s: too large is %s', (_, isTooLarge, events) => {
  expect(appendOf(events).isTooLarge).toBe(isTooLarge);
});

it('counts the events of all its messages', () => {
  const append = appendOf([event(Buffer.alloc(500), 'T')], 1_002);
  append.add([event(Buffer.alloc(498), 'T')]);
  expect(append.isTooLarge).toBe(false);
  append.add([event(NOTHING, 'T')]);
  expect(append.isTooLarge).toBe(true);
});
