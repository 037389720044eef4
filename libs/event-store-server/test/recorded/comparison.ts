import { isDeepStrictEqual } from 'node:util';
import { type Answer, Somewhere } from './answers.js';

const LARGEST_UINT64 = 2n ** 64n - 1n;

/**
 * Names of the positions in `$all`: each is called after the event that stands there, so that two servers that count in
 * different ways can be compared.
 */
export class Positions {
  private readonly names = new Map<bigint, string>();

  /** @param start the newest position before the case */
  constructor(start: bigint) {
    this.names.set(start, 'START');
  }

  /** Takes the name of an event, in the form of `answerOfRecorded`. */
  add(event: Answer): void {
    this.names.set((event['pos'] as Somewhere).commit, `${String(event['s'])}#${String(event['rev'])}`);
  }

  /** @returns `@` and the name; `@?` where no event stands that a reader sees */
  nameOf({ commit, prepare }: Somewhere): string {
    if (prepare === undefined) return commit === LARGEST_UINT64 ? '@MAX' : `@${this.at(commit)}`;
    if (commit === prepare) return `@${this.at(commit)}`;
    return `@${this.at(commit)}/${prepare === LARGEST_UINT64 ? 'MAX' : this.at(prepare)}`;
  }

  private at(position: bigint): string {
    return this.names.get(position) ?? '?';
  }
}

/** An answer in the words of the recording: positions by name, the prefix of the case as `~`, nothing that is undefined. */
export function inRecordedWords(value: unknown, positions: Positions, prefix: string): unknown {
  const words = (part: unknown): unknown => inRecordedWords(part, positions, prefix);
  if (value instanceof Somewhere) return positions.nameOf(value).replaceAll(prefix, '~');
  if (typeof value === 'string') return value.replaceAll(prefix, '~');
  if (Array.isArray(value)) return value.map(words);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, words(field)]));
}

/**
 * Whether an answer is the one that was recorded. Ids that a server made, and positions that no reader sees, are taken as
 * they come.
 */
export function agrees(recorded: unknown, answer: unknown): boolean {
  return isDeepStrictEqual(recorded, taken(recorded, answer));
}

function taken(recorded: unknown, answer: unknown): unknown {
  if (typeof recorded === 'string' && typeof answer === 'string') {
    return recorded === 'SERVER' || recorded.startsWith('@?') ? recorded : answer;
  }
  if (Array.isArray(recorded) && Array.isArray(answer)) {
    return answer.map((part, index) => (index < recorded.length ? taken(recorded[index], part) : part));
  }
  if (!isFields(recorded) || !isFields(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, part]) => [
      name,
      name in recorded ? taken(recorded[name], part) : part,
    ]),
  );
}

function isFields(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
