import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ProposedEvent } from '../wire/proposed-event.js';
import { eventDataOf, eventHeaderOf } from '../wire/recorded-event.js';
import { LARGEST } from '../wire/proto-size.js';
import {
  decideAppend,
  type AppendDecision,
  type IdentifiedEvent,
  type KnownEvent,
  type KnownEvents,
} from './append-decision.js';
import { EntryBuilder, type Entry } from './entry-builder.js';
import { EntryDraft, type Place } from './entry-draft.js';
import type { LogReader } from './log-reader.js';
import { keyOf, keyOfEvent, RecentIds } from './recent-ids.js';
import { isSoftDeleted, isTombstoned, type StreamHead, type StreamHeads } from './stream-heads.js';
import type { StreamIndex } from './stream-index.js';
import { metastreamOf, originalStreamOf, undeletedMetadata } from './stream-metadata.js';
import { softDeleteEvent, systemEvent, tombstoneEvent } from './system-events.js';
import { isYoungEnough, visibleRange } from './visible-range.js';

/** A change to one stream. `expected` is a revision or one of `ExpectedRevision`. */
export interface WriteRequest {
  readonly kind: 'append' | 'soft-delete' | 'tombstone';
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly ProposedEvent[];
  /** After this moment (ms since 1970) the write is not made; nobody waits for it. */
  readonly deadlineMs?: number;
  /** What was laid out of the events while they arrived. */
  readonly draft?: EntryDraft | undefined;
}

/**
 * What became of it. `position` is that of the last event, if readers see it; `revision` that of the stream after the
 * write, or of the event that was written before.
 */
export type WriteOutcome =
  | { kind: 'written'; revision: number; position: number | undefined }
  | { kind: 'wrong-expected-revision'; current: number }
  | { kind: 'overdue' }
  | { kind: 'stream-deleted' };

/** What a group of writes did: the outcome of each, how the streams that grew stood before, and the bytes stored. */
export interface Commit {
  readonly outcomes: readonly WriteOutcome[];
  readonly before: ReadonlyMap<string, StreamHead>;
  readonly bytes: number;
}

const RECENT_IDS = 50_000;

/** Applies groups of writes, each group in one transaction. */
export class LogWriter {
  private readonly insertEntry: StatementSync;
  private readonly recentIds = new RecentIds(RECENT_IDS);
  /** Events that were stored last, each row of them from a position on. Their ids are not among the recent ones yet. */
  private unnoted: { readonly events: readonly ProposedEvent[]; readonly position: number }[] = [];
  private readonly builder = new EntryBuilder();
  /** For an append that is still arriving. */
  private readonly earlyBuilder = new EntryBuilder();
  /** The place that the newest draft is for. */
  private draftedPosition = 0;
  private readonly known: KnownEvents;
  private before = new Map<string, StreamHead>();
  private bytes = 0;
  private nextPosition: number;

  constructor(
    private readonly database: DatabaseSync,
    private readonly heads: StreamHeads,
    private readonly reader: LogReader,
    private readonly index: StreamIndex,
  ) {
    this.insertEntry = database.prepare(
      'INSERT INTO entry (position, stream, revision, count, events) VALUES (?, ?, ?, ?, ?)',
    );
    this.nextPosition = reader.head() + 1;
    this.known = {
      byId: (id) => this.findRecent(id),
      idAt: (stream, revision) => reader.idAt(stream, revision),
    };
    this.fillRecentIds();
  }

  /** Position of the newest event. */
  get head(): number {
    return this.nextPosition - 1;
  }

  /** Begins the draft of an append that is still arriving, unless there is one for the same place already. */
  beginDraft(stream: string): EntryDraft | undefined {
    if (this.draftedPosition === this.nextPosition) return undefined;
    this.draftedPosition = this.nextPosition;
    const first = { revision: this.heads.get(stream).last + 1, position: this.nextPosition };
    return new EntryDraft(Buffer.from(stream), first, this.earlyBuilder);
  }

