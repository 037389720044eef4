import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startEventStoreServer, verifyStore } from '#event-store-server';
import { lindung } from './program.js';
import { scratch } from './scratch.js';

const STREAMS = 3;
const APPENDS = 300;
/** The event that the store itself writes first comes on top. */
const EVENTS = 2 * APPENDS + 1;

const path = scratch();
let sound: string;

/** What the data of each event carries, so that a spec finds it in the file. */
const mark = (n: number) => `mark-${String(n).padStart(5, '0')}`;

beforeAll(async () => {
  sound = path('sound');
  const server = await startEventStoreServer({ port: 0, data: sound });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  for (let n = 0; n < APPENDS; n++) {
    const events = [0, 1].map((k) =>
      jsonEvent({ type: 'Marked', data: { mark: mark(2 * n + k), text: 'x'.repeat(400) } }),
    );
    await client.appendToStream(`claim-${n % STREAMS}`, events);
  }
  await client.dispose();
  await server.stop();
});

/** A copy of the sound store, to be damaged. */
function copyOf(name: string): { directory: string; file: string } {
  const directory = path(name);
  cpSync(sound, directory, { recursive: true });
  return { directory, file: join(directory, 'events.sqlite') };
}

function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** Changes one byte of a file in place. */
function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = bytes[offset]! ^ 0x01;
  writeFileSync(file, bytes);
}

it('finds nothing in a sound store, and counts its events', () => {
  const verification = verifyStore(join(sound, 'events.sqlite'));
  expect(verification).toEqual({
    isSound: true,
    events: EVENTS,
    streams: STREAMS + 1,
    lastPosition: EVENTS,
    problems: [],
    moreProblems: 0,
  });
});

it('finds each event in the file once, so that a damaged copy cannot hide behind a sound one', () => {
  const bytes = readFileSync(join(sound, 'events.sqlite'));
  for (let n = 0; n < 2 * APPENDS; n++) {
    const first = bytes.indexOf(mark(n));
    expect({ n, isStored: first > 0, again: bytes.indexOf(mark(n), first + 1) }).toEqual({
      n,
      isStored: true,
      again: -1,
    });
  }
});

it('names the event of which one byte is not what was stored', () => {
  const { file } = copyOf('flipped');
  flip(file, readFileSync(file).indexOf(mark(301)) + 3);
  const { isSound, events, problems } = verifyStore(file);
  expect(isSound).toBe(false);
  expect(events).toBe(EVENTS - 1);
  // Append 150 wrote events 300 and 301: position 303 after the first event of the store, revision 101 of its stream.
  expect(problems).toEqual([
    {
      kind: 'checksum',
      position: 303,
      stream: 'claim-0',
      revision: 101,
      message:
        'the event at position 303 (revision 101 of claim-0) is not what was stored: its checksum is wrong',
    },
  ]);
});

it('finds any byte of any event that is flipped', () => {
  const { file } = copyOf('any-byte');
  const whole = readFileSync(file);
  const first = whole.indexOf(mark(200));
  for (let offset = first; offset < first + 100; offset++) {
    flip(file, offset);
    expect({ offset, isSound: verifyStore(file).isSound }).toEqual({ offset, isSound: false });
    flip(file, offset);
  }
  expect(readFileSync(file).equals(whole)).toBe(true);
});

it('names the gap that a deleted row leaves, in the log and in its stream', () => {
  const { file } = copyOf('deleted');
  change(file, 'DELETE FROM entry WHERE position = 302');
  const { isSound, problems } = verifyStore(file);
  expect(isSound).toBe(false);
  expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
    ['gap', 'the log has a gap: positions 302 to 303 are missing'],
    ['gap', 'stream claim-0 has a gap: revisions 100 to 101 are missing before position 308'],
  ]);
});

it('names a stream whose events are all gone', () => {
  const { file } = copyOf('stream-gone');
  change(file, `DELETE FROM entry WHERE stream = (SELECT id FROM stream WHERE name = 'claim-2')`);
  expect(verifyStore(file).problems).toContainEqual({
    kind: 'gap',
    stream: 'claim-2',
    message: 'all events of stream claim-2 are missing',
  });
});

