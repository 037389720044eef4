import { hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import {
  type SealedEvent,
  inclusionProof,
  leafEntry,
  leafHash,
  readPolicy,
  readProof,
  recordOf,
  signCheckpoint,
  signingKey,
  verifyEventProof,
  writtenKey,
  writtenProof,
  writtenToldEvent,
} from '#transparency-log';
import { KeptTree } from '#transparency-log/service';
import type { Measurements, Row } from '../report.js';

const BATCH = 16_384;

/** As most events of the demo: some 700 bytes, of which half is sealed. */
function eventsOf(from: number, count: number): SealedEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const claimId = randomUUID();
    return {
      id: randomUUID(),
      streamId: `claim-${claimId}`,
      revision: BigInt(n % 12),
      position: BigInt(from + n) * 1_000n,
      type: 'ClaimSubmitted',
      data: Buffer.from(
        JSON.stringify({ claimId, person: { $sealed: 1, box: randomBytes(240).toString('base64') } }),
      ),
      metadata: Buffer.from(
        JSON.stringify({
          commandId: randomUUID(),
          $correlationId: randomUUID(),
          digest: randomBytes(32).toString('hex'),
        }),
      ),
    };
  });
}

/** The bytes that the three hashes of a leaf are of, and nothing else. */
function bareHash(events: readonly SealedEvent[]): void {
  for (const { streamId, data, metadata } of events) {
    for (const bytes of [Buffer.from(streamId), data, metadata]) hash('sha256', bytes, 'buffer');
  }
}

/**
 * How many events a second go into the tree (hashed three times each, written as tiles, flushed to disk, signed) beside bare SHA-256 of the
 * same bytes, turn by turn; and how long a proof takes to be made and checked.
 */
export async function intoTheTree(count: number): Promise<Measurements> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-audit-'));
  const key = signingKey('bench.example/log', 'note', randomBytes(32));
  const spent = { tree: 0, processor: 0, bare: 0 };
  try {
    const tree = await KeptTree.open(folder);
    let told: SealedEvent | undefined;
    for (let from = 0; from < count; from += BATCH) {
      const events = eventsOf(from, Math.min(BATCH, count - from));
      const bareAt = performance.now();
      bareHash(events);
      spent.bare += performance.now() - bareAt;
      const [treeAt, cpuAt] = [performance.now(), process.cpuUsage()];
      const entries = events.map((event) => leafEntry(recordOf(event)));
      await tree.append(entries, { position: events.at(-1)?.position ?? 0n, eventId: '' });
      const checkpoint = signCheckpoint({ origin: key.public.name, ...tree.head }, [key]);
      await tree.sign(checkpoint);
      await tree.publish(checkpoint);
      const { user, system } = process.cpuUsage(cpuAt);
      spent.tree += performance.now() - treeAt;
      spent.processor += (user + system) / 1_000;
      told ??= events[0];
    }
    const rate = (ms: number) => Math.round((count / ms) * 1_000);
    const row = (name: string, ms: number): Row => ({
      name,
      perSecond: rate(ms),
      ceilingPerSecond: rate(spent.bare),
      ratio: spent.bare / ms,
    });
    const rows = [
      row('events into the tree, on disk', spent.tree),
      row('events per core of processor', spent.processor),
    ];
    const figures = await proved(tree, told as SealedEvent, key);
    tree.close();
    return { rows, figures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function proved(
  tree: KeptTree,
  event: SealedEvent,
  key: ReturnType<typeof signingKey>,
): Promise<Measurements['figures']> {
  const { checkpoint } = tree;
  if (!checkpoint) throw new Error('Nothing was signed');
  const proveAt = performance.now();
  const hashes = await inclusionProof(0, tree.size, tree.subtrees());
  const proveMs = performance.now() - proveAt;
  const record = recordOf(event);
  const extra = writtenToldEvent({ ...record, id: event.id, streamId: event.streamId });
  const file = Buffer.from(writtenProof({ extra, index: 0, hashes, checkpoint }));
  const policy = readPolicy(`log ${writtenKey(key.public)}\nquorum none\n`);
  const verifyAt = performance.now();
  verifyEventProof(readProof(file), policy);
  const verifyMs = performance.now() - verifyAt;
  if (!leafHash(leafEntry(record)).equals(leafHash(await tree.entry(0)))) throw new Error('Another leaf');
  return [
    { name: 'A proof is made in', value: Number(proveMs.toFixed(2)), unit: 'ms' },
    { name: 'A proof is checked in', value: Number(verifyMs.toFixed(2)), unit: 'ms' },
    { name: 'A proof without witnesses has', value: file.length, unit: 'bytes' },
  ];
}