  /**
   * Writes a group: either the whole group is stored or none of it. The operating system has it then, so that it
   * survives the end of the process; it is on disk only after the write-ahead log has been synced.
   *
   * @throws Error when the database refuses (locked, disk full, read-only); nothing of the group is stored then
   */
  commit(group: readonly WriteRequest[]): Commit {
    // Without waiting for the disk here: see `wal-sync.ts`. All else that is stored waits for it in COMMIT.
    this.database.exec('PRAGMA synchronous = NORMAL');
    try {
      this.database.exec('BEGIN IMMEDIATE');
      return this.applyAll(group);
    } finally {
      this.database.exec('PRAGMA synchronous = FULL');
    }
  }

  /** Notes the ids of what was stored, for `findRecent`. That may be done when the writers have been answered. */
  noteIds(): void {
    for (const { events, position } of this.unnoted) {
      for (let n = 0; n < events.length; n++) this.recentIds.add(keyOfEvent(events[n]!), position + n);
    }
    this.unnoted = [];
  }

  private applyAll(group: readonly WriteRequest[]): Commit {
    this.before = new Map();
    this.bytes = 0;
    try {
      const outcomes = group.map((request) => this.apply(request));
      if (this.index.isLong) this.index.writeTail();
      this.database.exec('COMMIT');
      if (this.bytes > 0) this.forgetDrafts();
      return { outcomes, before: this.before, bytes: this.bytes };
    } catch (error) {
      this.forgetFailedTransaction();
      throw error;
    }
  }

  private apply(request: WriteRequest): WriteOutcome {
    const { kind, stream, expected, deadlineMs } = request;
    if (deadlineMs !== undefined && deadlineMs <= Date.now()) return { kind: 'overdue' };
    return kind === 'append' ? this.append(request) : this.remove(kind, stream, expected);
  }

  private append({ stream, expected, events, draft }: WriteRequest): WriteOutcome {
    const head = this.heads.get(stream);
    const decision = this.decide(stream, expected, events);
    if (decision.kind === 'already-appended') {
      const { revision } = decision;
      return { kind: 'written', revision, position: this.positionOfVisible(stream, revision) };
    }
    if (decision.kind !== 'append') return decision;
    const original = originalStreamOf(stream);
    const revives = original !== undefined && isSoftDeleted(this.heads.get(original));
    const outcome: WriteOutcome =
      events.length === 0
        ? { kind: 'written', revision: head.last, position: this.head }
        : this.store(stream, events, head.last + 1, draft);
    if (decision.undelete) this.undelete(stream, head.last + 1);
    if (revives) this.undelete(original, this.heads.get(original).last + 1);
    return outcome;
  }

  /** Soft delete hides what is in the stream; a tombstone closes the stream for good. */
  private remove(kind: 'soft-delete' | 'tombstone', stream: string, expected: number): WriteOutcome {
    const decision = this.decide(stream, expected, [{ id: randomUUID() }]);
    if (decision.kind === 'wrong-expected-revision' || decision.kind === 'stream-deleted') return decision;
    if (kind === 'tombstone') return this.store(stream, [tombstoneEvent()], LARGEST);
    const metastream = metastreamOf(stream);
    const { last } = this.heads.get(metastream);
    if (this.heads.get(stream).last < 0 && last < 0) return { kind: 'wrong-expected-revision', current: -1 };
    return this.store(metastream, [softDeleteEvent()], last + 1);
  }

  private decide(stream: string, expected: number, events: readonly IdentifiedEvent[]): AppendDecision {
    const head = this.heads.get(stream);
    if (head.last < 0 && this.isMetastreamOfDeleted(stream)) return { kind: 'stream-deleted' };
    return decideAppend(head, this.hasMetadata(stream), expected, events, this.known);
  }

  /**
   * True when a stream that this one speaks of, directly or not, was deleted for good. Metadata that never were cannot be
   * written then; those that were can be replaced, as in EventStoreDB, though nobody can read them.
   */
  private isMetastreamOfDeleted(stream: string): boolean {
    const original = originalStreamOf(stream);
    if (original === undefined) return false;
    return isTombstoned(this.heads.get(original)) || this.isMetastreamOfDeleted(original);
  }

