import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { databaseFile, type Storage } from '../storage/database.js';
import type { CommittedGroup } from '../storage/commit-observer.js';
import type { EventLog } from '../storage/event-log.js';

const COMMIT_SECONDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1];
const GROUP_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** A subscription that is being served. */
export interface Subscriber {
  /** How many events it has yet to get. */
  readonly lag: () => number;
}

/** What the metrics look up when they are asked for. */
export interface MetricSources {
  /** Position of the newest event. */
  readonly head: () => number;
  /** Bytes that the store takes on disk, or in memory. */
  readonly size: () => number;
}

/** What the server counts, for Prometheus. Memory, CPU and event loop come with the client library. */
export class ServerMetrics {
  readonly registry = new Registry();
  /** Catch-up subscriptions that are open. */
  readonly subscribers = new Set<Subscriber>();
  readonly droppedSubscribers = this.counter(
    'dropped_subscribers',
    'Subscribers dropped for taking no events',
  );
  readonly refusedCalls = this.counter('refused_calls', 'Calls refused for want of credentials or rights');
  readonly turnedAway = this.counter(
    'turned_away_connections',
    'Connections that came when there were as many as it takes',
  );
  readonly failedCommits = this.counter('failed_commits', 'Groups of writes that the disk refused');
  private readonly writes = this.counter('appends', 'Writes answered since the start');
  private readonly events = this.counter('events', 'Events stored since the start');
  private readonly bytes = this.counter('stored_bytes', 'Bytes of events stored since the start');
  private readonly commits = this.histogram('commit_seconds', 'From transaction to fsync', COMMIT_SECONDS);
  private readonly groups = this.histogram('commit_group_size', 'Writes that shared an fsync', GROUP_SIZES);

  constructor({ head, size }: MetricSources) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('position', 'Position of the newest event', head);
    this.gauge('database_bytes', 'Size of the database with its write-ahead log', size);
    this.gauge('subscriptions', 'Catch-up subscriptions that are open', () => this.subscribers.size);
    this.gauge('subscription_lag_events', 'Events that the slowest subscriber has yet to get', () =>
      [...this.subscribers].reduce((most, subscriber) => Math.max(most, subscriber.lag()), 0),
    );
  }

  /** A group of writes was stored. */
  committed({ writes, events, bytes, seconds }: CommittedGroup): void {
    this.writes.inc(writes);
    this.events.inc(events);
    this.bytes.inc(bytes);
    this.commits.observe(seconds);
    this.groups.observe(writes);
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name: `event_store_${name}_total`, help, registers: [this.registry] });
  }

  private histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name: `event_store_${name}`, help, buckets, registers: [this.registry] });
  }

  private gauge(name: string, help: string, read: () => number): void {
    const collect = function (this: Gauge) {
      this.set(read());
    };
    this.registry.registerMetric(new Gauge({ name: `event_store_${name}`, help, registers: [], collect }));
  }
}

/** Counts what is stored, and tells the log when the disk begins to refuse writes and when it takes them again. */
export function watchCommits(log: EventLog, metrics: ServerMetrics, logger: Logger): void {
  let refusing = false;
  log.observe({
    committed: (group) => {
      metrics.committed(group);
      if (refusing) logger.info({ position: log.head }, 'the disk takes events again');
      refusing = false;
    },
    failed: (error) => {
      metrics.failedCommits.inc();
      if (!refusing) logger.error({ err: error, position: log.head }, 'the disk refuses events');
      refusing = true;
    },
  });
}

/** Bytes that a store takes: on disk with the write-ahead log, or in memory. */
export function databaseSize(database: DatabaseSync, storage: Storage): number {
  if (storage === 'memory') return pragma(database, 'page_count') * pragma(database, 'page_size');
  const file = databaseFile(storage.directory);
  return [file, `${file}-wal`].reduce((sum, path) => sum + sizeOf(path), 0);
}

function pragma(database: DatabaseSync, name: 'page_count' | 'page_size'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
