import { FRAME_HEADER, isFrameSound, messageAt, nextFrame } from '../storage/frame.js';
import { LARGEST } from '../wire/proto-size.js';
import { eventHeaderOf } from '../wire/recorded-event.js';
import type { StoredEntry } from './stored-entries.js';
import { fromTo, type Findings } from './verification.js';

/**
 * Checks entries in the order of the log: that positions follow each other without a gap, that revisions do so in every
 * stream, that each event is what was once stored (CRC-32), and that it says itself where it stands.
 */
export class EntryChecks {
  /** Events whose checksum is right. */
  soundEvents = 0;
  private nextPosition = 1;
  /** By row id of the stream: the revision that is due next. */
  private readonly nextRevisions = new Map<number, number>();

  /** @param names names of streams by row id */
  constructor(
    private readonly names: ReadonlyMap<number, string>,
    private readonly findings: Findings,
  ) {}

  get lastPosition(): number {
    return this.nextPosition - 1;
  }

  check(entry: StoredEntry): void {
    this.checkPosition(entry);
    this.checkRevision(entry);
    this.checkEvents(entry);
  }

  /** Streams that are known by name and have no event at all. */
  finish(): void {
    for (const [id, stream] of this.names) {
      if (this.nextRevisions.has(id)) continue;
      this.findings.add({ kind: 'gap', stream, message: `all events of stream ${stream} are missing` });
    }
  }

  private checkPosition({ position, count }: StoredEntry): void {
    const due = this.nextPosition;
    if (position > due) {
      const message = `the log has a gap: positions ${fromTo(due, position - 1)} are missing`;
      this.findings.add({ kind: 'gap', position: due, message });
    } else if (position < due) {
      const message = `position ${position} stands in the log twice: ${due} was due`;
      this.findings.add({ kind: 'misplaced', position, message });
    }
    this.nextPosition = Math.max(due, position + count);
  }

  /** Only a tombstone stands apart from the other events of its stream, at the largest revision. */
  private checkRevision({ position, stream: id, revision, count }: StoredEntry): void {
    const stream = this.names.get(id);
    if (stream === undefined) {
      const message = `the event at position ${position} belongs to stream number ${id}, which has no name`;
      this.findings.add({ kind: 'misplaced', position, message });
    }
    const due = this.nextRevisions.get(id) ?? 0;
    this.nextRevisions.set(id, revision + count);
    if (revision === due || revision === LARGEST) return;
    const name = stream ?? `number ${id}`;
    const what =
      revision > due
        ? `has a gap: revisions ${fromTo(due, revision - 1)} are missing`
        : `goes back: revision ${revision} follows where ${due} is due`;
    const message = `stream ${name} ${what} before position ${position}`;
    const kind = revision > due ? 'gap' : 'misplaced';
    this.findings.add({ kind, position, stream: name, revision: due, message });
  }

  private checkEvents(entry: StoredEntry): void {
    const { position, count, frames } = entry;
    let found = 0;
    for (let offset = 0; offset < frames.length && found < count; found++) {
      const end = offset + FRAME_HEADER <= frames.length ? nextFrame(frames, offset) : Infinity;
      if (end > frames.length) break;
      if (isFrameSound(frames, offset)) this.checkPlace(entry, found, messageAt(frames, offset));
      else this.addChecksum(entry, found);
      offset = end;
    }
    if (found < count) {
      const message = `positions ${fromTo(position + found, position + count - 1)} cannot be told apart: the length of an event is damaged`;
      this.addAt(entry, found, 'checksum', message);
    }
  }

  private checkPlace(entry: StoredEntry, index: number, event: Buffer): void {
    this.soundEvents++;
    const { position, revision, stream } = eventHeaderOf(event);
    const isInPlace =
      position === entry.position + index &&
      revision === entry.revision + index &&
      stream === this.names.get(entry.stream);
    if (isInPlace) return;
    const says = `it says that it is revision ${revision} of ${stream} at position ${position}`;
    this.addAt(entry, index, 'misplaced', `${this.describe(entry, index)} is out of place: ${says}`);
  }

  private addChecksum(entry: StoredEntry, index: number): void {
    const message = `${this.describe(entry, index)} is not what was stored: its checksum is wrong`;
    this.addAt(entry, index, 'checksum', message);
  }

  private addAt(entry: StoredEntry, index: number, kind: 'checksum' | 'misplaced', message: string): void {
    const position = entry.position + index;
    const stream = this.names.get(entry.stream);
    this.findings.add({ kind, position, stream, revision: entry.revision + index, message });
  }

  private describe({ position, revision, stream }: StoredEntry, index: number): string {
    const name = this.names.get(stream) ?? `stream number ${stream}`;
    return `the event at position ${position + index} (revision ${revision + index} of ${name})`;
  }
}
