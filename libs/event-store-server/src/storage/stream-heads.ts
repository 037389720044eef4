import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { jsonDataOf } from '../wire/recorded-event.js';
import { LARGEST } from '../wire/proto-size.js';
import { messageAt, nextFrame } from './frame.js';
import { LruMap } from './lru-map.js';
import type { StreamIndex } from './stream-index.js';
import {
  METASTREAM_LIMITS,
  NO_LIMITS,
  metastreamOf,
  originalStreamOf,
  readLimits,
  type StreamLimits,
} from './stream-metadata.js';

/** What the log knows of a stream without reading its events. */
export interface StreamHead {
  /** Row id of the stream; 0 when nothing was ever appended to it. */
  readonly id: number;
  /** Revision of its last event: -1 when it has none, `LARGEST` when it is tombstoned. */
  readonly last: number;
  readonly limits: StreamLimits;
}

/** True when the stream was deleted in the way that leaves its name usable. */
export function isSoftDeleted(head: StreamHead): boolean {
  return head.limits.isSoftDeleted;
}

/** True when the stream was deleted for good. */
export function isTombstoned(head: StreamHead): boolean {
  return head.last === LARGEST;
}

const CACHED_HEADS = 20_000;

/** Heads of streams, read from the database on first use and kept for the streams used last. */
export class StreamHeads {
  private readonly cache = new LruMap<string, StreamHead>(CACHED_HEADS);
  private readonly selectStream: StatementSync;
  private readonly insertStream: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly index: StreamIndex,
  ) {
    this.selectStream = database.prepare('SELECT id FROM stream WHERE name = ?');
    this.insertStream = database.prepare('INSERT INTO stream (name) VALUES (?)');
  }

  get(stream: string): StreamHead {
    const known = this.cache.get(stream);
    if (known !== undefined) return known;
    const id = this.idOf(stream);
    const head: StreamHead = { id, last: this.lastRevision(id), limits: this.limitsOf(stream) };
    this.cache.set(stream, head);
    return head;
  }

  /** Gives a stream its row on its first append. */
  register(stream: string): number {
    return Number(this.insertStream.run(stream).lastInsertRowid);
  }

  /** Records that a stream grew. New metadata changes the head of the stream that it speaks of. */
  advance(stream: string, head: StreamHead): void {
    this.cache.set(stream, head);
    const original = originalStreamOf(stream);
    if (original !== undefined) this.cache.delete(original);
  }

  /** Forgets everything: what was cached during a transaction that failed is not true. */
  clear(): void {
    this.cache.clear();
  }

  private idOf(stream: string): number {
    const row = this.selectStream.get(stream);
    return row === undefined ? 0 : Number(row['id']);
  }

  private lastRevision(id: number): number {
    const row = id === 0 ? undefined : this.index.newest(id);
    return row === undefined ? -1 : Math.min(Number(row['first']) + Number(row['count']) - 1, LARGEST);
  }

  private limitsOf(stream: string): StreamLimits {
    if (originalStreamOf(stream) !== undefined) return METASTREAM_LIMITS;
    const id = this.idOf(metastreamOf(stream));
    const row = id === 0 ? undefined : this.index.newest(id);
    if (row === undefined) return NO_LIMITS;
    const json = jsonDataOf(lastMessage(Buffer.from(row['events'] as Uint8Array)));
    return json === undefined ? NO_LIMITS : readLimits(json);
  }
}

function lastMessage(frames: Buffer): Buffer {
  let offset = 0;
  while (nextFrame(frames, offset) < frames.length) offset = nextFrame(frames, offset);
  return messageAt(frames, offset);
}
