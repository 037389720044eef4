import { setTimeout as wait } from 'node:timers/promises';
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
import {
  type ReadModel,
  type Follower,
  type RunningFollower,
  readModelFollower,
  runFollowers,
  schemaOf,
} from '#followers';
import { HttpConfig } from '../config/http.settings.js';
import { FollowersConfig } from '../config/settings.js';
import { HealthChecks, HealthFailure } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { AppLogger } from '../logging/app-logger.js';
import { DATABASE } from './database.token.js';

/** The longest pause between two attempts, milliseconds. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs the followers of this program from its start to its end, all on one subscription to the log, and tells health and
 * metrics how each of them is doing. Modules add theirs while the program is put together.
 */
@Injectable()
class Followers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private readonly added: Follower[] = [];
  private running = new Map<Follower, RunningFollower>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: EventStore,
    private readonly config: FollowersConfig,
    private readonly http: HttpConfig,
    private readonly log: AppLogger,
    private readonly health: HealthChecks,
    private readonly metrics: Metrics,
  ) {}

  add(follower: Follower): void {
    this.added.push(follower);
    const name = schemaOf(follower);
    this.health.add(`projection ${name}`, () => this.check(follower));
    this.metrics.gauge(
      'lindung_projection_lag_seconds',
      'Age of the newest event not projected yet; 0 when there is none, +Inf when the log went back behind the read model',
      { projection: name },
      () => this.lagSeconds(follower),
    );
  }

  onApplicationBootstrap(): void {
    const { store, database, log, added } = this;
    const first = this.config.retryMs;
    const backOffMs = { first, longest: Math.max(first, LONGEST_PAUSE_MS) };
    const running = runFollowers(added, { store, database, log, signal: this.stopped.signal, backOffMs });
    this.running = new Map(running.map((one, place) => [added[place] as Follower, one]));
  }

  /** Ends after the transactions under way; only then the stores are closed. What takes too long is cut off with them. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    const finished = Promise.all([...this.running.values()].map((running) => running.finished));
    await Promise.race([finished, wait(this.http.shutdownTimeoutMs, undefined, { ref: false })]);
  }

  private async check(follower: Follower): Promise<string> {
    const status = this.running.get(follower)?.status();
    const { role, code } = status ?? { role: 'starting', code: null };
    if (role !== 'active' && role !== 'standby') throw new HealthFailure(code ? `${role}: ${code}` : role);
    const skipped = status?.skipped ?? [];
    return skipped.length > 0
      ? `${role}; passes over position ${skipped.join(', ')} until it is built anew`
      : role;
  }

  /**
   * How long ago the log recorded what this follower saw last, unless it has seen everything. One that has seen what the log
   * does not hold never catches up, however long people wait: infinite, so that every alert on a threshold fires.
   */
  private async lagSeconds(follower: Follower): Promise<number | undefined> {
    const status = this.running.get(follower)?.status();
    if (!status) return undefined;
    if (status.code === 'LOG_BEHIND_READ_MODEL') return Infinity;
    const last = await this.store.lastPosition();
    if (last === null || (status.checkpoint !== null && status.checkpoint >= last)) return 0;
    return status.lastEventAt === null ? undefined : (Date.now() - Date.parse(status.lastEventAt)) / 1000;
  }
}

@Module({ providers: [Followers], exports: [Followers] })
class FollowersOfProgram {}

/** Keeps read models up to date while this program runs. */
@Module({})
export class FollowersModule {
  static run(...models: readonly ReadModel[]): DynamicModule {
    return FollowersModule.with({
      inject: [],
      useFactory: () => models.map(readModelFollower),
    });
  }

  /** Followers that need something of the program: commands to send, brokers to publish to. */
  static with({
    imports = [],
    inject,
    useFactory,
  }: {
    readonly imports?: DynamicModule['imports'];
    readonly inject: readonly (string | symbol | (abstract new (...args: never[]) => unknown))[];
    readonly useFactory: (...needs: never[]) => readonly Follower[];
  }): DynamicModule {
    return {
      module: FollowersModule,
      imports: [FollowersOfProgram, ...imports],
      providers: [
        {
          provide: Symbol('followers'),
          inject: [Followers, ...inject] as never,
          useFactory: (followers: Followers, ...needs: never[]) => {
            const added = useFactory(...needs);
            for (const follower of added) followers.add(follower);
            return added;
          },
        },
      ],
    };
  }
}
