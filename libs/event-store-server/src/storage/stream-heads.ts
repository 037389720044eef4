import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { eventDataOf, jsonDataOf } from '../wire/recorded-event.js';
import { LARGEST } from '../wire/proto-size.js';
import { messageAt, nextFrame } from './frame.js';
import { LruMap } from './lru-map.js';
import type { StreamIndex } from './stream-index.js';
import { SETTINGS, readDefaultLists, type DefaultLists } from './access-list.js';
import {
  METASTREAM_RULES,
  NO_RULES,
  metastreamOf,
  originalStreamOf,
  readRules,
  type StreamRules,
} from './stream-metadata.js';

/** What the log knows of a stream without reading its events. */
export interface StreamHead extends StreamRules {
  /** Row id of the stream; 0 when nothing was ever appended to it. */
  readonly id: number;
  /** Revision of its last event: -1 when it has none, `LARGEST` when it is tombstoned. */
  readonly last: number;
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
  private settings: DefaultLists | undefined;
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
    const head: StreamHead = { id, last: this.lastRevision(id), ...this.rulesOf(stream) };
    this.cache.set(stream, head);
    return head;
  }

  /** The access lists that `$settings` holds now. */
  get defaultLists(): DefaultLists {
    const newest = this.settings === undefined ? this.newest(SETTINGS) : undefined;
    return (this.settings ??= newest === undefined ? {} : readDefaultLists(eventDataOf(newest)));
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
    if (stream === SETTINGS) this.settings = undefined;
  }

  /** Forgets everything: what was cached during a transaction that failed is not true. */
  clear(): void {
    this.cache.clear();
    this.settings = undefined;
  }

  private idOf(stream: string): number {
    const row = this.selectStream.get(stream);
    return row === undefined ? 0 : Number(row['id']);
  }

  private lastRevision(id: number): number {
    const row = id === 0 ? undefined : this.index.newest(id);
    return row === undefined ? -1 : Math.min(Number(row['first']) + Number(row['count']) - 1, LARGEST);
  }

  private rulesOf(stream: string): StreamRules {
    if (originalStreamOf(stream) !== undefined) return METASTREAM_RULES;
    const metastream = metastreamOf(stream);
    // Whoever writes to the stream asks for this head, too.
    const newest = this.get(metastream).last < 0 ? undefined : this.newest(metastream);
    const json = newest === undefined ? undefined : jsonDataOf(newest);
    return json === undefined ? NO_RULES : readRules(json);
  }

  private newest(stream: string): Buffer | undefined {
    const id = this.idOf(stream);
    const row = id === 0 ? undefined : this.index.newest(id);
    return row === undefined ? undefined : lastMessage(Buffer.from(row['events'] as Uint8Array));
  }
}

function lastMessage(frames: Buffer): Buffer {
  let offset = 0;
  while (nextFrame(frames, offset) < frames.length) offset = nextFrame(frames, offset);
  return messageAt(frames, offset);
}
