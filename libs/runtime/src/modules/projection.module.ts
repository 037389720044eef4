import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import { type Database } from '#postgres';
import { type AnyReadModel, type RunningProjection, runProjection, schemaOf } from '#followers';
import { ProjectionConfig } from '../config/settings.js';
import { HealthChecks, HealthFailure } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { Log } from '../logging/logger.js';
import { DATABASE } from './read-store.module.js';

/** The longest pause between two attempts, milliseconds. */
const LONGEST_PAUSE_MS = 30_000;

export const RUNNABLE = Symbol('RUNNABLE');

/** A projection whose types of events and tables nobody outside needs to know. */
export interface Runnable {
  readonly name: string;
  start(needs: {
    store: EventStore;
    database: Database;
    signal: AbortSignal;
    log: Log;
    retryMs: number;
  }): RunningProjection;
}

/** Runs a projection from the start of the process to its end, and tells health and metrics how it is doing. */
@Injectable()
export class ProjectionProcess implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private running?: RunningProjection;

  constructor(
    @Inject(RUNNABLE) private readonly projection: Runnable,
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: EventStore,
    private readonly config: ProjectionConfig,
    private readonly log: Log,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    health.add(`projection ${projection.name}`, () => this.check());
    metrics.gauge(
      'lindung_projection_lag_seconds',
      'Age of the newest event not projected yet; 0 when there is none',
      { projection: projection.name },
      () => this.lagSeconds(),
    );
  }

  onApplicationBootstrap(): void {
    const { store, database, log } = this;
    this.running = this.projection.start({
      store,
      database,
      log,
      signal: this.stopped.signal,
      retryMs: this.config.retryMs,
    });
  }

  /** Ends after the transaction under way; only then the stores are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.running?.finished;
  }

  private async check(): Promise<string> {
    const role = this.running?.status().role ?? 'starting';
    if (role !== 'active' && role !== 'standby') throw new HealthFailure(role);
    return role;
  }

  /** How long ago the log recorded what this projection saw last, unless it has seen everything. */
  private async lagSeconds(): Promise<number | undefined> {
    const status = this.running?.status();
    if (!status) return undefined;
    const last = await this.store.lastPosition();
    if (last === null || (status.checkpoint !== null && status.checkpoint >= last)) return 0;
    return status.lastEventAt === null ? undefined : (Date.now() - Date.parse(status.lastEventAt)) / 1000;
  }
}

/** Pauses after failures, from the first one on. */
export function backOffFrom(retryMs: number): { first: number; longest: number } {
  return { first: retryMs, longest: Math.max(retryMs, LONGEST_PAUSE_MS) };
}

export function runnable(projection: AnyReadModel): Runnable {
  return {
    name: schemaOf(projection),
    start: ({ retryMs, ...needs }) =>
      runProjection({
        projection,
        ...needs,
        backOffMs: backOffFrom(retryMs),
      }),
  };
}

/** Keeps one read model up to date while this process runs. Import it once for each projection. */
@Module({})
export class ProjectionModule {
  static run(projection: AnyReadModel): DynamicModule {
    return {
      module: ProjectionModule,
      providers: [{ provide: RUNNABLE, useValue: runnable(projection) }, ProjectionProcess],
    };
  }
}
