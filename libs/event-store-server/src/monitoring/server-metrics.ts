import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const COMMIT_SECONDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1];

/** What the server counts, for Prometheus. */
export class ServerMetrics {
  readonly registry = new Registry();
  readonly subscriptions: Gauge;
  readonly droppedSubscribers: Counter;
  readonly failedCommits: Counter;
  readonly position: Gauge;
  private readonly events: Counter;
  private readonly writes: Counter;
  private readonly commits: Histogram;

  /** @param head reads the position of the newest event */
  constructor(head: () => number) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.subscriptions = new Gauge({
      name: 'event_store_subscriptions',
      help: 'Catch-up subscriptions that are open',
      registers,
    });
    this.droppedSubscribers = new Counter({
      name: 'event_store_dropped_subscribers_total',
      help: 'Subscribers that were dropped because they took no events',
      registers,
    });
    this.failedCommits = new Counter({
      name: 'event_store_failed_commits_total',
      help: 'Groups of writes that the disk refused',
      registers,
    });
    this.events = new Counter({
      name: 'event_store_events_total',
      help: 'Events stored since the start',
      registers,
    });
    this.writes = new Counter({
      name: 'event_store_writes_total',
      help: 'Writes answered since the start',
      registers,
    });
    this.commits = new Histogram({
      name: 'event_store_commit_seconds',
      help: 'Time that a group of writes took until it was on disk',
      buckets: COMMIT_SECONDS,
      registers,
    });
    this.position = new Gauge({
      name: 'event_store_position',
      help: 'Position of the newest event',
      registers,
      collect() {
        this.set(head());
      },
    });
  }

  /** A group of writes was stored. */
  committed(writes: number, events: number, seconds: number): void {
    this.writes.inc(writes);
    this.events.inc(events);
    this.commits.observe(seconds);
  }
}