it.each([
  ['moved to another stream', 'UPDATE entry SET stream = 2 WHERE position = 304'],
  ['moved to another revision', 'UPDATE entry SET revision = revision + 1000 WHERE position = 304'],
  ['moved to the end', 'UPDATE entry SET position = 9000 WHERE position = 304'],
  [
    'put in the place of another',
    'UPDATE entry SET events = (SELECT events FROM entry WHERE position = 306) WHERE position = 304',
  ],
])('finds an event that was %s', (_, sql) => {
  const { file } = copyOf(`moved-${sql.length}`);
  change(file, sql);
  const { problems } = verifyStore(file);
  expect(problems.some(({ kind }) => kind === 'misplaced')).toBe(true);
  expect(problems.some(({ message }) => /position (304|9000)/.test(message))).toBe(true);
});

it.each([
  ['names every event', ''],
  [
    'does not name the newest ones',
    'DELETE FROM stream_entry WHERE position > 100; UPDATE indexed_up_to SET position = 100',
  ],
])('tells what is left when a page of the file is overwritten and the index %s', (_, sql) => {
  const { file } = copyOf(`page-${sql.length}`);
  change(file, sql);
  const bytes = readFileSync(file);
  const pageSize = bytes.readUInt16BE(16);
  const pageStart = Math.floor(bytes.indexOf(mark(300)) / pageSize) * pageSize;
  bytes.fill(0xff, pageStart, pageStart + pageSize);
  writeFileSync(file, bytes);
  const { isSound, events, problems } = verifyStore(file);
  expect(isSound).toBe(false);
  expect(events).toBeGreaterThan(EVENTS - 40);
  expect(problems.some(({ position = 0 }) => position > 290 && position < 310)).toBe(true);
});

it.each([
  ['does not name', 'DELETE FROM stream_entry WHERE position = 304', 'does not name revision 100 of claim-1'],
  [
    'misplaces',
    'UPDATE stream_entry SET position = 306 WHERE position = 304',
    'names revision 100 of claim-1',
  ],
])('finds an entry that the index of streams %s', (_, sql, message) => {
  const { file } = copyOf(`index-${sql.length}`);
  change(file, sql);
  const { problems } = verifyStore(file);
  expect(problems[0]).toMatchObject({ kind: 'database', message: expect.stringContaining(message) });
});

it('works beside a running server and sees what that has stored', async () => {
  const { directory, file } = copyOf('running');
  const server = await startEventStoreServer({ port: 0, data: directory });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  await client.appendToStream('late', jsonEvent({ type: 'Late', data: {} }));
  expect(verifyStore(file)).toMatchObject({ isSound: true, events: EVENTS + 1 });
  await client.appendToStream('late', jsonEvent({ type: 'Later', data: {} }));
  await client.dispose();
  await server.stop();
  expect(verifyStore(file)).toMatchObject({ isSound: true, events: EVENTS + 2 });
});

describe('lindung store verify', () => {
  it('says that a store is sound, with code 0', async () => {
    const { code, stdout } = await lindung(['store', 'verify', '--data', sound]);
    expect(stdout).toBe(
      `${sound}: ${EVENTS} sound events in ${STREAMS + 1} streams, last position ${EVENTS}: sound\n`,
    );
    expect(code).toBe(0);
  });

  it('says what is wrong and where, with code 1', async () => {
    const { directory, file } = copyOf('told');
    flip(file, readFileSync(file).indexOf(mark(10)));
    const { code, stdout } = await lindung(['store', 'verify', '--data', directory]);
    expect(stdout).toContain('the event at position 12 (revision 2 of claim-2) is not what was stored');
    expect(stdout).toContain('NOT SOUND, 1 problem\n');
    expect(code).toBe(1);
  });

  it('prints JSON', async () => {
    const { directory, file } = copyOf('json');
    change(file, 'DELETE FROM entry WHERE position = 302');
    const { code, stdout } = await lindung(['store', 'verify', '--data', directory, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      isSound: false,
      problems: [{ kind: 'gap', position: 302 }, {}],
    });
    expect(code).toBe(1);
  });

  it.each([
    [['--data', '/nowhere/at/all'], '/nowhere/at/all holds no store'],
    [['--data', '.', '--file', './x'], 'give either --data or --file'],
    [['--file', import.meta.filename], 'is no embedded event store: file is not a database'],
    [['--file', '/nowhere'], 'there is no file /nowhere'],
  ])('fails plainly for %j', async (words, reason) => {
    const { code, stderr } = await lindung(['store', 'verify', ...words]);
    expect(stderr).toContain(reason);
    expect(code).toBe(1);
  });
});
