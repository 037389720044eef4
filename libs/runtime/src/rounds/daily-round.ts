import type { LocalDate } from '#kernel';

/** The round that was begun last. */
export interface LastRound {
  readonly day: LocalDate;
  readonly isEnded: boolean;
}

/**
 * What the system does once a day without being asked. Of all instances one does it; where it ended is recorded in the log, so that it
 * is done once, and goes on where another instance was stopped.
 */
export abstract class DailyRound {
  /** Lower-case words with dashes: part of a lock, and a label of metrics. */
  abstract readonly name: string;
  /** The full hour in Jakarta at which it is due, from 0. */
  abstract readonly hour: number;
  /** As the log knows it; undefined before the first one. */
  abstract last(): Promise<LastRound | undefined>;
  /** Does the round of a day, or what is left of it. It ends early, with an error, when `listener` aborts. */
  abstract take(day: LocalDate, listener: AbortSignal): Promise<void>;
}
