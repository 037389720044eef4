import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '#http';
import { event } from '#kernel';
import { type LocalEventStore, eventually, localEventStore, testContext } from '#testing';
import {
  type Checkpoint,
  entriesIn,
  leafEntry,
  leafHash,
  readCheckpoint,
  readClosedTree,
  readPolicy,
  readProof,
  recordOf,
  signingKey,
  tilePath,
  tileWidthIn,
  verifyProof,
  writtenKey,
} from '#transparency-log';
import { transparencyLog } from './transparency-log.app.js';

const ORIGIN = 'lindung.example/log';
const seed = Buffer.alloc(32, 1);
const policy = readPolicy(`log ${writtenKey(signingKey(ORIGIN, 'note', seed).public)}\nquorum none\n`);

describe('the transparency log', () => {
  let folder: string;
  let log: LocalEventStore;
  let app: RunningApp;

  const start = (url = log.connectionString, more: Readonly<Record<string, string>> = {}) =>
    startApp(transparencyLog, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      EVENTSTORE_URL: url,
      TRANSPARENCY_DATA: join(folder, 'tree'),
      TRANSPARENCY_ORIGIN: ORIGIN,
      TRANSPARENCY_SECRET: seed.toString('base64'),
      TRANSPARENCY_CHECKPOINT_MS: '20',
      ...more,
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-transparency-'));
    log = await localEventStore();
    app = await start();
  });
  afterAll(async () => {
    await app.stop();
    await log.stop();
    await rm(folder, { recursive: true });
  });

  const fetched = async (path: string) => {
    const response = await fetch(`${app.url}/log/${path}`);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  /** The checkpoint once the tree has so many leaves. */
  async function checkpointOf(size: number): Promise<Checkpoint> {
    let checkpoint: Checkpoint | undefined;
    await eventually(`the tree has ${size} leaves`, async () => {
      const { response, bytes } = await fetched('checkpoint');
      checkpoint = response.ok ? readCheckpoint(bytes) : undefined;
      return (checkpoint?.size ?? 0) >= size;
    });
    return checkpoint as Checkpoint;
  }

  async function append(streamId: string, count: number, after: bigint | null) {
    const events = Array.from({ length: count }, (_, number) =>
      event('ThingCounted', { participantId: streamId, number, person: { name: `Siti ${number}` } }),
    );
    await log.store.append(streamId, events, after, testContext({ commandId: randomUUID() }));
  }

  it('proves an event to somebody who has the event and the key of the log, and nothing else', async () => {
    const streamId = `thing-${randomUUID()}`;
    await append(streamId, 300, null);
    const checkpoint = await checkpointOf(300);
    const kept = await log.store.keptAt(streamId, 271n);
    const { response, bytes } = await fetched(`proof/${kept!.position}`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const proof = readProof(bytes);
    verifyProof(proof, leafHash(leafEntry(recordOf(kept!))), policy);
    expect(proof.checkpoint.root).toEqual(checkpoint.root);
    const other = await log.store.keptAt(streamId, 270n);
    expect(() => verifyProof(proof, leafHash(leafEntry(recordOf(other!))), policy)).toThrow('does not lead');
  });

  it('serves entries that hold nothing of the event, for whoever reads them all', async () => {
    const bundle = { level: 'entries', index: 1 } as const;
    const { size } = await checkpointOf(300);
    const tile = { ...bundle, width: tileWidthIn(size, bundle) };
    const { response, bytes } = await fetched(tilePath(tile));
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const entries = entriesIn(bytes, tile.width, 'bundle').map(String);
    expect(entries[0]).toMatch(/^lindung-event\/v1\n\d+\n256\nThingCounted\n/);
    expect(entries.join('')).not.toContain('thing-');
  });

  it.each(['tile/0/999', 'tile/0/0', 'tile/%2e%2e/place.json', 'proof/1', 'proof/x'])(
    'has nothing at %s',
    async (path) => {
      const { response } = await fetched(path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    },
  );

  it('goes on where it was after a stop, also after events that came meanwhile', async () => {
    const before = await checkpointOf(300);
    await app.stop();
    await append(`thing-${randomUUID()}`, 10, null);
    app = await start();
    const after = await checkpointOf(before.size + 10);
    expect(after.size).toBe(before.size + 10);
    const ready = await (await fetch(`${app.url}/health/ready`)).json();
    expect(ready).toMatchObject({ status: 'ready' });
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain(
      `lindung_transparency_leaves ${after.size}`,
    );
  });

  it('puts nothing of a log that was restored into the tree, says why, and begins another when it is told its name', async () => {
    const { size } = await checkpointOf(300);
    await app.stop();
    const another = await localEventStore();
    app = await start(another.connectionString);
    const failing = async () => {
      const { checks } = (await (await fetch(`${app.url}/health/ready`)).json()) as {
        checks: { name: string; detail?: string }[];
      };
      return checks.find(({ name }) => name === 'transparency-log')?.detail;
    };
    await eventually('it has looked', async () => (await failing()) === 'failing: LOG_BEHIND_TREE');
    await app.stop();

    const next = {
      TRANSPARENCY_ORIGIN: `${ORIGIN}/2`,
      TRANSPARENCY_SECRET: Buffer.alloc(32, 2).toString('base64'),
    };
    app = await start(another.connectionString, {
      ...next,
      TRANSPARENCY_FORMER_SECRET: seed.toString('base64'),
    });
    const begun = await checkpointOf(1);
    expect([begun.origin, begun.size]).toEqual([`${ORIGIN}/2`, 1]);
    const closed = readClosedTree((await fetched('trees/1/closed')).bytes, [
      signingKey(ORIGIN, 'note', seed).public,
    ]);
    expect([closed.size, closed.next.name]).toEqual([size, `${ORIGIN}/2`]);
    expect(readCheckpoint((await fetched('trees/1/checkpoint')).bytes)).toMatchObject({
      origin: ORIGIN,
      size,
    });
    expect((await fetched('trees/1/tile/0/000')).bytes).toHaveLength(8_192);
    for (const path of ['trees/2/closed', 'trees/2/tile/0/000.p/1', 'trees/1/place.json', 'trees/x/closed']) {
      expect([path, (await fetched(path)).response.status]).toEqual([path, 404]);
    }
    await another.stop();
  });
});
