import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Logger } from '#kernel';
import { readPolicy, readProof, signingKey, verifyEventProof, writtenKey } from '#transparency-log';
import { TreeLog } from '#transparency-log/service';
import { type ServedTree, serveTree } from '../../../transparency-log/test/served-tree.js';
import { EventProofs } from './event-proofs.js';

const ORIGIN = 'lindung.example/log';
const seed = Buffer.alloc(32, 1);
const policy = readPolicy(`log ${writtenKey(signingKey(ORIGIN, 'note', seed).public)}\nquorum none\n`);
const log = { info: () => {}, warn: () => {}, error: () => {} } as unknown as Logger;

const eventAt = (nth: number) => ({
  id: randomUUID(),
  streamId: `claim-${nth}`,
  revision: 0n,
  position: BigInt(nth * 100),
  type: 'ClaimApproved',
  data: Buffer.from(`{"nth":${nth}}`),
  metadata: Buffer.from('{}'),
});

describe('proofs of events for what is printed of them', () => {
  let folder: string;
  let treeLog: TreeLog;
  let served: ServedTree;
  let proofs: EventProofs;
  const events = Array.from({ length: 600 }, (_, nth) => eventAt(nth));
  const place = (nth: number) => {
    const { id: eventId, streamId, position } = events[nth]!;
    return { eventId, streamId, position: String(position) };
  };

  async function grow(to: number): Promise<void> {
    await treeLog.append(events.slice(treeLog.tree.size, to));
    await treeLog.tree.publish(await treeLog.sign());
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-proofs-'));
    treeLog = await TreeLog.open({ folder, origin: ORIGIN, seed });
    served = await serveTree(() => treeLog);
    proofs = new EventProofs(served.url, log);
    await grow(3);
  });
  afterAll(async () => {
    served.stop();
    treeLog.close();
    await rm(folder, { recursive: true });
  });

  it('say of which event they are, and stay the same however the tree grows', async () => {
    const first = await proofs.of(place(2));
    expect(verifyEventProof(readProof(Buffer.from(first ?? '')), policy).event).toMatchObject({
      streamId: 'claim-2',
      type: 'ClaimApproved',
    });
    await grow(300);
    await grow(600);
    expect(await proofs.of(place(2))).toBe(first);
    const later = await proofs.of(place(299));
    expect(readProof(Buffer.from(later ?? '')).checkpoint.size).toBe(300);
    treeLog.close();
    treeLog = await TreeLog.open({ folder, origin: ORIGIN, seed });
    expect(await proofs.of(place(2))).toBe(first);
    expect(await proofs.of(place(299))).toBe(later);
  });

  it('are none before a checkpoint covers the event, where another event stands there, and where nobody answers', async () => {
    expect(await proofs.of({ ...place(5), position: '999900' })).toBeUndefined();
    expect(await proofs.of({ ...place(5), eventId: randomUUID() })).toBeUndefined();
    expect(await new EventProofs('http://127.0.0.1:1/log', log).of(place(5))).toBeUndefined();
    expect(await new EventProofs(undefined, log).of(place(5))).toBeUndefined();
  });
});
