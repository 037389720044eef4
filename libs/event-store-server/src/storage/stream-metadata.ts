import { readAccessList, type AccessList } from './access-list.js';
import { LARGEST } from '../wire/proto-size.js';
import { WrittenNumber, parseExactly, stringifyExactly } from './exact-json.js';

/** What stream metadata means for reads. Anything else in the metadata is kept and returned, and has no effect here. */
export interface StreamLimits {
  /** Only the newest `maxCount` events are visible. */
  readonly maxCount: number;
  /** Only events younger than this, in milliseconds, are visible. */
  readonly maxAgeMs: number;
  /** Events before this revision are not visible. */
  readonly truncateBefore: number;
  /** True when nothing is visible until something is appended: `$tb` is 2^63 - 1, and no other number means that. */
  readonly isSoftDeleted: boolean;
}

export const NO_LIMITS: StreamLimits = {
  maxCount: LARGEST,
  maxAgeMs: Infinity,
  truncateBefore: 0,
  isSoftDeleted: false,
};

/** What the metadata of a stream mean to the server. */
export interface StreamRules {
  readonly limits: StreamLimits;
  readonly acl: AccessList | undefined;
}

export const NO_RULES: StreamRules = { limits: NO_LIMITS, acl: undefined };

/** Metadata streams keep only their newest event visible, as EventStoreDB has it. */
export const METASTREAM_RULES: StreamRules = { ...NO_RULES, limits: { ...NO_LIMITS, maxCount: 1 } };

/** The stream that holds the metadata of a stream. */
export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream whose metadata this stream holds, if it is a metadata stream. */
export function originalStreamOf(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}

/**
 * Reads the JSON of a `$metadata` event, as strictly as EventStoreDB: one property of the wrong kind
 * voids all of them. What is of the right kind and makes no sense, such as a `$maxCount` of 0, limits nothing.
 */
export function readRules(json: Buffer): StreamRules {
  const metadata = parseExactly(json);
  if (metadata === undefined || !Object.entries(metadata).every(isOfItsKind)) return NO_RULES;
  return { limits: limitsIn(metadata), acl: readAccessList(metadata['$acl']) };
}

function limitsIn(metadata: Record<string, unknown>): StreamLimits {
  const numberOf = (name: string) => (metadata[name] as WrittenNumber | undefined)?.integer ?? 0n;
  const [maxCount, maxAge, truncateBefore] = [numberOf('$maxCount'), numberOf('$maxAge'), numberOf('$tb')];
  return {
    maxCount: maxCount > 0n ? inMemory(maxCount) : NO_LIMITS.maxCount,
    maxAgeMs: maxAge > 0n ? Number(maxAge) * 1000 : NO_LIMITS.maxAgeMs,
    truncateBefore: truncateBefore > 0n ? inMemory(truncateBefore) : NO_LIMITS.truncateBefore,
    isSoftDeleted: truncateBefore === LAST_REVISION,
  };
}

/**
 * Metadata that shows a soft-deleted stream again from its new first revision; what else it says stays. Nothing when
 * the present metadata cannot be read.
 */
export function undeletedMetadata(data: Buffer, firstRevision: number): string | undefined {
  const metadata = parseExactly(data);
  return metadata === undefined ? undefined : stringifyExactly({ ...metadata, $tb: firstRevision });
}

const LAST_REVISION = 2n ** 63n - 1n;
/** What a .NET `TimeSpan` holds at most, in seconds. */
const LONGEST_SPAN = 922_337_203_685n;

/** What each property has to be; any other is free. */
const KINDS: Record<string, (value: unknown) => boolean> = {
  $maxCount: isInteger,
  $maxAge: isSpan,
  $tb: isInteger,
  $cacheControl: isSpan,
  $tmp: (value) => typeof value === 'boolean',
  $acl: (value) => readAccessList(value) !== undefined,
};

function isOfItsKind([name, value]: [string, unknown]): boolean {
  return Object.hasOwn(KINDS, name) ? KINDS[name]!(value) : true;
}

function isInteger(value: unknown): boolean {
  return value instanceof WrittenNumber && value.integer !== undefined;
}

function isSpan(value: unknown): boolean {
  const seconds = value instanceof WrittenNumber ? value.integer : undefined;
  return seconds !== undefined && seconds <= LONGEST_SPAN && seconds >= -LONGEST_SPAN;
}

function inMemory(value: bigint): number {
  return Math.min(Number(value), LARGEST);
}
