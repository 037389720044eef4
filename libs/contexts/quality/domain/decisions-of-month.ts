import type { Period } from '#kernel';
import type { Decision } from './draw.js';
import type { Reviewed } from './error-rate.js';

/** Knows what was decided, and what reviews have found. What it finds follows from the log up to a position. */
export abstract class DecisionsOfMonth {
  /** All decisions of a month that stand in the log up to a position, which is known from there on. */
  abstract of(month: Period, until: bigint): Promise<readonly Decision[]>;
  /** What reviews of the sample of a month have found so far. */
  abstract reviewed(month: Period, until: bigint): Promise<Reviewed>;
}
