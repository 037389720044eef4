import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A number, as text where JavaScript would lose digits. */
export type Whole = number | { readonly n: string };

/** Where a read, a subscription or a group begins: in a stream, or in `$all` by an event that the case appended. */
export type Place =
  | 'start'
  | 'end'
  | 'caseStart'
  | { readonly n: string }
  | { readonly abs: 'case' | readonly [commit: string, prepare: string] }
  | { readonly nth: number; readonly dc?: number; readonly dp?: number };

/** What a writer expects of a stream. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | { readonly n: string };

/** Bytes: as text, as so many sevens, or as a link. */
export type Bytes =
  | { readonly $bin: string }
  | { readonly $size: number }
  | { readonly $link: number; readonly $stream: string };

/** An event that a case appends. Ids are made of words; JSON that JavaScript would rewrite stands in `$raw`. */
export interface EventToAppend {
  readonly id: string;
  readonly type: string;
  readonly bin?: boolean;
  readonly data: unknown;
  readonly meta?: unknown;
}

/** A filter as the client is told it; or its own one against events of the system. */
export interface FilterToUse {
  readonly excludeSystem?: boolean;
  readonly filterOn?: 'streamName' | 'eventType';
  readonly prefixes?: readonly string[];
  readonly regex?: string;
  readonly maxSearchWindow?: number;
  readonly checkpointInterval?: number;
}

/** Settings of a group that differ from the client's defaults. */
export interface SettingsToUse {
  readonly startFrom?: Place;
  readonly [setting: string]: unknown;
}

type Direction = 'forwards' | 'backwards';
interface OfGroup {
  readonly stream?: string;
  readonly group: string;
}

/**
 * One call of the client, or a wait between two. In names `~` stands for the prefix of the case; `id` names a
 * subscription or a consumer of the case.
 */
export type Operation =
  | {
      op: 'append';
      stream: string;
      exp: Expected;
      events: readonly EventToAppend[];
      mode: 'batch' | 'ordinary' | 'nothrow' | 'nothrow-ordinary';
    }
  | { op: 'appendMany'; stream: string; count: number }
  | { op: 'appendLink'; data: string }
  | { op: 'parallel' }
  | { op: 'delete' | 'tombstone'; stream: string; exp: Expected }
  | { op: 'setMeta'; stream: string; meta: Record<string, unknown>; exp?: Expected }
  | { op: 'getMeta'; stream: string }
  | { op: 'read'; stream: string; dir: Direction; from: Place; max?: Whole; links?: boolean; cancel?: number }
  | { op: 'countRead'; dir: Direction }
  | { op: 'readAll'; dir: Direction; from: Place; max?: number; links?: boolean; cancel?: number }
  | {
      op: 'subscribe';
      id: string;
      stream?: string;
      from?: Place;
      links?: boolean;
      filter?: FilterToUse;
      settle?: number;
    }
  | { op: 'collect'; id: string }
  | { op: 'sleep'; ms: number }
  | ({ op: 'psCreate'; settings: SettingsToUse; filter?: FilterToUse } & OfGroup)
  | ({ op: 'psUpdate'; settings: SettingsToUse } & OfGroup)
  | ({ op: 'psDelete' } & OfGroup)
  | ({ op: 'psInfo'; wait?: number } & OfGroup)
  | { op: 'psList'; stream?: string; all?: boolean }
  | { op: 'psRestart' }
  | ({ op: 'psReplay'; stopAt?: number } & OfGroup)
  | ({ op: 'psConnect'; id: string; buffer?: number; settle?: number } & OfGroup)
  | {
      op: 'psAnswer';
      id: string;
      action: 'ack' | 'park' | 'retry' | 'skip' | 'stop';
      n?: number;
      which?: readonly number[];
      settle?: number;
    }
  | { op: 'psWait'; id: string; ms: number }
  | { op: 'psClose'; id: string };

/** Operations that were sent to EventStoreDB, what it answered to each, and what `$all` held afterwards. */
export interface RecordedCase {
  readonly case: string;
  readonly ops: readonly Operation[];
  readonly results: readonly unknown[];
  readonly all: readonly unknown[];
}

/** The cases of some files of `cases/`, in their order. */
export function readCases(files: readonly string[]): readonly RecordedCase[] {
  return files.flatMap((file) =>
    gunzipSync(readFileSync(join(import.meta.dirname, 'cases', `${file}.jsonl.gz`)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RecordedCase),
  );
}
