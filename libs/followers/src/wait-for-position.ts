import { MOVES, readCheckpoint } from './bookkeeping.js';
import type { Database } from '#postgres';
import { type FollowerIdentity, schemaOf } from './read-model/read-model.js';

/** A read model has not got as far as the reader asked within the time allowed. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';

  constructor(
    readonly readModel: string,
    readonly wanted: bigint,
    /** How far it is; null when it has not seen any event. */
    readonly at: bigint | null,
  ) {
    super(`${readModel} is at ${at ?? 'the beginning'} of the log and has not reached ${wanted}`);
  }
}

interface Waiter {
  readonly position: bigint;
  settle(error?: unknown): void;
}

/**
 * The pause before a checkpoint is read again. While its moves are heard of, reading it is only a precaution; otherwise the
 * pause is doubled from one to the other, and short again for each newcomer.
 */
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [1, 16];
const PRECAUTION_MS = 250;

/**
 * Waits until a read model has seen the log up to `position`, so that people read what they just wrote.
 * However many wait for the same read model, one query at a time asks for all of them; then its moves are listened to.
 * @param timeoutMs how long to wait at most, milliseconds
 * @throws ReadModelBehind when it has not got there in time
 */
export function waitForPosition(
  database: Database,
  readModel: FollowerIdentity,
  position: bigint,
  timeoutMs: number,
): Promise<void> {
  const watch = watchOf(database, schemaOf(readModel));
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

/** Everybody who waits on one database. */
class Watches {
  private readonly bySchema = new Map<string, CheckpointWatch>();
  private listening: Promise<void> | undefined;
  private hears = false;

  constructor(readonly database: Database) {}

  of(schema: string): CheckpointWatch {
    const watch = this.bySchema.get(schema) ?? new CheckpointWatch(this, schema);
    this.bySchema.set(schema, watch);
    return watch;
  }

  /** Whether moves are heard of. Until they are, and when it cannot be, checkpoints are read again and again. */
  hearsMoves(): boolean {
    this.listening ??= this.listen();
    return this.hears;
  }

  private async listen(): Promise<void> {
    const deaf = () => {
      this.hears = false;
      this.listening = undefined;
    };
    try {
      await this.database.listen(MOVES, (news) => this.hear(news), deaf);
      this.hears = true;
    } catch {
      // The server is away: whoever waits is told by the query that asks it.
      deaf();
    }
  }

  private hear(news: string): void {
    const [schema = '', position = ''] = news.split(' ');
    this.bySchema.get(schema)?.reached(BigInt(position));
  }
}

const watches = new WeakMap<Database, Watches>();

function watchOf(database: Database, schema: string): CheckpointWatch {
  const known = watches.get(database) ?? new Watches(database);
  watches.set(database, known);
  return known.of(schema);
}

/** Reads one checkpoint again and again, but only while somebody waits. */
class CheckpointWatch {
  private readonly waiters = new Set<Waiter>();
  private polling = false;
  /** The checkpoint has been read since moves are heard of. */
  private isHearing = false;
  private pauseMs = SHORTEST_PAUSE_MS;
  private at: bigint | null = null;
  private wake = () => {};

  constructor(
    private readonly watches: Watches,
    private readonly schema: string,
  ) {}

  /** Who joins others learns what is heard of; nobody else needs to ask again for that. */
  join(waiter: Waiter): void {
    this.waiters.add(waiter);
    this.pauseMs = SHORTEST_PAUSE_MS;
    if (!this.polling) void this.poll();
    else if (!this.isHearing) this.wake();
    else if (this.at !== null && this.at >= waiter.position) waiter.settle();
  }

  leave(waiter: Waiter): void {
    this.waiters.delete(waiter);
    if (this.waiters.size === 0) this.wake();
  }

  behind(wanted: bigint): ReadModelBehind {
    return new ReadModelBehind(this.schema, wanted, this.at);
  }

  reached(position: bigint): void {
    this.at = position;
    for (const waiter of this.waiters) if (position >= waiter.position) waiter.settle();
  }

  private async poll(): Promise<void> {
    this.polling = true;
    this.at = null;
    try {
      while (this.waiters.size > 0) {
        const hears = this.watches.hearsMoves();
        const { database } = this.watches;
        this.at = (await readCheckpoint(database.kysely, this.schema))?.position ?? null;
        if (this.at !== null) this.reached(this.at);
        this.isHearing = hears && this.watches.hearsMoves();
        if (this.waiters.size > 0) await this.pause(this.isHearing ? PRECAUTION_MS : this.pauseMs);
        this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
      }
    } catch (error) {
      for (const waiter of this.waiters) waiter.settle(error);
    } finally {
      this.polling = false;
      this.isHearing = false;
    }
  }

  /** Ends early for a newcomer, and when nobody waits any more. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
