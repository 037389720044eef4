import type { Logger } from '#kernel';
import { NotProven, RemoteTree, writtenProof } from '#transparency-log';

/** Which event, and where in the log it stands. */
export interface ProvenPlace {
  readonly eventId: string;
  readonly streamId: string;
  readonly position: string;
}

/** Whoever prints something waits no longer for its proof, milliseconds. */
const WITHIN_MS = 2_000;

/** Proofs of events, for what is printed of them. */
export class EventProofs {
  /** @param url of the transparency log; without one there are no proofs */
  constructor(
    private readonly url: string | undefined,
    private readonly log: Logger,
  ) {}

  /**
   * The proof of an event by the first checkpoint that covers it (c2sp.org/tlog-proof), the same each time; undefined where there is none
   * yet, or where nobody can be asked.
   */
  async of({ eventId, streamId, position }: ProvenPlace): Promise<string | undefined> {
    if (this.url === undefined) return undefined;
    try {
      const event = { id: eventId, streamId, position: BigInt(position) };
      const proof = await new RemoteTree(this.url, WITHIN_MS).toldProof(event);
      return proof && writtenProof(proof);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log[error instanceof NotProven ? 'error' : 'warn'](
        { reason, position },
        'There is no proof of an event',
      );
      return undefined;
    }
  }
}
