import { LogDenies, Undecodable } from '#event-store';
import type { Logger } from '#kernel';
import type { Database } from '#postgres';
import { type ActiveLock, ActiveLocks } from './active-lock.js';
import { batchesFor } from './batches-for.js';
import { Feed, type LogSource } from './feed.js';
import type { Follower } from './follower.js';
import { movingTogether } from './move-together.js';
import { pause } from './pause.js';
import { readableOf, takeBatch } from './take-batch.js';
import { HandlerFailed, LogBehindReadModel, describeFailure } from './follower-errors.js';
import { prepareTables } from './follower-tables.js';
import { knowLog } from './known-log.js';
import { schemaOf } from './read-model/read-model.js';
import { noteFailing, skippedEvents } from './skipped-events.js';
import { untilChanged } from './still-there.js';

/** How often an active follower looks whether its tables are still there. */
const LOOK_MS = 5_000;

export interface RunnerOptions {
  readonly store: LogSource;
  readonly database: Database;
  /** Ends the run after the transaction under way. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** How often a standby asks whether it may take over; 1 second. */
  readonly standbyPollMs?: number;
  /** How often an active one looks whether its tables are still there; 5 seconds. */
  readonly lookMs?: number;
  /** Pause after a failure: the first one, doubled up to the longest; 1 and 30 seconds. */
  readonly backOffMs?: { readonly first: number; readonly longest: number };
}

/** What an instance of a follower is doing, for health checks and metrics. */
interface RunnerStatus {
  /** Schema of the tables, such as `claim_v1`. */
  readonly follower: string;
  readonly role: 'starting' | 'standby' | 'active' | 'failing' | 'stopped';
  /** Log position of the last event seen by this instance; null before the first one. */
  readonly checkpoint: bigint | null;
  /** When the log recorded that event, UTC. */
  readonly lastEventAt: string | null;
  /** Events that meant something since this instance started. */
  readonly handled: number;
  /** Failures since the last batch that went through. */
  readonly failures: number;
  /** The last failure in words; kept until the next batch goes through. */
  readonly lastError: string | null;
  /** What kind of failure it was, where it has a name that people look up. */
  readonly code: 'LOG_BEHIND_READ_MODEL' | 'LOG_ACCESS_DENIED' | null;
  /** Positions of events that it was told to pass over since it was built. */
  readonly skipped: readonly bigint[];
}

export interface RunningFollower {
  status(): RunnerStatus;
  /** Resolves when the run has ended after `signal` aborted; never rejects. */
  readonly finished: Promise<void>;
}

/** What the followers of one program share. */
interface Shared extends RunnerOptions {
  readonly feed: Feed;
  readonly locks: ActiveLocks;
  readonly move: ReturnType<typeof movingTogether>;
}

/**
 * Keeps followers up to date until `signal` aborts. Of each exactly one instance is active (advisory lock), others stand by;
 * each batch is one transaction. They share one subscription to the log and one session for their locks, and none waits for
 * another: one that is behind or failing reads by itself. A failure is logged and retried from the checkpoint with growing
 * pauses, for ever: a follower that is behind shows in `status()`, one that skipped an event would be wrong without anyone
 * knowing.
 */
export function runFollowers(followers: readonly Follower[], options: RunnerOptions): RunningFollower[] {
  const shared: Shared = {
    ...options,
    feed: new Feed(
      options.store,
      followers.flatMap(({ categories }) => categories),
      { isShared: followers.length > 1 },
    ),
    locks: new ActiveLocks(options.database),
    move: movingTogether(options.database),
  };
  return followers.map((follower) => runOne(follower, shared));
}

/** Keeps one follower up to date, with a subscription and a session of its own. */
export function runFollower(follower: Follower, options: RunnerOptions): RunningFollower {
  const [running] = runFollowers([follower], options);
  if (!running) throw new Error('One follower was to run and none does');
  return running;
}

function runOne(follower: Follower, shared: Shared): RunningFollower {
  let status: RunnerStatus = {
    follower: schemaOf(follower),
    role: 'starting',
    checkpoint: null,
    lastEventAt: null,
    handled: 0,
    failures: 0,
    lastError: null,
    code: null,
    skipped: [],
  };
  const note: Note = (change) => {
    status = { ...status, ...change };
  };
  return { status: () => status, finished: keepRunning(follower, shared, () => status, note) };
}

type Note = (change: Partial<RunnerStatus>) => void;

