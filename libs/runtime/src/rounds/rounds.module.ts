import { setTimeout as wait } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { ActiveLocks } from '#followers';
import type { Database } from '#postgres';
import { HttpConfig } from '../config/http.settings.js';
import { HealthChecks } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { AppLogger } from '../logging/app-logger.js';
import { DATABASE } from '../modules/database.token.js';
import type { DailyRound } from './daily-round.js';
import { type KeptRound, keepRound } from './keep-round.js';

/** Token of the rounds that this program does. */
const ROUNDS = Symbol('ROUNDS');

/** A round that names the handlers of the commands that it sends. */
export interface RoundWithHandlers extends Type<DailyRound> {
  readonly handlers: readonly Type<unknown>[];
}

/** Does the rounds of this program from its start to its end, and tells health and metrics of them. */
@Injectable()
class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private kept = new Map<string, KeptRound>();

  constructor(
    @Inject(ROUNDS) private readonly rounds: readonly DailyRound[],
    @Inject(DATABASE) private readonly database: Database,
    private readonly http: HttpConfig,
    private readonly log: AppLogger,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    for (const { name } of rounds) {
      // What is late by a night keeps nobody from working: it shows, and the app is ready.
      health.add(`round ${name}`, () => Promise.resolve(this.inWords(name)));
      metrics.gauge(
        'lindung_round_overdue_seconds',
        'How long a daily round is owed; 0 when there is none, left out by instances that stand by',
        { round: name },
        () => Promise.resolve(this.overdueSeconds(name)),
      );
    }
  }

  onApplicationBootstrap(): void {
    const { log, stopped } = this;
    const locks = new ActiveLocks(this.database);
    const kept = this.rounds.map(
      (one) => [one.name, keepRound(one, { locks, log, signal: stopped.signal })] as const,
    );
    this.kept = new Map(kept);
  }

  /** Ends where a round can be gone on with; only then the stores are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    const finished = Promise.all([...this.kept.values()].map((one) => one.finished));
    await Promise.race([finished, wait(this.http.shutdownTimeoutMs, undefined, { ref: false })]);
  }

  private inWords(name: string): string {
    const status = this.kept.get(name)?.status();
    if (!status) return 'starting';
    const { role, endedFor, owedSince } = status;
    const owed = owedSince === null ? '' : `, owed since ${owedSince}`;
    return `${role}${owed}${endedFor === null ? '' : `; ended for ${endedFor}`}`;
  }

  private overdueSeconds(name: string): number | undefined {
    const status = this.kept.get(name)?.status();
    if (!status || status.role === 'starting' || status.role === 'standby') return undefined;
    return status.owedSince === null ? 0 : (Date.now() - Date.parse(status.owedSince)) / 1000;
  }
}

/** What a module needs in order to do these rounds. */
export const providersOfRounds = (rounds: readonly RoundWithHandlers[]): readonly Provider[] => [
  ...rounds,
  ...rounds.flatMap(({ handlers }) => handlers),
  { provide: ROUNDS, inject: [...rounds], useFactory: (...all: DailyRound[]) => all },
  Rounds,
];
