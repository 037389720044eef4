import { ExpectedRevision } from '../wire/append-messages.js';
import { isSoftDeleted, isTombstoned, type StreamHead } from './stream-heads.js';

/** Where an event with a known id stands. */
export interface KnownEvent {
  readonly stream: number;
  readonly revision: number;
}

/**
 * What becomes of an append. `current` is the last revision of the stream, -1 when it has none; `revision` that of the
 * event which was named last.
 */
export type AppendDecision =
  | { kind: 'append'; undelete: boolean }
  | { kind: 'already-appended'; revision: number }
  | { kind: 'wrong-expected-revision'; current: number }
  | { kind: 'stream-deleted' };

/** An event of an append. Its id is asked for where it matters alone. */
export interface IdentifiedEvent {
  readonly id: string;
}

/** How the decision looks up events that are already in the log. */
export interface KnownEvents {
  /** Where an event with this id was stored first. */
  byId(id: string): KnownEvent | undefined;
  /** The id of the event with this revision. */
  idAt(stream: number, revision: number): string | undefined;
}

/**
 * Decides about an append as EventStoreDB does: an append that was stored before is acknowledged again without being
 * stored twice, and anything else must meet the revision that the writer expects.
 *
 * - `any` and `stream_exists`: all ids are known in this stream: already appended; the first is known and a later one
 *   is not: refused, because half of a batch cannot be stored again. An id that was stored more than once is known where
 *   it was stored first.
 * - a revision (or `no_stream`) below the current one: already appended if the events that follow that revision have
 *   just these ids, otherwise refused.
 *
 * The rules follow EventStoreDB's IndexWriter.CheckCommit.
 */
export function decideAppend(
  head: StreamHead,
  hasMetadata: boolean,
  expected: number,
  events: readonly IdentifiedEvent[],
  known: KnownEvents,
): AppendDecision {
  if (isTombstoned(head)) return { kind: 'stream-deleted' };
  if (expected === ExpectedRevision.streamExists) {
    if (isSoftDeleted(head)) return { kind: 'stream-deleted' };
    if (head.last < 0 && !hasMetadata) return { kind: 'wrong-expected-revision', current: head.last };
  }
  if (expected === ExpectedRevision.any || expected === ExpectedRevision.streamExists) {
    return decideUnordered(head, events, known);
  }
  if (expected < head.last) return decideRepeat(head, expected, events, known);
  if (expected > head.last) return { kind: 'wrong-expected-revision', current: head.last };
  return { kind: 'append', undelete: isSoftDeleted(head) };
}

function decideUnordered(
  head: StreamHead,
  events: readonly IdentifiedEvent[],
  known: KnownEvents,
): AppendDecision {
  let last: KnownEvent | undefined;
  for (const { id } of events) {
    const found = known.byId(id);
    if (found === undefined || found.stream !== head.id) {
      return last === undefined
        ? { kind: 'append', undelete: isSoftDeleted(head) }
        : { kind: 'wrong-expected-revision', current: head.last };
    }
    last = found;
  }
  return last === undefined
    ? { kind: 'append', undelete: isSoftDeleted(head) }
    : { kind: 'already-appended', revision: last.revision };
}

function decideRepeat(
  head: StreamHead,
  expected: number,
  events: readonly IdentifiedEvent[],
  known: KnownEvents,
): AppendDecision {
  const refused: AppendDecision = { kind: 'wrong-expected-revision', current: head.last };
  let revision = expected;
  for (const { id } of events) {
    revision++;
    if (known.idAt(head.id, revision) === id) continue;
    const recreates = revision === 0 && expected === ExpectedRevision.noStream && isSoftDeleted(head);
    return recreates ? { kind: 'append', undelete: true } : refused;
  }
  return revision === expected ? refused : { kind: 'already-appended', revision };
}
