import { UUID } from '#kernel';
import { NotProven } from './faults.js';
import { HASH_BYTES, sha256 } from './merkle/hashes.js';
import { fromBase64, plainText } from './notes/base64.js';

/** An event as the log keeps it: its personal parts sealed, its bytes as they were recorded. */
export interface SealedEvent {
  /** UUID. It holds 122 bits of chance that only whoever has the event knows. */
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  /** Commit position in the whole log. */
  readonly position: bigint;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** What the tree says of an event for ever, whoever is erased later. */
export interface EventRecord {
  readonly position: bigint;
  readonly revision: bigint;
  readonly type: string;
  readonly streamHash: Buffer;
  readonly dataHash: Buffer;
  readonly metadataHash: Buffer;
}

const LEAF_HEADER = 'lindung-event/v1';
const ID_BYTES = 16;

/** Longer names of types are told by their hash. */
const LONGEST_TYPE = 255;

/**
 * SHA-256 of the event's id (16 bytes) and of something of it. The id makes guessing useless: who only knows the stream of a
 * claim finds none of its leaves, and who tries all amounts finds none of its data.
 */
export function blinded(id: string, bytes: Uint8Array): Buffer {
  const all = Buffer.allocUnsafe(ID_BYTES + bytes.length);
  all.write(id.replaceAll('-', ''), 'hex');
  all.set(bytes, ID_BYTES);
  return sha256(all);
}

/** The record of an event: the same one whenever it is made, of what was recorded alone. */
export function recordOf({
  id,
  streamId,
  revision,
  position,
  type,
  data,
  metadata,
}: SealedEvent): EventRecord {
  return {
    position,
    revision,
    type: writtenType(type),
    streamHash: blinded(id, Buffer.from(streamId)),
    dataHash: blinded(id, data),
    metadataHash: blinded(id, metadata),
  };
}

/** Others may write to the log: whatever they call an event is one word here. */
function writtenType(type: string): string {
  const written = encodeURIComponent(type.toWellFormed());
  return written.length <= LONGEST_TYPE
    ? written
    : `sha256:${sha256(Buffer.from(type)).toString('base64url')}`;
}

/** The entry that is hashed into the tree: seven lines of text. */
export function leafEntry(record: EventRecord): Buffer {
  const hashes = [record.streamHash, record.dataHash, record.metadataHash];
  const lines = [
    LEAF_HEADER,
    record.position,
    record.revision,
    record.type,
    ...hashes.map((hash) => hash.toString('base64')),
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

const NUMBER = /^(0|[1-9]\d{0,18})$/;

/** Reads an entry of an event; undefined when it is of something else. @throws NotProven MALFORMED */
export function readLeafEntry(entry: Uint8Array): EventRecord | undefined {
  const text = plainText(entry);
  if (!text?.startsWith(`${LEAF_HEADER}\n`)) return undefined;
  const [, position = '', revision = '', type = '', ...rest] = text.split('\n');
  const [streamHash, dataHash, metadataHash] = rest.slice(0, 3).map(fromBase64);
  const areHashes = [streamHash, dataHash, metadataHash].every((hash) => hash?.length === HASH_BYTES);
  const isWhole = rest.length === 4 && rest[3] === '';
  if (!isWhole || !areHashes || !NUMBER.test(position) || !NUMBER.test(revision)) {
    throw new NotProven('MALFORMED', 'entry');
  }
  return {
    position: BigInt(position),
    revision: BigInt(revision),
    type,
    streamHash: streamHash as Buffer,
    dataHash: dataHash as Buffer,
    metadataHash: metadataHash as Buffer,
  };
}

/** What a proof of an event carries with it, so that whoever reads it knows which event it is of. */
export interface ToldEvent extends Omit<EventRecord, 'streamHash'> {
  readonly id: string;
  readonly streamId: string;
}

/** An event as it is told to whoever checks it: its leaf, and which event of which stream it is, line by line. */
export function writtenToldEvent(told: ToldEvent): Buffer {
  const hashes = [told.dataHash, told.metadataHash].map((hash) => hash.toString('base64'));
  const streamId = encodeURIComponent(told.streamId.toWellFormed());
  const lines = [told.id, streamId, told.position, told.revision, told.type, ...hashes];
  return Buffer.from(`${LEAF_HEADER}\n${lines.join('\n')}\n`);
}

/** @throws NotProven MALFORMED */
export function readToldEvent(extra: Uint8Array): ToldEvent {
  const [header, id = '', streamId = '', ...lines] = (plainText(extra) ?? '').split('\n');
  const streamHash = Buffer.alloc(HASH_BYTES);
  const entry = [LEAF_HEADER, ...lines.slice(0, 3), streamHash.toString('base64'), ...lines.slice(3)];
  const record =
    header === LEAF_HEADER && UUID.fits(id) && /^[\w%.!~*'()-]+$/.test(streamId)
      ? readLeafEntry(Buffer.from(entry.join('\n')))
      : undefined;
  if (!record) throw new NotProven('MALFORMED', 'extra');
  const { position, revision, type, dataHash, metadataHash } = record;
  return { id, streamId: decoded(streamId), position, revision, type, dataHash, metadataHash };
}

/** @throws NotProven MALFORMED */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new NotProven('MALFORMED', 'extra');
  }
}

/** The record that a told event was put into the tree as. */
export function recordTold(told: ToldEvent): EventRecord {
  return { ...told, streamHash: blinded(told.id, Buffer.from(told.streamId)) };
}
