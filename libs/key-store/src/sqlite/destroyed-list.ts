import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SEALED_SECTIONS } from '#event-store';
import { type DestroyedKey, LONGEST_SUBJECT } from '../key-store.js';
import { flushToDisk } from './flush-to-disk.js';

/** The list in the directory of a store, beside the keys. */
export const listFile = (directory: string): string => join(directory, 'destroyed.jsonl');

/**
 * Which keys were destroyed: one JSON object a line, only ever added to. It outlives the keys: when an older copy of them is
 * put back, whatever is on this list is destroyed in it before anybody is given a key.
 */
export class DestroyedList {
  constructor(readonly file: string) {}

  /**
   * All of it. A line that a crash has cut short is taken off: its key was not destroyed yet.
   * @throws Error naming a line that says nothing: an erasure that cannot be read must not be passed over
   */
  read(): DestroyedKey[] {
    const descriptor = openSync(this.file, 'a+', 0o600);
    try {
      const bytes = readFileSync(descriptor);
      const whole = bytes.lastIndexOf(0x0a) + 1;
      if (whole < bytes.length) ftruncateSync(descriptor, whole);
      const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
      return lines.map((line, index) => readLine(line, `${this.file}, line ${index + 1}`));
    } finally {
      closeSync(descriptor);
    }
  }

  /** Adds to it; on disk when this returns. */
  add(keys: readonly DestroyedKey[]): void {
    if (keys.length === 0) return;
    const descriptor = openSync(this.file, 'a', 0o600);
    try {
      const isNew = fstatSync(descriptor).size === 0;
      writeSync(descriptor, linesOf(keys));
      fdatasyncSync(descriptor);
      if (isNew) flushToDisk(dirname(this.file));
    } finally {
      closeSync(descriptor);
    }
  }
}

/** As they stand in the list. */
export function linesOf(keys: readonly DestroyedKey[]): string {
  return keys.map(({ subject, section, at }) => `${JSON.stringify({ subject, section, at })}\n`).join('');
}

/** @param place for people: which line of which file */
function readLine(line: string, place: string): DestroyedKey {
  const { subject, section, at } = parsed(line) as Partial<DestroyedKey>;
  const isSubject = typeof subject === 'string' && subject !== '' && subject.length <= LONGEST_SUBJECT;
  if (isSubject && SEALED_SECTIONS.some((known) => known === section) && !Number.isNaN(Date.parse(at ?? '')))
    return { subject, section, at } as DestroyedKey;
  throw new Error(
    `${place} does not say whose key was destroyed: allowed is {"subject":"…","section":"${SEALED_SECTIONS.join('" or "')}","at":"2026-11-28T10:00:00.000Z"}`,
  );
}

function parsed(line: string): object {
  try {
    return Object(JSON.parse(line)) as object;
  } catch {
    return {};
  }
}
