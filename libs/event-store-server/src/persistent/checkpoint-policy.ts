import type { GroupSettings } from './group-settings.js';

/** The settings that say how often a group stores how far it has got. */
export type CheckpointSettings = Pick<
  GroupSettings,
  'minCheckpointCount' | 'maxCheckpointCount' | 'checkpointAfterMs'
>;

/**
 * Decides when a group stores its checkpoint, as EventStoreDB does: at once after `maxCheckpointCount` messages, and
 * otherwise after `checkpointAfter`, provided that there were at least `minCheckpointCount`. Time is an argument (ms).
 */
export class CheckpointPolicy {
  private lastTime = -Infinity;

  /** @param last the checkpoint on disk, or the place before the first message when there is none */
  constructor(
    private readonly settings: CheckpointSettings,
    private last: number,
  ) {}

  /** True when the checkpoint shall be stored now. */
  isDue(settledTo: number, now: number): boolean {
    return now >= this.dueAt(settledTo);
  }

  /** When it has to be stored unless more happens before; Infinity when there is too little to store. */
  dueAt(settledTo: number): number {
    const { minCheckpointCount, maxCheckpointCount, checkpointAfterMs } = this.settings;
    const count = settledTo - this.last;
    if (count >= Math.max(1, maxCheckpointCount)) return -Infinity;
    if (count < Math.max(1, minCheckpointCount) || checkpointAfterMs === 0) return Infinity;
    return this.lastTime + checkpointAfterMs;
  }

  /** The checkpoint was stored. */
  stored(settledTo: number, now: number): void {
    this.last = settledTo;
    this.lastTime = now;
  }

  /** True when there is anything that is not stored yet. */
  hasNews(settledTo: number): boolean {
    return settledTo > this.last;
  }
}
