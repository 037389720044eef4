import { Random } from '../../../test/system/random.js';
import {
  EMPTY_ROOT,
  type Fault,
  GrowingTree,
  HASH_BYTES,
  NotProven,
  type SignedCheckpoint,
  type TileName,
  bundled,
  consistencyProof,
  cosign,
  entriesIn,
  inclusionProof,
  judge,
  leafEntry,
  leafHash,
  readCheckpoint,
  readPolicy,
  readProof,
  recordOf,
  signCheckpoint,
  signingKey,
  subtreesIn,
  tileAt,
  tilePath,
  tilesOf,
  verifyEventProof,
  verifyTree,
  writtenCheckpoint,
  writtenKey,
  writtenProof,
  writtenToldEvent,
} from '../src/index.js';

/** What was tried, and what came of it. */
export interface TamperReport {
  readonly rounds: number;
  /** By what was done and how it was named. */
  readonly found: Readonly<Record<string, number>>;
  /** What nobody noticed: each a defect. */
  readonly missed: readonly string[];
  /** Copies that were left as they were and were refused: each a defect. */
  readonly falseAlarms: readonly string[];
}

const log = signingKey('lindung.example/log', 'note', Buffer.alloc(32, 1));
const witnesses = [2, 3, 4].map((n) =>
  signingKey(`w${n}.example/witness`, 'cosignature', Buffer.alloc(32, n)),
);
const policy = readPolicy(
  [
    `log ${writtenKey(log.public)}`,
    ...witnesses.map(({ public: key }, n) => `witness w${n} ${writtenKey(key)}`),
    'group enough 2 w0 w1 w2',
    'quorum enough',
    '',
  ].join('\n'),
);

/** A tree as its files, a proof of one of its events, and the tree of before that witnesses know. */
interface Copy {
  readonly size: number;
  readonly files: Map<string, Buffer>;
  proof: Buffer;
  readonly older: { readonly size: number; readonly root: Buffer };
}

function readFrom(files: ReadonlyMap<string, Buffer>) {
  return async (tile: TileName): Promise<Buffer> => {
    const found = files.get(tilePath(tile));
    if (!found) throw new NotProven('TILE_MISSING', tilePath(tile));
    return found;
  };
}

function signed(size: number, root: Buffer): SignedCheckpoint {
  const checkpoint = signCheckpoint({ origin: log.public.name, size, root }, [log]);
  const { text, signatures } = checkpoint.note;
  const cosigned = witnesses.map((witness) => cosign(witness, text, 1_700_000_000n));
  return { ...checkpoint, note: { text, signatures: [...signatures, ...cosigned] } };
}

/** @param history what the events say: another one is a fork */
async function grown(size: number, index: number, history: string, olderSize: number): Promise<Copy> {
  const tree = GrowingTree.empty();
  const levels: Buffer[][] = [];
  const events = Array.from({ length: size }, (_, n) => ({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    streamId: `claim-${n % 7}`,
    revision: BigInt(n),
    position: BigInt(n * 100),
    type: 'ClaimNoted',
    data: Buffer.from(`{"number":${n},"history":"${n === index ? history : ''}"}`),
    metadata: Buffer.from('{}'),
  }));
  const entries = events.map((event) => leafEntry(recordOf(event)));
  let olderRoot = EMPTY_ROOT;
  for (const [n, entry] of entries.entries()) {
    tree.append(leafHash(entry), (height, _place, hash) => {
      if (height % 8 === 0) (levels[height / 8] ??= []).push(hash);
    });
    if (n + 1 === olderSize) olderRoot = tree.root();
  }
  const files = new Map<string, Buffer>();
  for (const tile of tilesOf(size)) {
    const from = tile.index * 256;
    const parts = tile.level === 'entries' ? entries.map(bundled) : (levels[tile.level] ?? []);
    files.set(tilePath(tile), Buffer.concat(parts.slice(from, from + tile.width)));
  }
  const checkpoint = signed(size, tree.root());
  files.set('checkpoint', Buffer.from(writtenCheckpoint(checkpoint)));
  const event = events[index] as (typeof events)[number];
  const extra = writtenToldEvent({ ...recordOf(event), id: event.id, streamId: event.streamId });
  const hashes = await inclusionProof(index, size, subtreesIn(size, readFrom(files)));
  const proof = Buffer.from(writtenProof({ extra, index, hashes, checkpoint }));
  return { size, files, proof, older: { size: olderSize, root: olderRoot } };
}

/** Looks at everything, as an auditor does who has a copy, a proof and what witnesses knew before. @throws NotProven */
async function audit({ files, proof, older }: Copy): Promise<void> {
  const checkpoint = readCheckpoint(files.get('checkpoint') ?? Buffer.alloc(0));
  const read = readFrom(files);
  const known = await verifyTree(read, checkpoint, policy);
  const grows = await consistencyProof(older.size, checkpoint.size, subtreesIn(checkpoint.size, read));
  const verdict = judge({ oldSize: older.size, proof: grows, checkpoint }, older, policy.logs);
  if (verdict.status !== 200) throw new NotProven('NOT_CONSISTENT', `witness ${verdict.status}`);
  const told = verifyEventProof(readProof(proof), policy);
  // Whoever has signed under another name has signed nothing; that the line was changed shows in its being there.
  const strangers = [...known.unknownSignatures, ...told.unknownSignatures];
  if (strangers[0] !== undefined) throw new NotProven('NOT_SIGNED', strangers[0]);
}

type Tamper = (copy: Copy, random: Random) => Promise<string | undefined> | string | undefined;

