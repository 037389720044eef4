import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KeptEvent } from '#event-store';
import { event, isErased } from '#kernel';
import { type LocalEventStore, inMemoryKeyRing, localEventStore, testContext } from '#testing';
import {
  GrowingTree,
  inclusionProof,
  leafEntry,
  leafHash,
  proofOfEvent,
  readPolicy,
  readProof,
  recordOf,
  signCheckpoint,
  signingKey,
  verifyEventProof,
  verifyRecorded,
  writtenKey,
  writtenProof,
} from '../src/index.js';

const ORIGIN = 'lindung.example/log';
const key = signingKey(ORIGIN, 'note', Buffer.alloc(32, 1));
const policy = readPolicy(`log ${writtenKey(key.public)}\nquorum none\n`);

const [STREAMS, IN_EACH] = [50, 20];

/** A proof of each of these events, all by one checkpoint over them. */
async function proofsOf(events: readonly KeptEvent[]): Promise<readonly Buffer[]> {
  const tree = GrowingTree.empty();
  const hashes = new Map<string, Buffer>();
  for (const one of events)
    tree.append(leafHash(leafEntry(recordOf(one))), (level, index, hash) =>
      hashes.set(`${level}/${index}`, hash),
    );
  const checkpoint = signCheckpoint({ origin: ORIGIN, size: tree.size, root: tree.root() }, [key]);
  const subtrees = async (level: number, index: number) => hashes.get(`${level}/${index}`) as Buffer;
  return Promise.all(
    events.map(async (one, index) => {
      const way = await inclusionProof(index, tree.size, subtrees);
      return Buffer.from(writtenProof(proofOfEvent(one, { index, hashes: way, checkpoint })));
    }),
  );
}

describe('after a thousand people were erased', () => {
  const keyRing = inMemoryKeyRing();
  const people = Array.from({ length: STREAMS * IN_EACH }, () => randomUUID());
  let log: LocalEventStore;
  let kept: readonly KeptEvent[];

  beforeAll(async () => {
    log = await localEventStore({ keyRing });
    await Promise.all(
      Array.from({ length: STREAMS }, (_, nth) =>
        log.store.append(
          `thing-${nth}`,
          people
            .slice(nth * IN_EACH, (nth + 1) * IN_EACH)
            .map((participantId) =>
              event('PersonNamed', { participantId, person: { name: `Siti ${participantId}` } }),
            ),
          null,
          testContext({ commandId: randomUUID() }),
        ),
      ),
    );
    const [seen, ended]: [KeptEvent[], AbortController] = [[], new AbortController()];
    for await (const events of log.store.followKept(null, ended.signal)) {
      seen.push(...events);
      if (seen.length === people.length) break;
    }
    kept = seen;
  });
  afterAll(async () => {
    await log.stop();
  });

  it('every proof of before still holds, of the very bytes that the log keeps, and nobody can read them any more', async () => {
    const proofs = await proofsOf(kept);
    for (const person of people) await keyRing.destroy(person);
    const stillKept: KeptEvent[] = [];
    let erased = 0;
    for (let nth = 0; nth < STREAMS; nth += 1) {
      for await (const one of log.store.readKept(`thing-${nth}`)) stillKept.push(one);
      for await (const { data } of log.store.read(`thing-${nth}`))
        if (isErased((data as { readonly person: object }).person)) erased += 1;
    }
    expect(erased).toBe(people.length);
    expect(proofs).toHaveLength(people.length);
    const byId = new Map(stillKept.map((one) => [one.id, one]));
    for (const proof of proofs) {
      const { event: told } = verifyEventProof(readProof(proof), policy);
      const now = byId.get(told.id);
      expect(now).toBeDefined();
      verifyRecorded(told, { data: now?.data, metadata: now?.metadata });
    }
  });
});
