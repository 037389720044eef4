import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { eventHeaderOf, encodeReadResponse, type ProposedEvent } from '../wire/recorded-event.js';
import { LARGEST } from '../wire/proto-size.js';
import { decideAppend, type KnownEvents } from './append-decision.js';
import { FRAME_HEADER, packFrames } from './frame.js';
import type { LogReader } from './log-reader.js';
import { RecentIds } from './recent-ids.js';
import { isSoftDeleted, isTombstoned, type StreamHeads } from './stream-heads.js';
import { metastreamOf, originalStreamOf } from './stream-metadata.js';
import { undeleteEvent, softDeleteEvent, tombstoneEvent } from './system-events.js';

/** A change to one stream. `expected` is a revision or one of `ExpectedRevision`. */
export interface WriteRequest {
  readonly kind: 'append' | 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly ProposedEvent[];
}

/** What became of it. `position` is that of the last event, `revision` that of the stream after the write. */
export type WriteOutcome =
  | { kind: 'written'; revision: number; position: number }
  | { kind: 'wrong-expected-revision'; current: number }
  | { kind: 'stream-deleted' };

const ENTRY_BYTES = 64 * 1024;
const RECENT_IDS = 100_000;
const TICKS_PER_MS = '0000';

/** Applies groups of writes, each group in one transaction. */
export class LogWriter {
  private readonly insertEntry: StatementSync;
  private readonly recentIds = new RecentIds(RECENT_IDS);
  private readonly known: KnownEvents;
  private nextPosition: number;

  constructor(
    private readonly database: DatabaseSync,
    private readonly heads: StreamHeads,
    private readonly reader: LogReader,
  ) {
    this.insertEntry = database.prepare(
      'INSERT INTO entry (position, stream, revision, count, events) VALUES (?, ?, ?, ?, ?)',
    );
    this.nextPosition = reader.head() + 1;
    this.known = {
      byId: (id) => this.recentIds.find(id),
      at: (stream, revision) => reader.identityAt(stream, revision),
    };
    this.fillRecentIds();
  }

  /**
   * Writes a group and returns after it is on disk. Either the whole group is stored or none of it.
   *
   * @throws Error when the database refuses (disk full, read-only); nothing of the group is stored then
   */
  commit(group: readonly WriteRequest[]): WriteOutcome[] {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const outcomes = group.map((request) => this.apply(request));
      this.database.exec('COMMIT');
      return outcomes;
    } catch (error) {
      this.forgetFailedTransaction();
      throw error;
    }
  }

  private apply(request: WriteRequest): WriteOutcome {
    if (request.kind === 'append') return this.append(request.stream, request.expected, request.events);
    return this.remove(request);
  }

  private append(stream: string, expected: number, events: readonly ProposedEvent[]): WriteOutcome {
    const head = this.heads.get(stream);
    const hasMetadata = head.last < 0 && this.heads.get(metastreamOf(stream)).last >= 0;
    const ids = events.map((event) => event.id);
    const decision = decideAppend(head, hasMetadata, expected, ids, this.known);
    if (decision.kind === 'already-appended') {
      return { kind: 'written', revision: decision.last.revision, position: decision.last.position };
    }
    if (decision.kind !== 'append') return decision;
    const original = originalStreamOf(stream);
    if (original !== undefined && isTombstoned(this.heads.get(original))) return { kind: 'stream-deleted' };
    if (events.length === 0) return { kind: 'written', revision: head.last, position: this.nextPosition - 1 };
    const outcome = this.store(stream, events, head.last + 1);
    if (decision.undelete) {
      this.append(metastreamOf(stream), -2, [undeleteEvent(this.metadataOf(stream), head.last + 1)]);
    }
    return outcome;
  }

  /** Soft delete hides what is in the stream; a tombstone closes the stream for good. */
  private remove({ kind, stream, expected }: WriteRequest): WriteOutcome {
    const head = this.heads.get(stream);
    if (isTombstoned(head)) return { kind: 'stream-deleted' };
    const decision = decideAppend(head, false, expected, [], this.known);
    if (decision.kind === 'wrong-expected-revision') return decision;
    if (decision.kind === 'stream-deleted' || (kind === 'soft-delete' && isSoftDeleted(head))) {
      return { kind: 'stream-deleted' };
    }
    if (kind === 'tombstone') return this.store(stream, [tombstoneEvent()], LARGEST);
    return this.append(metastreamOf(stream), -2, [softDeleteEvent(this.metadataOf(stream))]);
  }

  private metadataOf(stream: string): Buffer | undefined {
    const head = this.heads.get(metastreamOf(stream));
    return head.last < 0 ? undefined : this.reader.eventAt(head.id, head.last);
  }

  private store(stream: string, events: readonly ProposedEvent[], firstRevision: number): WriteOutcome {
    const head = this.heads.get(stream);
    const id = head.id === 0 ? this.heads.register(stream) : head.id;
    const name = Buffer.from(stream, 'utf8');
    const created = Date.now() + TICKS_PER_MS;
    let entry: Buffer[] = [];
    let entryBytes = 0;
    let revision = firstRevision;
    for (const event of events) {
      const position = this.nextPosition++;
      const message = encodeReadResponse(event, { stream: name, revision, position, created });
      if (entryBytes + message.length > ENTRY_BYTES && entry.length > 0) {
        this.insert(entry, id, position, revision);
        entry = [];
        entryBytes = 0;
      }
      entry.push(message);
      entryBytes += message.length + FRAME_HEADER;
      this.recentIds.add(event.id, { stream: id, revision, position });
      revision++;
    }
    this.insert(entry, id, this.nextPosition, revision);
    this.heads.advance(stream, { ...head, id, last: revision - 1 });
    return { kind: 'written', revision: revision - 1, position: this.nextPosition - 1 };
  }

  /** Stores an entry that ends just before the given position and revision. */
  private insert(entry: readonly Buffer[], stream: number, endPosition: number, endRevision: number): void {
    const count = entry.length;
    this.insertEntry.run(endPosition - count, stream, endRevision - count, count, packFrames(entry));
  }

  private forgetFailedTransaction(): void {
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
    this.heads.clear();
    this.nextPosition = this.reader.head() + 1;
    this.recentIds.clear();
    this.fillRecentIds();
  }

  private fillRecentIds(): void {
    for (let from = Math.max(1, this.nextPosition - RECENT_IDS); from < this.nextPosition;) {
      const events = this.reader.all(from, false, Infinity);
      for (const { message, number } of events) {
        const { id, stream, revision } = eventHeaderOf(message);
        this.recentIds.add(id, { stream: this.heads.get(stream).id, revision, position: number });
        from = number + 1;
      }
    }
  }
}
