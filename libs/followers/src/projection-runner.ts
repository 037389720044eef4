import type { EventStore } from '#event-store';
import { takeActiveLock } from './active-lock.js';
import { applyBatch } from './apply-batch.js';
import type { Database, Log } from '#postgres';
import { pause } from './pause.js';
import { describeFailure } from './projection-errors.js';
import { prepareProjection } from './projection-tables.js';
import type { AnyReadModel } from './projecting.js';
import { schemaOf } from './read-model/read-model.js';

export interface RunnerOptions {
  readonly projection: AnyReadModel;
  readonly store: Pick<EventStore, 'follow'>;
  readonly database: Database;
  /** Ends the run after the transaction under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** How often a standby asks whether it may take over; 1 second. */
  readonly standbyPollMs?: number;
  /** Pause after a failure: the first one, doubled up to the longest; 1 and 30 seconds. */
  readonly backOffMs?: { readonly first: number; readonly longest: number };
}

/** What an instance of a projection is doing, for health checks and metrics. */
export interface RunnerStatus {
  /** Schema of the tables, such as `claim_v1`. */
  readonly projection: string;
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

export interface RunningProjection {
  status(): RunnerStatus;
  /** Resolves when the run has ended after `signal` aborted; never rejects. */
  readonly finished: Promise<void>;
}

/**
 * Keeps a read model up to date until `signal` aborts: exactly one instance is active (advisory lock), others stand by;
 * each batch is one transaction. A failure is logged and retried from the checkpoint with growing pauses, for ever:
 * a read model that is behind shows in `status()`, one that skipped an event would be wrong without anyone knowing.
 */
export function runProjection(options: RunnerOptions): RunningProjection {
  let status: RunnerStatus = {
    projection: schemaOf(options.projection),
    role: 'starting',
    checkpoint: null,
    lastEventAt: null,
    handled: 0,
    failures: 0,
    lastError: null,
  };
  const tell: Tell = (change) => {
    status = { ...status, ...change };
  };
  return { status: () => status, finished: keepRunning(options, () => status, tell) };
}

type Tell = (change: Partial<RunnerStatus>) => void;

async function keepRunning(options: RunnerOptions, status: () => RunnerStatus, tell: Tell): Promise<void> {
  const { signal, log, backOffMs = { first: 1_000, longest: 30_000 } } = options;
  while (!signal.aborted) {
    try {
      await runUntilInterrupted(options, status, tell);
    } catch (error) {
      const failures = status().failures + 1;
      const waitMs = Math.min(backOffMs.first * 2 ** (failures - 1), backOffMs.longest);
      const reason = describeFailure(error);
      tell({ role: 'failing', failures, lastError: reason });
      log.error({ projection: status().projection, reason, failures, waitMs }, 'A projection failed');
      await pause(waitMs, signal);
    }
  }
  tell({ role: 'stopped' });
}

/** One turn as the active instance. Returns when `signal` aborts, throws on everything else that ends it. */
async function runUntilInterrupted(
  { projection, store, database, signal, log, standbyPollMs: pollMs = 1_000 }: RunnerOptions,
  status: () => RunnerStatus,
  tell: Tell,
): Promise<void> {
  const name = schemaOf(projection);
  const onStandby = () => {
    if (status().role !== 'standby')
      log.info({ projection: name }, 'Standing by: another instance is active');
    tell({ role: 'standby' });
  };
  const lock = await takeActiveLock(database, `lindung/projection/${name}`, { signal, pollMs, onStandby });
  if (!lock) return;
  try {
    const start = await prepareProjection(database, projection);
    let checkpoint = start.position;
    tell({ role: 'active', checkpoint, lastEventAt: start.lastEventAt });
    log.info({ projection: name, checkpoint: String(checkpoint) }, 'Projecting');
    for await (const batch of store.follow(checkpoint, AbortSignal.any([signal, lock.lost]))) {
      const applied = await applyBatch(database, projection, batch, checkpoint);
      checkpoint = applied.checkpoint;
      const lastEventAt = batch.at(-1)?.recordedAt ?? status().lastEventAt;
      const handled = status().handled + applied.handled;
      tell({ checkpoint, lastEventAt, handled, failures: 0, lastError: null });
    }
    if (lock.lost.aborted) throw new Error('The connection that holds the lock was lost');
    if (!signal.aborted) throw new Error('The subscription to the log ended');
  } finally {
    await lock.release();
  }
}
