import type { LogBatch, RecordedEvent, Undecodable } from '#event-store';
import { type Logger, categoryOf } from '#kernel';
import { type Database, errorCode } from '#postgres';
import { type ActiveLock, ActiveLocks } from './active-lock.js';
import { applyTo, placeOf } from './apply-batch.js';
import { batchesFor } from './batches-for.js';
import { Feed, type LogSource } from './feed.js';
import type { Follower } from './follower.js';
import { movingTogether } from './move-together.js';
import { pause } from './pause.js';
import { HandlerFailed, describeFailure } from './follower-errors.js';
import { prepareTables } from './follower-tables.js';
import { schemaOf } from './read-model/read-model.js';

export interface RunnerOptions {
  readonly store: LogSource;
  readonly database: Database;
  /** Ends the run after the transaction under way. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** How often a standby asks whether it may take over; 1 second. */
  readonly standbyPollMs?: number;
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
      const failures = status().failures + 1;
      const waitMs = Math.min(backOffMs.first * 2 ** (failures - 1), backOffMs.longest);
      const reason = describeFailure(error);
      note({ role: 'failing', failures, lastError: reason });
      log.error({ follower: status().follower, reason, failures, waitMs }, 'A follower failed');
      await pause(waitMs, signal);
    }
  }
  note({ role: 'stopped' });
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
  note({ role: 'active', checkpoint, lastEventAt: start.lastEventAt });
  shared.log.info({ follower: schemaOf(follower), checkpoint: String(checkpoint) }, 'Following the log');
  const until = AbortSignal.any([shared.signal, lock.lost]);
  for await (const found of batchesFor(follower, checkpoint, shared, until)) {
    const unreadable = found.unreadable?.find(wantedBy(follower));
    const batch = unreadable ? before(unreadable, found) : found;
    if (!batch) throw unreadable;
    const applied = await takeBatch(follower, shared, batch, checkpoint, until);
    ({ checkpoint } = applied);
    const lastEventAt = batch.recordedAt ?? status().lastEventAt;
    const handled = status().handled + applied.handled;
    note({ checkpoint, lastEventAt, handled, failures: 0, lastError: null });
    if (unreadable) throw unreadable;
  }
}

const wantedBy =
  ({ categories }: Follower) =>
  ({ streamId }: { readonly streamId: string }): boolean =>
    categories.includes(categoryOf(streamId));

/** What a batch holds before an event that cannot be read; undefined when it is the first. */
function before({ position }: Undecodable, batch: LogBatch): LogBatch | undefined {
  const events = batch.events.filter((event) => event.position < position);
  const last = events.at(-1);
  return last && { events, position: last.position, recordedAt: last.recordedAt };
}

/** Does what a batch asks for, then stores that with the place in the log. */
async function takeBatch(
  follower: Follower,
  { database, move }: Shared,
  batch: LogBatch,
  checkpoint: bigint | null,
  until: AbortSignal,
): Promise<{ readonly checkpoint: bigint | null; readonly handled: number }> {
  const { position, recordedAt } = batch;
  const events = batch.events.filter(wantedBy(follower));
  if (events.length === 0) {
    await move({ schema: schemaOf(follower), from: checkpoint, to: position, recordedAt });
    return { checkpoint: position, handled: 0 };
  }
  const done = follower.act ? await follower.act(events, until) : events;
  const place = done.length === events.length ? { position, recordedAt } : placeOf(done);
  try {
    return await applyTo(database, follower, { events: done, ...place }, checkpoint);
  } catch (error) {
    if (!isRefusedByPostgres(error)) throw error;
    return oneByOne(database, follower, done, checkpoint, error);
  }
}

/** PostgreSQL refuses a batch as a whole: alone, the events before the one it is about go through, and that one is named. */
async function oneByOne(
  database: Database,
  follower: Follower,
  events: readonly RecordedEvent[],
  checkpoint: bigint | null,
  refusal: unknown,
): Promise<never> {
  let place = checkpoint;
  for (const event of events) {
    try {
      ({ checkpoint: place } = await applyTo(
        database,
        follower,
        { events: [event], ...placeOf([event]) },
        place,
      ));
    } catch (error) {
      throw new HandlerFailed(schemaOf(follower), event, error);
    }
  }
  throw refusal;
}

/** Data that does not fit, or breaks a rule of the tables: it will not be otherwise the next time. */
function isRefusedByPostgres(error: unknown): boolean {
  return /^2[23]/.test(errorCode(error) ?? '');
}
