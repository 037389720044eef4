import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../test/eventually.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { databaseFile } from './database.js';
import { EventLog } from './event-log.js';
import { systemEvent } from './system-events.js';
import { LONGEST_WAL, WalCheckpoints } from './wal-checkpoints.js';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'event-store-checkpoints-'));
  file = databaseFile(directory);
});
afterEach(() => rmSync(directory, { recursive: true }));

it('what is due is taken into the database by a thread, to the last page', async () => {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE large (bytes)');
  const left = () => {
    const { log, checkpointed } = database.prepare('PRAGMA wal_checkpoint(NOOP)').get()!;
    return Number(log) - Number(checkpointed);
  };
  const checkpoints = new WalCheckpoints(database, file);
  const insert = () => database.exec('INSERT INTO large VALUES (zeroblob(4_000_000))');
  insert();
  checkpoints.tend();
  expect(left()).toBeGreaterThan(0);
  for (let n = 0; n < 6; n++) insert();
  const due = left();
  checkpoints.tend();
  expect(left()).toBe(due);
  await eventually('nothing is left', () => left() === 0);
  checkpoints.close();
  database.close();
});

describe('a log that grows fast', () => {
  const LARGE = JSON.stringify({ text: 'x'.repeat(500_000) });
  let log: EventLog;
  const write = () => {
    const events = [systemEvent('Written', LARGE)];
    return log.write({ kind: 'append', stream: 's', expected: ExpectedRevision.any, events });
  };
  const storedUntil = async (head: number) => {
    let longest = 0;
    while (log.head < head) {
      await write();
      longest = Math.max(longest, statSync(`${file}-wal`).size);
    }
    return longest;
  };

  it('has a write-ahead log that stays short', async () => {
    log = new EventLog({ directory });
    expect(await storedUntil(200)).toBeLessThan(LONGEST_WAL + 1_000_000);
    expect(statSync(file).size).toBeGreaterThan(200 * 500_000 - LONGEST_WAL);
    log.close();
  });

  it.each([49, 50, 51, 52])('is whole and in one file when it is closed with %i events', async (events) => {
    log = new EventLog({ directory });
    await storedUntil(events);
    log.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('SELECT count(*) AS rows FROM entry').get()).toEqual({ rows: events });
    database.close();
  });
});
