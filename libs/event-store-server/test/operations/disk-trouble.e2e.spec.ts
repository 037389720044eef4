import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { pino } from 'pino';
import { startEventStoreServer, verifyStore, type EventStoreServer } from '#event-store-server';
import { describeUnless } from '../describe-unless.js';
import { eventStore, linesOf } from './program.js';
import { scratch } from './scratch.js';
import { mountSmallDisk, whyNoSmallDisk, type SmallDisk } from './small-disk.js';

const MIB = 1024 * 1024;
const DISK_MIB = 24;
const BALLAST_MIB = 12;
const REFUSED_IN_A_ROW = 20;

const describeHere = describeUnless(whyNoSmallDisk(), 'operations/disk-trouble.e2e.spec.ts');

const path = scratch();
interface Running {
  readonly server: EventStoreServer;
  readonly client: EventStoreDBClient;
  readonly stop: () => Promise<void>;
}

describeHere('a disk', () => {
  let disk: SmallDisk;
  let data: string;
  let log: string;
  let disks = 0;
  /** What a spec that fails in the middle leaves open would keep the disk busy. */
  const running = new Set<() => Promise<void>>();

  beforeEach(() => {
    disk = mountSmallDisk(path(`disk-${disks++}`), DISK_MIB);
    data = join(disk.directory, 'store');
    log = '';
  });
  afterEach(async () => {
    for (const stop of running) await stop();
    disk.remove();
  });

  async function start(): Promise<Running> {
    const destination = { write: (line: string) => (log += line) };
    const logger = pino({ formatters: { level: (label) => ({ level: label }) } }, destination);
    const server = await startEventStoreServer({ port: 0, data, logger });
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const stop = async () => {
      running.delete(stop);
      await client.dispose();
      await server.stop();
    };
    running.add(stop);
    return { server, client, stop };
  }

  const ready = (server: EventStoreServer) => fetch(`http://127.0.0.1:${server.port}/health/ready`);

  /** Appends until so many appends in a row were refused; returns the ids that were acknowledged, and the refusals. */
  async function fill(client: EventStoreDBClient): Promise<{ ids: string[]; refusals: unknown[] }> {
    const ids: string[] = [];
    const refusals: unknown[] = [];
    while (refusals.length < REFUSED_IN_A_ROW) {
      const event = jsonEvent({ type: 'Filling', data: { text: 'x'.repeat(100_000) } });
      try {
        await client.appendToStream('filling', event);
        ids.push(event.id);
      } catch (error) {
        refusals.push(error);
      }
    }
    return { ids, refusals };
  }

  async function idsIn(client: EventStoreDBClient): Promise<string[]> {
    const ids: string[] = [];
    for await (const { event } of client.readStream('filling')) ids.push(event!.id);
    return ids;
  }

  it('that is full: appends are refused with the reason, and taken again once there is space', async () => {
    const ballast = join(disk.directory, 'ballast');
    writeFileSync(ballast, Buffer.alloc(BALLAST_MIB * MIB));
    const { server, client, stop } = await start();

    const { ids, refusals } = await fill(client);
    expect(ids.length).toBeGreaterThan(10);
    for (const refusal of refusals) {
      expect(String(refusal)).toMatch(/The event store could not write: .*database or disk is full/);
    }
    expect(await idsIn(client)).toEqual(ids);
    expect((await ready(server)).status).toBe(503);

    rmSync(ballast);
    expect((await ready(server)).status).toBe(204);
    const after = jsonEvent({ type: 'Filling', data: { text: 'there is space again' } });
    await client.appendToStream('filling', after);
    expect(await idsIn(client)).toEqual([...ids, after.id]);
    await stop();

    const told = linesOf(log).filter(({ msg }) => String(msg).startsWith('the disk'));
    expect(told.map(({ level, msg }) => [level, msg])).toEqual([
      ['error', 'the disk refuses events'],
      ['info', 'the disk takes events again'],
    ]);
    expect(log).not.toContain('xxxx');
    const { isSound, problems } = verifyStore(join(data, 'events.sqlite'));
    expect({ isSound, problems }).toEqual({ isSound: true, problems: [] });
  });

  it('that is full when the server stops and starts: nothing acknowledged is lost', async () => {
    const ballast = join(disk.directory, 'ballast');
    writeFileSync(ballast, Buffer.alloc(BALLAST_MIB * MIB));
    const first = await start();
    const { ids } = await fill(first.client);
    await first.stop();
    rmSync(ballast);
    const second = await start();
    expect(await idsIn(second.client)).toEqual(ids);
  });

  it('that is read-only: the start is refused with the reason, and works once the disk can be written', async () => {
    const first = await start();
    await first.stop();
    disk.setWritable(false);
    const { code, stderr } = await eventStore(['--port', '0', '--data', data]);
    expect(stderr).toContain(`the directory ${data} cannot be written`);
    expect(code).toBe(1);
    expect(verifyStore(join(data, 'events.sqlite')).isSound).toBe(true);
    disk.setWritable(true);
    await expect(start()).resolves.toBeDefined();
  });
});
