import { hash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
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
import { type Row, report } from '../report.js';
import { pastOfClaims } from './past.js';
import { eventToWitnessed } from './witnessed.js';

/**
 * How many events a second go into the tree (hashed three times each, written as tiles, flushed to disk, signed) beside bare
 * SHA-256 of the same bytes, in the same run and turn by turn; how long a proof takes to be checked; and how long it takes until enough
 * witnesses have seen an event. Last, how long the history of a claim takes, and a claim as it was known at some time, on a log of a million
 * events.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '400000' },
    'witnessed-seconds': { type: 'string', default: '30' },
    'past-events': { type: 'string', default: '1000000' },
    json: { type: 'boolean', default: false },
  },
});
const COUNT = Number(values.events);
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

const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-audit-'));
const key = signingKey('bench.example/log', 'note', randomBytes(32));
const spent = { tree: 0, processor: 0, bare: 0 };
let told: SealedEvent | undefined;
try {
  const tree = await KeptTree.open(folder);
  for (let from = 0; from < COUNT; from += BATCH) {
    const events = eventsOf(from, Math.min(BATCH, COUNT - from));
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
  await measured(tree, told as SealedEvent);
  tree.close();
} finally {
  await rm(folder, { recursive: true });
}

async function measured(tree: KeptTree, event: SealedEvent): Promise<void> {
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
  const rate = (ms: number) => Math.round((COUNT / ms) * 1_000);
  const row = (name: string, ms: number): Row => ({
    name,
    perSecond: rate(ms),
    ceilingPerSecond: rate(spent.bare),
    ratio: spent.bare / ms,
  });
  const rows = [row('into the tree, on disk', spent.tree), row('per core of processor', spent.processor)];
  const figures = [
    { name: 'A proof is made in', value: Number(proveMs.toFixed(2)), unit: 'ms' },
    { name: 'A proof is checked in', value: Number(verifyMs.toFixed(2)), unit: 'ms' },
    { name: 'A proof without witnesses has', value: file.length, unit: 'bytes' },
    ...(await eventToWitnessed(Number(values['witnessed-seconds']))),
    ...(await pastOfClaims(Number(values['past-events']))),
  ];
  report(['', 'events/s', 'bare SHA-256', 'ratio'], { rows, figures }, values.json);
}
