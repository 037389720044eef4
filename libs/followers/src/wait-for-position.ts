import { readCheckpoint } from './bookkeeping.js';
import type { Database } from '#postgres';
import { type ProjectionIdentity, schemaOf } from './read-model/read-model.js';

/** A read model has not got as far as the reader asked within the time allowed. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';

  constructor(
    readonly projection: string,
    readonly wanted: bigint,
    /** How far it is; null when it has not seen any event. */
    readonly at: bigint | null,
  ) {
    super(`${projection} is at ${at ?? 'the beginning'} of the log and has not reached ${wanted}`);
  }
}

interface Waiter {
  readonly position: bigint;
  settle(error?: unknown): void;
}

/** The pause before a checkpoint is read again: doubled from one to the other, and short again for each newcomer. */
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [1, 16];

/**
 * Waits until a read model has seen the log up to `position`, so that people read what they just wrote.
 * However many wait for the same read model, one query at a time asks for all of them.
 * @param timeoutMs how long to wait at most, milliseconds
 * @throws ReadModelBehind when it has not got there in time
 */
export function waitForPosition(
  database: Database,
  projection: ProjectionIdentity,
  position: bigint,
  timeoutMs: number,
): Promise<void> {
  const watch = watchOf(database, schemaOf(projection));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => waiter.settle(watch.behind(position)), timeoutMs);
    const waiter: Waiter = {
      position,
      settle: (error) => {
        clearTimeout(timer);
        watch.leave(waiter);
        if (error === undefined) resolve();
        else reject(error);
      },
    };
    watch.join(waiter);
  });
}

const watches = new WeakMap<Database, Map<string, CheckpointWatch>>();

function watchOf(database: Database, schema: string): CheckpointWatch {
  const perSchema = watches.get(database) ?? new Map<string, CheckpointWatch>();
  watches.set(database, perSchema);
  const watch = perSchema.get(schema) ?? new CheckpointWatch(database, schema);
  perSchema.set(schema, watch);
  return watch;
}

/** Reads one projection's checkpoint again and again, but only while somebody waits. */
class CheckpointWatch {
  private readonly waiters = new Set<Waiter>();
  private polling = false;
  private pauseMs = SHORTEST_PAUSE_MS;
  private at: bigint | null = null;

  constructor(
    private readonly database: Database,
    private readonly schema: string,
  ) {}

  join(waiter: Waiter): void {
    this.waiters.add(waiter);
    this.pauseMs = SHORTEST_PAUSE_MS;
    if (!this.polling) void this.poll();
  }

  leave(waiter: Waiter): void {
    this.waiters.delete(waiter);
  }

  behind(wanted: bigint): ReadModelBehind {
    return new ReadModelBehind(this.schema, wanted, this.at);
  }

  private async poll(): Promise<void> {
    this.polling = true;
    try {
      while (this.waiters.size > 0) {
        this.at = (await readCheckpoint(this.database.kysely, this.schema))?.position ?? null;
        for (const waiter of this.waiters) {
          if (this.at !== null && this.at >= waiter.position) waiter.settle();
        }
        if (this.waiters.size > 0) await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
        this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
      }
    } catch (error) {
      for (const waiter of this.waiters) waiter.settle(error);
    } finally {
      this.polling = false;
    }
  }
}
