import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ExpectedRevision } from '../wire/append-messages.js';
import { EventLog } from './event-log.js';
import { systemEvent } from './system-events.js';

let directory: string;
let log: EventLog;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'access-lists-'));
  log = new EventLog({ directory });
});
afterEach(() => {
  log.close();
  rmSync(directory, { recursive: true });
});

const write = (stream: string, type: string, data: object) =>
  log.write({
    kind: 'append',
    stream,
    expected: ExpectedRevision.any,
    events: [systemEvent(type, JSON.stringify(data))],
  });

it('access lists are in force as soon as they are stored, and after a restart', async () => {
  expect(log.accessLists.defaults()).toEqual({});
  expect(log.accessLists.ofStream('s')).toBeUndefined();
  await write('$settings', '$settings', { $userStreamAcl: { $r: 'first' } });
  await write('$settings', '$settings', { $systemStreamAcl: { $r: 'second' } });
  await write('$$s', '$metadata', { $acl: { $w: 'third' } });
  const inForce = () => [log.accessLists.defaults(), log.accessLists.ofStream('s')];
  const expected = [{ systemStreams: { read: ['second'] } }, { write: ['third'] }];
  expect(inForce()).toEqual(expected);
  log.close();
  log = new EventLog({ directory });
  expect(inForce()).toEqual(expected);
  await log.write({ kind: 'tombstone', stream: 's', expected: ExpectedRevision.any, events: [] });
  await log.write({ kind: 'tombstone', stream: '$settings', expected: ExpectedRevision.any, events: [] });
  expect(inForce()).toEqual([{}, undefined]);
});