  /** Where an event stands, if a reader of its stream sees it: an append that is repeated is answered with that. */
  private positionOfVisible(stream: string, revision: number): number | undefined {
    const head = this.heads.get(stream);
    const range = visibleRange(head);
    if (revision < range.first || isSoftDeleted(head) || this.isMetastreamOfDeleted(stream)) return undefined;
    const message = this.reader.eventAt(head.id, revision);
    return message !== undefined && isYoungEnough(range, message)
      ? eventHeaderOf(message).position
      : undefined;
  }

  private hasMetadata(stream: string): boolean {
    return this.heads.get(stream).last < 0 && this.heads.get(metastreamOf(stream)).last >= 0;
  }

  /** Shows a soft-deleted stream again, from this revision on. */
  private undelete(stream: string, firstRevision: number): void {
    const metastream = metastreamOf(stream);
    const { id, last } = this.heads.get(metastream);
    const present = this.reader.eventAt(id, last);
    const metadata =
      present === undefined ? undefined : undeletedMetadata(eventDataOf(present), firstRevision);
    if (metadata !== undefined) this.store(metastream, [systemEvent('$metadata', metadata)], last + 1);
  }

  private store(
    stream: string,
    events: readonly ProposedEvent[],
    revision: number,
    begun?: EntryDraft,
  ): WriteOutcome {
    const head = this.heads.get(stream);
    this.remember(stream, head);
    const id = head.id === 0 ? this.heads.register(stream) : head.id;
    const first = { revision, position: this.nextPosition };
    const draft = begun?.isFor(first) ? begun : new EntryDraft(Buffer.from(stream), first, this.builder);
    draft.extendTo(events);
    this.unnoted.push({ events, position: first.position });
    this.nextPosition += events.length;
    let next = first;
    for (const entry of draft.finish()) {
      this.insert(id, next, entry);
      next = { revision: next.revision + entry.count, position: next.position + entry.count };
    }
    this.heads.advance(stream, { ...head, id, last: next.revision - 1 });
    return { kind: 'written', revision: next.revision - 1, position: this.head };
  }

  /** Notes how a stream stands before the group changes it; new metadata changes the stream that it speaks of. */
  private remember(stream: string, head: StreamHead): void {
    if (this.before.has(stream)) return;
    this.before.set(stream, head);
    const original = originalStreamOf(stream);
    if (original !== undefined) this.remember(original, this.heads.get(original));
  }

  /** The newest events are found by a part of their id; whether it is the same one is seen in the log. */
  private findRecent(id: string): KnownEvent | undefined {
    this.noteIds();
    const position = this.recentIds.find(keyOf(id));
    const [event] = position === undefined ? [] : this.reader.all(position, false, 1);
    if (event === undefined) return undefined;
    const header = eventHeaderOf(event.message);
    if (header.id !== id) return undefined;
    return { stream: this.heads.get(header.stream).id, revision: header.revision };
  }

  private insert(stream: number, { revision, position }: Place, { count, frames }: Entry): void {
    this.insertEntry.run(position, stream, revision, count, frames);
    this.index.add(stream, revision, position);
    this.bytes += frames.length;
  }

  /** All were for the place where something else stands now. */
  private forgetDrafts(): void {
    this.builder.clear();
    this.earlyBuilder.clear();
  }

  private forgetFailedTransaction(): void {
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
    this.heads.clear();
    this.reader.forget();
    this.index.load();
    this.nextPosition = this.reader.head() + 1;
    this.unnoted = [];
    this.recentIds.clear();
    this.fillRecentIds();
  }

  private fillRecentIds(): void {
    for (let from = Math.max(1, this.nextPosition - RECENT_IDS); from < this.nextPosition;) {
      for (const { message, number } of this.reader.all(from, false, Infinity)) {
        this.recentIds.add(keyOf(eventHeaderOf(message).id), number);
        from = number + 1;
      }
    }
  }
}
