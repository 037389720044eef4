import { LogBehindReadModel } from './follower-errors.js';
import type { LogSource } from './feed.js';

/** A place in the log that somebody remembers. */
export interface RememberedPlace {
  readonly position: bigint | null;
  /** Null where nobody knows which event stood there. */
  readonly eventId: string | null;
}

/**
 * Makes sure that the log still holds the event that a follower saw last, where it saw it. A log that was restored from an
 * older backup, or another one, records other events at positions that the follower believes to have passed.
 * @throws LogBehindReadModel
 */
export async function knowLog(
  store: LogSource,
  follower: string,
  { position, eventId }: RememberedPlace,
): Promise<void> {
  if (position === null) return;
  const found = await store.firstFrom(position);
  const isHeld = eventId === null ? found !== undefined : isThat(found, position, eventId);
  if (!isHeld) throw new LogBehindReadModel(follower, position, eventId, await store.lastPosition());
}

function isThat(
  found: Awaited<ReturnType<LogSource['firstFrom']>>,
  position: bigint,
  eventId: string,
): boolean {
  return found?.position === position && found.eventId === eventId;
}
