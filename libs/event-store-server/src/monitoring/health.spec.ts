import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EventLog } from '../storage/event-log.js';
import { systemEvent } from '../storage/system-events.js';
import { unwellness } from './health.js';

let log: EventLog;

beforeEach(() => {
  log = new EventLog('memory');
});
afterEach(() => log.close());

const write = () =>
  log.write({ kind: 'append', stream: 's', expected: -2, events: [systemEvent('Tried', '{"text":"x"}')] });

it('is well while events can be stored', async () => {
  await write();
  expect(unwellness(log, 'memory')).toBeUndefined();
});

it('is unwell from a refused write until the disk takes writes again', async () => {
  log.database.exec('PRAGMA query_only = ON');
  await expect(write()).rejects.toThrow('readonly');
  expect(unwellness(log, 'memory')).toContain('readonly');
  log.database.exec('PRAGMA query_only = OFF');
  expect(unwellness(log, 'memory')).toBeUndefined();
  await expect(write()).resolves.toMatchObject({ kind: 'written', revision: 0 });
});

it('is unwell while it stops', () => {
  log.beginStop();
  expect(unwellness(log, 'memory')).toBe('The event store is stopping.');
});
