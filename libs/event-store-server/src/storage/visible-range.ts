import { eventHeaderOf } from '../wire/recorded-event.js';
import { LARGEST } from '../wire/proto-size.js';
import type { StreamHead } from './stream-heads.js';

/** How the events of one stream are bounded for readers: by what the metadata hides, and by the end. */
export interface VisibleRange {
  readonly first: number;
  readonly last: number;
  /** Events created before this moment (ms since 1970) are hidden. */
  readonly createdSince: number;
}

/** The revisions of a stream that metadata leaves visible at this moment. */
export function visibleRange(head: StreamHead): VisibleRange {
  const { maxCount, maxAgeMs, truncateBefore } = head.limits;
  return {
    first: Math.max(0, truncateBefore, maxCount === LARGEST ? 0 : head.last - maxCount + 1),
    last: head.last,
    createdSince: maxAgeMs === Infinity ? 0 : Date.now() - maxAgeMs,
  };
}

/** True when `$maxAge` does not hide this event. */
export function isYoungEnough(range: VisibleRange, message: Buffer): boolean {
  return range.createdSince === 0 || eventHeaderOf(message).createdMs >= range.createdSince;
}
