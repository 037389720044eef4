import { setTimeout as wait } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  Optional,
} from '@nestjs/common';
import { checkpointOf } from '#followers';
import type { Database } from '#postgres';
import {
  AppLogger,
  DATABASE,
  FeedConfig,
  FollowersConfig,
  HealthChecks,
  HealthFailure,
  HttpConfig,
  KafkaConfig,
  Metrics,
} from '#runtime';
import { kafkaOptionsOf } from '#publishing';
import { REPORTING } from '../facts/fact-tables.js';
import { followTopics } from '../sources/broker.js';
import { followFeed } from '../sources/feed.js';
import { type FeedToken, tokenInFile } from '../sources/token.js';
import { countWaiting } from './dead-letters.js';
import { type Follow, type Intake, runIntake } from './intake.js';

/** Token of who gives tokens for the feed, where that is somebody of this process. */
const FEED_TOKEN = Symbol('FEED_TOKEN');

const LONGEST_PAUSE_MS = 30_000;

const OFF = 'off: neither KAFKA_BROKERS nor FEED_URL with FEED_TOKEN_FILE is set';

/** Takes events in from the start of the program to its end, and tells health and metrics how that goes. */
@Injectable()
class IntakeOfProgram implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private intake: Intake | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Optional() @Inject(FEED_TOKEN) private readonly token: FeedToken | undefined,
    private readonly feed: FeedConfig,
    private readonly kafka: KafkaConfig,
    private readonly retry: FollowersConfig,
    private readonly http: HttpConfig,
    private readonly log: AppLogger,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    health.add('intake', async () => this.check());
    metrics.gauge('lindung_reporting_dead_letters', 'Messages that were put aside and wait', {}, () =>
      countWaiting(this.database).catch(() => undefined),
    );
    metrics.gauge(
      'lindung_reporting_newest_event_seconds',
      'Age of the newest event that was taken in, by the time of the log',
      {},
      () => this.ageOfNewest().catch(() => undefined),
    );
  }

  onApplicationBootstrap(): void {
    const follow = this.source();
    if (!follow) {
      this.log.warn({}, `The reporting service takes in nothing, it is ${OFF}`);
      return;
    }
    const first = this.retry.retryMs;
    this.intake = runIntake({
      database: this.database,
      follow,
      log: this.log,
      signal: this.stopped.signal,
      backOffMs: { first, longest: Math.max(first, LONGEST_PAUSE_MS) },
    });
  }

  /** Ends after the transaction under way; only then the pool is closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await Promise.race([this.intake?.finished, wait(this.http.shutdownTimeoutMs, undefined, { ref: false })]);
  }

  /** Kafka where there are brokers, and the feed otherwise. */
  private source(): Follow | undefined {
    const brokers = kafkaOptionsOf(this.kafka, this.log);
    if (brokers) return (onTaken, signal) => followTopics(this.database, brokers, onTaken, signal);
    const { url, tokenFile, pollMs } = this.feed;
    const token = this.token ?? (tokenFile === undefined ? undefined : tokenInFile(tokenFile));
    if (url === undefined || token === undefined) return undefined;
    return (onTaken, signal) => followFeed(this.database, { url, token, pollMs }, onTaken, signal);
  }

  private check(): string {
    if (!this.intake) return OFF;
    const { role, error, taken } = this.intake.status();
    if (role !== 'active') throw new HealthFailure(error ? `${role}: ${error}` : role);
    return taken.parked > 0 ? `${role}; ${taken.parked} messages were put aside since it started` : role;
  }

  private async ageOfNewest(): Promise<number | undefined> {
    const at = (await checkpointOf(this.database, REPORTING))?.lastEventAt;
    return at ? (Date.now() - Date.parse(at)) / 1000 : undefined;
  }
}

/** Keeps the facts up to date while this program runs. */
@Module({ providers: [IntakeOfProgram] })
export class IntakeModule {
  /** @param token who gives tokens for the feed, instead of a file */
  static with(token?: FeedToken): DynamicModule {
    return {
      module: IntakeModule,
      providers: token ? [{ provide: FEED_TOKEN, useValue: token }] : [],
    };
  }
}
