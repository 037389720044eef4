import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { ExpectedRevision } from '../wire/append-messages.js';
import { LARGEST } from '../wire/proto-size.js';
import { eventHeaderOf } from '../wire/recorded-event.js';
import { databaseFile } from './database.js';
import { EventLog } from './event-log.js';
import { systemEvent } from './system-events.js';

const STREAMS = ['a', 'b', 'c'];
/** More than are kept in memory, so that every stream stands partly in the index and partly not. */
const APPENDS = 6_000;

const root = mkdtempSync(join(tmpdir(), 'stream-index-'));
const directory = join(root, 'store');
let log: EventLog;

/** Appends one or two events to one stream after the other; stream `a` gets most of them. */
async function appendMany(count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) => {
      const stream = STREAMS[n % 5] ?? 'a';
      const events = Array.from({ length: 1 + (n % 2) }, () => systemEvent('T', '{}'));
      return log.write({ kind: 'append', stream, expected: ExpectedRevision.any, events });
    }),
  );
}

/** Revisions of a stream as the handlers read them: chunk by chunk, from here on or back. */
function revisions(stream: string, from: number, backwards: boolean): number[] {
  const { id, last } = log.streamHead(stream);
  const numbers: number[] = [];
  for (let next = from; next >= 0 && next <= last;) {
    const chunk = log.reader.stream(id, next, backwards, 700);
    for (const { number, message } of chunk) {
      const header = eventHeaderOf(message);
      numbers.push(header.stream === stream && header.revision === number ? number : NaN);
    }
    next = chunk.at(-1)!.number + (backwards ? -1 : 1);
  }
  return numbers;
}

function expectWholeStreams(): void {
  for (const stream of STREAMS) {
    const { last } = log.streamHead(stream);
    const all = Array.from({ length: last + 1 }, (_, n) => n);
    for (const from of [0, 1, Math.floor(last / 3), Math.floor(last / 2), last - 1, last]) {
      expect(revisions(stream, from, false)).toEqual(all.slice(from));
      expect(revisions(stream, from, true)).toEqual(all.slice(0, from + 1).toReversed());
    }
  }
}

const count = (table: string) => {
  const { n } = log.database.prepare(`SELECT count(*) AS n FROM ${table}`).get()!;
  return Number(n);
};

beforeAll(async () => {
  log = new EventLog({ directory });
  await appendMany(APPENDS);
});
afterEach(() => expectWholeStreams());
afterAll(() => {
  log.close();
  rmSync(root, { recursive: true });
});

describe('the index of streams', () => {
  it('names the older entries in the database, in fewer writes than there are entries, and the newest in memory', () => {
    const [indexed, entries] = [count('stream_entry'), count('entry')];
    expect(indexed).toBeGreaterThan(0);
    expect(indexed).toBeLessThan(entries);
  });

  it('finds the newest entries again in a store that was not closed', async () => {
    const crashed = join(root, 'crashed');
    log.database.prepare('VACUUM INTO ?').run(join(root, 'copy.sqlite'));
    const before = log.head;
    log.close();
    new EventLog({ directory: crashed }).close();
    rmSync(databaseFile(crashed));
    const copy = new DatabaseSync(join(root, 'copy.sqlite'));
    copy.prepare('VACUUM INTO ?').run(databaseFile(crashed));
    copy.close();
    log = new EventLog({ directory: crashed });
    expect(log.head).toBe(before);
    expect(count('stream_entry')).toBeLessThan(count('entry'));
    await appendMany(10);
  });

  it('names every entry in a store that was closed', () => {
    log.close();
    log = new EventLog({ directory: join(root, 'crashed') });
    expect(count('stream_entry')).toBe(count('entry'));
  });

  it('forgets the entries of a group that the disk refused', async () => {
    const before = log.streamHead('a').last;
    const refusal = `CREATE TEMP TRIGGER full BEFORE INSERT ON entry WHEN NEW.count = 3 BEGIN SELECT raise(ABORT, 'full'); END`;
    log.database.exec(refusal);
    const events = Array.from({ length: 3 }, () => systemEvent('T', '{}'));
    const refused = log.write({ kind: 'append', stream: 'b', expected: ExpectedRevision.any, events });
    const grouped = appendMany(5);
    await expect(Promise.all([refused, grouped])).rejects.toThrow('full');
    log.database.exec('DROP TRIGGER full');
    expect(log.streamHead('a').last).toBe(before);
    await appendMany(5);
  });

  it('finds a tombstone, which stands behind a gap, whether the stream is in the index yet or not', async () => {
    const closed = { stream: 'closed', expected: ExpectedRevision.any };
    for (let n = 0; n < 3; n++) {
      await log.write({ ...closed, kind: 'append', events: [systemEvent('T', '{}')] });
    }
    await log.write({ ...closed, kind: 'tombstone', events: [] });
    const { id } = log.streamHead('closed');
    const numbers = (from: number) => log.reader.stream(id, from, false, 700).map(({ number }) => number);
    const expectTombstone = () => {
      expect([0, 2, 3, LARGEST].map(numbers)).toEqual([
        [0, 1, 2, LARGEST],
        [2, LARGEST],
        [LARGEST],
        [LARGEST],
      ]);
    };
    expectTombstone();
    log.close();
    log = new EventLog({ directory: join(root, 'crashed') });
    expectTombstone();
  });

  it('finds a tombstone alone, and one whose stream was in the index before', async () => {
    const [alone, before] = ['alone', 'before'].map((stream) => ({ stream, expected: ExpectedRevision.any }));
    await log.write({ ...before!, kind: 'append', events: [systemEvent('T', '{}')] });
    log.close();
    log = new EventLog({ directory: join(root, 'crashed') });
    await log.write({ ...before!, kind: 'tombstone', events: [] });
    await log.write({ ...alone!, kind: 'tombstone', events: [] });
    const numbers = (stream: string, from: number) =>
      log.reader.stream(log.streamHead(stream).id, from, false, 700).map(({ number }) => number);
    expect([numbers('alone', 0), numbers('before', 0), numbers('before', 1)]).toEqual([
      [LARGEST],
      [0, LARGEST],
      [LARGEST],
    ]);
  });

  it('is made anew where it was lost', () => {
    log.close();
    const database = new DatabaseSync(databaseFile(join(root, 'crashed')));
    database.exec('DELETE FROM stream_entry; UPDATE indexed_up_to SET position = 0');
    database.close();
    log = new EventLog({ directory: join(root, 'crashed') });
    expect(count('stream_entry')).toBeGreaterThan(0);
  });
});