async function keepRunning(
  follower: Follower,
  shared: Shared,
  status: () => RunnerStatus,
  note: Note,
): Promise<void> {
  const { signal, log, backOffMs = { first: 1_000, longest: 30_000 } } = shared;
  while (!signal.aborted) {
    try {
      await runUntilInterrupted(follower, shared, status, note);
    } catch (error) {
      // What is cut off by a stop is taken up at the next start.
      if (signal.aborted) break;
      const failures = status().failures + 1;
      const isBehind = error instanceof LogBehindReadModel;
      const code = isBehind ? error.code : error instanceof LogDenies ? 'LOG_ACCESS_DENIED' : null;
      // Another log does not mend itself from one second to the next.
      const waitMs = isBehind
        ? backOffMs.longest
        : Math.min(backOffMs.first * 2 ** (failures - 1), backOffMs.longest);
      const reason = describeFailure(error);
      note({ role: 'failing', failures, lastError: reason, code });
      log.error({ follower: status().follower, reason, failures, waitMs }, 'A follower failed');
      if (error instanceof HandlerFailed || error instanceof Undecodable) {
        await tellWhere(schemaOf(follower), error.position, shared);
      }
      await pause(waitMs, signal);
    }
  }
  note({ role: 'stopped' });
}

/** Whoever decides to pass over the event is told where it stands. */
async function tellWhere(follower: string, position: bigint, { database, log }: Shared): Promise<void> {
  try {
    await noteFailing(database, follower, position);
  } catch (error) {
    log.warn({ follower, reason: describeFailure(error) }, 'Where the follower fails could not be stored');
  }
}

/** One turn as the active instance. Returns when `signal` aborts, throws on everything else that ends it. */
async function runUntilInterrupted(
  follower: Follower,
  shared: Shared,
  status: () => RunnerStatus,
  note: Note,
): Promise<void> {
  const { signal, log, standbyPollMs: pollMs = 1_000 } = shared;
  const name = schemaOf(follower);
  const onStandby = () => {
    if (status().role !== 'standby') log.info({ follower: name }, 'Standing by: another instance is active');
    note({ role: 'standby' });
  };
  const lock = await shared.locks.take(`lindung/projection/${name}`, { signal, pollMs, onStandby });
  if (!lock) return;
  try {
    await follow(follower, shared, lock, status, note);
    if (lock.lost.aborted) throw new Error('The connection that holds the lock was lost');
    if (!signal.aborted) throw new Error('The subscription to the log ended');
  } finally {
    await lock.release();
  }
}

async function follow(
  follower: Follower,
  shared: Shared,
  lock: ActiveLock,
  status: () => RunnerStatus,
  note: Note,
): Promise<void> {
  const start = await prepareTables(shared.database, follower);
  let checkpoint = start.position;
  note({ checkpoint, lastEventAt: start.lastEventAt });
  await knowLog(shared.store, schemaOf(follower), start);
  const skipped = (await skippedEvents(shared.database, schemaOf(follower))).map(({ position }) => position);
  // Whoever has failed before is not said to be at work until it has got past that event.
  note({ role: start.isStuck ? 'starting' : 'active', code: null, skipped });
  shared.log.info({ follower: schemaOf(follower), checkpoint: String(checkpoint) }, 'Following the log');
  const over = new AbortController();
  const until = AbortSignal.any([shared.signal, lock.lost, over.signal]);
  const stand = { checkpoint, skipped: new Set(skipped) };
  let change: unknown;
  // Whoever waits for a batch that PostgreSQL does not answer cannot tell it: the one who looks does.
  const looking = { before: start.footprint, everyMs: shared.lookMs ?? LOOK_MS, until };
  untilChanged(lock, schemaOf(follower), looking).catch((error: unknown) => {
    if (until.aborted) return;
    change = error;
    note({ role: 'failing', lastError: describeFailure(error) });
    over.abort();
  });
  try {
    for await (const found of batchesFor(follower, start, shared, until)) {
      const { batch, unreadable } = readableOf(follower, found, stand.skipped);
      if (!batch) throw unreadable;
      const applied = await takeBatch(follower, shared, batch, { ...stand, checkpoint }, until);
      ({ checkpoint } = applied);
      const lastEventAt = batch.recordedAt ?? status().lastEventAt;
      const handled = status().handled + applied.handled;
      note({ checkpoint, lastEventAt, handled, failures: 0, lastError: null, code: null });
      if (unreadable) throw unreadable;
      note({ role: 'active' });
    }
  } finally {
    over.abort();
  }
  if (change !== undefined) throw change;
}