function flip(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  const place = random.between(0, bytes.length - 1);
  changed.writeUInt8(changed.readUInt8(place) ^ random.between(1, 255), place);
  return changed;
}

const partsOf = (path: string, bytes: Buffer): Buffer[] => {
  const tile = tileAt(path);
  if (tile?.level === 'entries') return entriesIn(bytes, tile.width, path).map(bundled);
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
};

const tilesIn = ({ files }: Copy): string[] => [...files.keys()].filter((path) => path !== 'checkpoint');

/** Everything that is done to a copy. Each tells where; undefined when it left everything as it was. */
const TAMPERS: Readonly<Record<string, Tamper>> = {
  'a byte of a file': (copy, random) => {
    const path = random.pick([...copy.files.keys()]);
    copy.files.set(path, flip(copy.files.get(path) as Buffer, random));
    return path;
  },
  'a byte of the proof': (copy, random) => {
    copy.proof = flip(copy.proof, random);
    return 'proof';
  },
  'a file taken away': (copy, random) => {
    const path = random.pick([...copy.files.keys()]);
    copy.files.delete(path);
    return path;
  },
  'a part of a tile taken away': (copy, random) => {
    const path = random.pick(tilesIn(copy));
    const parts = partsOf(path, copy.files.get(path) as Buffer);
    parts.splice(random.between(0, parts.length - 1), 1);
    copy.files.set(path, Buffer.concat(parts));
    return path;
  },
  'two parts of a tile swapped': (copy, random) => {
    const path = random.pick(tilesIn(copy));
    const parts = partsOf(path, copy.files.get(path) as Buffer);
    const [one, other] = [random.between(0, parts.length - 1), random.between(0, parts.length - 1)];
    if (one === other) return undefined;
    [parts[one], parts[other]] = [parts[other] as Buffer, parts[one] as Buffer];
    copy.files.set(path, Buffer.concat(parts));
    return path;
  },
  'two files swapped': (copy, random) => {
    const [one, other] = [random.pick(tilesIn(copy)), random.pick(tilesIn(copy))];
    const [first, second] = [copy.files.get(one) as Buffer, copy.files.get(other) as Buffer];
    if (first.equals(second)) return undefined;
    copy.files.set(one, second).set(other, first);
    return one;
  },
  'a line of the proof taken away': (copy, random) => {
    const lines = copy.proof.toString().split('\n');
    // Two of three are enough: that a third has seen it too, nobody has to be told. See the next one.
    const last = lines.findIndex((line) => line.startsWith('\u2014 w')) - 1;
    lines.splice(random.between(0, last), 1);
    copy.proof = Buffer.from(lines.join('\n'));
    return 'proof';
  },
  'cosignatures taken away': (copy, random) => {
    const lines = copy.proof.toString().split('\n');
    const first = lines.findIndex((line) => line.startsWith('\u2014 w'));
    const kept = lines[first + random.between(0, 2)] as string;
    copy.proof = Buffer.from([...lines.slice(0, first), kept, ''].join('\n'));
    return 'proof';
  },
  'two lines of the proof swapped': (copy, random) => {
    const lines = copy.proof.toString().split('\n');
    // The order of signatures means nothing, and is nobody's statement.
    const end = lines.findIndex((line) => line.startsWith('\u2014'));
    const [one, other] = [random.between(0, end - 2), random.between(0, end - 2)];
    if (lines[one] === lines[other]) return undefined;
    [lines[one], lines[other]] = [lines[other] as string, lines[one] as string];
    copy.proof = Buffer.from(lines.join('\n'));
    return 'proof';
  },
  'a history rewritten and signed by the log': async (copy, random) => {
    const index = random.between(0, copy.older.size - 1);
    const fork = await grown(copy.size, index, 'another', copy.older.size);
    for (const [path, bytes] of fork.files) copy.files.set(path, bytes);
    return 'fork';
  },
};

async function faultOf(copy: Copy): Promise<Fault | undefined> {
  try {
    await audit(copy);
    return undefined;
  } catch (error) {
    if (error instanceof NotProven) return error.fault;
    throw error;
  }
}

const SIZES = [1, 2, 17, 255, 256, 257, 300, 513, 700];

/** Changes copies by chance, one thing at a time, and looks whether each is found. */
export async function tamper(rounds: number, seed: number): Promise<TamperReport> {
  const random = new Random(seed);
  const originals = new Map<number, Copy>();
  const found: Record<string, number> = {};
  const [missed, falseAlarms]: [string[], string[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const size = random.pick(SIZES);
    const name = `${size} leaves`;
    let original = originals.get(size);
    if (!original) {
      original = await grown(size, random.between(0, size - 1), '', random.between(1, size));
      originals.set(size, original);
      const alarm = await faultOf(original);
      if (alarm !== undefined) falseAlarms.push(`${name}: ${alarm}`);
    }
    const what = random.pick(Object.keys(TAMPERS));
    const copy = { ...original, files: new Map(original.files) };
    const where = await (TAMPERS[what] as Tamper)(copy, random);
    const fault = await faultOf(copy);
    if (where === undefined) {
      if (fault !== undefined) falseAlarms.push(`${name}: nothing was done, ${fault}`);
    } else if (fault === undefined) missed.push(`seed ${seed}, round ${round}, ${name}: ${what}, ${where}`);
    else found[`${what}: ${fault}`] = (found[`${what}: ${fault}`] ?? 0) + 1;
  }
  return { rounds, found, missed, falseAlarms };
}
