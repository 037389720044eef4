import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpectedRevision } from '../wire/append-messages.js';
import { LARGEST_RESTING_WAL, databaseFile } from './database.js';
import { EventLog } from './event-log.js';
import type { WriteOutcome } from './log-writer.js';
import { systemEvent } from './system-events.js';

const LARGE = JSON.stringify({ text: 'x'.repeat(500_000) });

let directory: string;
let log: EventLog;
let foreign: DatabaseSync;

function open(lockPatienceMs?: number): void {
  log = new EventLog({ directory }, lockPatienceMs);
  foreign = new DatabaseSync(databaseFile(directory));
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-wal-'));
});
afterEach(() => {
  foreign.close();
  log.close();
  rmSync(directory, { recursive: true });
});

const write = (data = '{}'): Promise<WriteOutcome> =>
  log.write({
    kind: 'append',
    stream: 's',
    expected: ExpectedRevision.any,
    events: [systemEvent('Written', data)],
  });
const walSize = () => statSync(`${databaseFile(directory)}-wal`).size;
const countAll = () => log.reader.all(1, false, Infinity).length;

it('the write-ahead log is cut to its size at rest after somebody held a moment of the store', async () => {
  open();
  foreign.exec('BEGIN');
  foreign.prepare('SELECT count(*) FROM entry').get();
  while (walSize() < 2 * LARGEST_RESTING_WAL) await write(LARGE);
  foreign.exec('COMMIT');
  // The first takes the whole log into the database, the second begins anew.
  for (let n = 0; n < 2; n++) await write();
  expect(walSize()).toBeLessThanOrEqual(LARGEST_RESTING_WAL);
});

describe('while another process writes to the database', () => {
  it('reading goes on, and writes wait', async () => {
    open();
    await write();
    foreign.exec('BEGIN IMMEDIATE');
    let written = 0;
    const writes = [write(), write()].map((outcome) => outcome.then(() => written++));
    for (let turn = 0; turn < 3; turn++) {
      await wait(1);
      expect(countAll()).toBe(2);
    }
    expect(written).toBe(0);
    foreign.exec('ROLLBACK');
    await Promise.all(writes);
    expect(log.head).toBe(4);
    expect(log.lastFailure).toBeUndefined();
  });

  it('writes are refused after a while, and nothing of them is stored', async () => {
    open(30);
    foreign.exec('BEGIN IMMEDIATE');
    const refused = [write(), write()];
    for (const one of refused) await expect(one).rejects.toThrow('database is locked');
    expect(log.lastFailure).toContain('database is locked');
    expect(() => log.probe()).toThrow('database is locked');
    foreign.exec('ROLLBACK');
    log.probe();
    await expect(write()).resolves.toMatchObject({ kind: 'written', revision: 0 });
  });

  it('each write waits as long as any other', async () => {
    open(30);
    foreign.exec('BEGIN IMMEDIATE');
    await expect(write()).rejects.toThrow('database is locked');
    const next = write();
    await wait(1);
    foreign.exec('ROLLBACK');
    await expect(next).resolves.toMatchObject({ kind: 'written', revision: 0 });
  });

  it('a stop refuses what cannot be written, and ends', async () => {
    open();
    foreign.exec('BEGIN IMMEDIATE');
    const refused = write();
    log.close();
    await expect(refused).rejects.toThrow('database is locked');
  });
});
