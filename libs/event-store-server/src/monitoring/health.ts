import type { EventLog } from '../storage/event-log.js';

/** Why the server cannot take events at present, if it cannot. After a failed write the disk is tried again. */
export function unwellness(log: EventLog): string | undefined {
  if (log.stopping.aborted) return 'The event store is stopping.';
  try {
    log.probe();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
