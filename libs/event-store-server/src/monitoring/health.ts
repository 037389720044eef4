import { statfsSync } from 'node:fs';
import type { Storage } from '../storage/database.js';
import type { EventLog } from '../storage/event-log.js';

/** How the server tells its operator about a failure that no client waits to hear of. */
export type Report = (what: string, error: unknown) => void;

/** After a refused write, this much must be free again: the largest append and what is kept beside it. */
const ENOUGH_BYTES = 4 * 1024 * 1024;

/** Why the server cannot take events at present, if it cannot. After a failed write the disk is tried again. */
export function unwellness(log: EventLog, storage: Storage): string | undefined {
  if (log.stopping.aborted) return 'The event store is stopping.';
  const failure = log.lastFailure;
  if (failure === undefined) return undefined;
  if (storage !== 'memory' && freeBytes(storage.directory) < ENOUGH_BYTES) return failure;
  try {
    log.probe();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}
