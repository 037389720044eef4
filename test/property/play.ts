import type { RecordedEvent } from '#event-store';
import { UUID } from '#kernel';
import type { Act } from './plots.js';

/** So often an act is tried before the story ends there. */
const PATIENCE = 5;

/** A story under way: its next act, and the ids of those who have played in it. */
export class Play {
  /** The newest id of each name. */
  readonly cast = new Map<string, string>();
  private place = 0;
  private failed = 0;

  constructor(private readonly acts: readonly Act[]) {}

  /** Undefined when the story is told. */
  get act(): Act | undefined {
    return this.acts[this.place];
  }

  /** What became of the act. */
  played(isAccepted: boolean, recorded: readonly RecordedEvent[]): void {
    for (const { streamId, data } of recorded) {
      const dash = streamId.indexOf('-');
      this.enter(`${streamId.slice(0, dash)}Id`, streamId.slice(dash + 1));
      for (const [name, value] of Object.entries(data)) this.enter(name, value);
    }
    if (isAccepted || this.act?.once) {
      this.place++;
      this.failed = 0;
    } else if (++this.failed >= PATIENCE) {
      this.place = this.acts.length;
    }
  }

  private enter(name: string, value: unknown): void {
    if (UUID.fits(value)) this.cast.set(name, value);
  }
}
