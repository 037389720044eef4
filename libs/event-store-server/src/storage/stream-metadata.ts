import { LARGEST } from '../wire/proto-size.js';

/** What stream metadata means for reads. Anything else in the metadata is kept and returned, and has no effect here. */
export interface StreamLimits {
  /** Only the newest `maxCount` events are visible. */
  readonly maxCount: number;
  /** Only events younger than this, in milliseconds, are visible. */
  readonly maxAgeMs: number;
  /** Events before this revision are not visible. `LARGEST` marks a soft-deleted stream. */
  readonly truncateBefore: number;
}

export const NO_LIMITS: StreamLimits = { maxCount: LARGEST, maxAgeMs: Infinity, truncateBefore: 0 };

/** Metadata streams keep only their newest event visible, as EventStoreDB has it. */
export const METASTREAM_LIMITS: StreamLimits = { ...NO_LIMITS, maxCount: 1 };

/** The stream that holds the metadata of a stream. */
export function metastreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream whose metadata this stream holds, if it is a metadata stream. */
export function originalStreamOf(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}

/** `$all` is made of what stands in all other streams: nothing is appended to it. */
export function isClosedToAppends(stream: string): boolean {
  return stream === '$all';
}

/** Nor can it be deleted, nor the metadata of a stream without the stream. */
export function isClosedToDeletes(stream: string): boolean {
  return isClosedToAppends(stream) || originalStreamOf(stream) !== undefined;
}

/**
 * Reads the limits out of the data of a `$metadata` event. Unreadable metadata limits nothing, as in EventStoreDB.
 */
export function readLimits(data: Buffer): StreamLimits {
  const metadata = parseObject(data);
  if (metadata === undefined) return NO_LIMITS;
  return {
    maxCount: positiveInteger(metadata['$maxCount']) ?? NO_LIMITS.maxCount,
    maxAgeMs: (positiveInteger(metadata['$maxAge']) ?? Infinity) * 1000,
    truncateBefore: Math.min(positiveInteger(metadata['$tb']) ?? 0, LARGEST),
  };
}

/**
 * Metadata that shows a soft-deleted stream again from its new first revision; what else it says stays. Nothing when
 * the present metadata cannot be read.
 */
export function undeletedMetadata(data: Buffer, firstRevision: number): string | undefined {
  const metadata = parseObject(data);
  return metadata === undefined ? undefined : JSON.stringify({ ...metadata, $tb: firstRevision });
}

function parseObject(data: Buffer): Record<string, unknown> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(data.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  return isObject ? (parsed as Record<string, unknown>) : undefined;
}

function positiveInteger(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : undefined;
}
