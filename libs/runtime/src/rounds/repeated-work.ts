import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { ActiveLocks, describeFailure, pause } from '#followers';
import type { Database } from '#postgres';
import { HttpConfig } from '../config/http.settings.js';
import { HealthChecks } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { DATABASE } from '../modules/database.token.js';

/** How often whoever stands by asks for its turn, and how long after a lost connection it is asked again. */
const AGAIN_MS = 30_000;

/** The longest pause after failures. */
const LONGEST_MS = 300_000;

/** What a program does again and again while it runs, such as handing on what waits. Of all instances one does it. */
export abstract class RepeatedWork {
  /** Lower-case words with dashes: part of a lock. */
  abstract readonly name: string;
  /** The pause between two times. */
  abstract readonly everyMs: number;

  /** Whether this installation has nothing to do it with: then nobody does it. */
  get isOff(): boolean {
    return false;
  }

  /** Does what there is to do now; stops between two steps when `signal` aborts. */
  abstract once(signal: AbortSignal): Promise<void>;

  /** Lets go of what it holds. */
  async close(): Promise<void> {}
}

/** Work that names the handlers of the commands that it sends. */
export interface WorkWithHandlers extends Type<RepeatedWork> {
  readonly handlers: readonly Type<unknown>[];
}

/** Token of the work of this program. */
const WORKS = Symbol('WORKS');

/** Does the repeated work of this program from its start to its end, and tells health of it. */
@Injectable()
class Works implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private readonly roles = new Map<string, string>();
  private finished: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WORKS) private readonly works: readonly RepeatedWork[],
    @Inject(DATABASE) private readonly database: Database,
    private readonly http: HttpConfig,
    private readonly log: AppLogger,
    health: HealthChecks,
  ) {
    for (const { name } of works)
      health.add(`work ${name}`, () => Promise.resolve(this.roles.get(name) ?? 'starting'));
  }

  onApplicationBootstrap(): void {
    const locks = new ActiveLocks(this.database);
    this.finished = Promise.all(this.works.map((work) => this.keep(work, locks)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await Promise.race([this.finished, wait(this.http.shutdownTimeoutMs, undefined, { ref: false })]);
    await Promise.all(this.works.map((work) => work.close()));
  }

  private async keep(work: RepeatedWork, locks: ActiveLocks): Promise<void> {
    const { name } = work;
    if (work.isOff) {
      this.roles.set(name, 'off: nothing is configured for it');
      return;
    }
    const { signal } = this.stopped;
    const onStandby = () => void this.roles.set(name, 'standby');
    while (!signal.aborted) {
      try {
        const lock = await locks.take(`lindung/work/${name}`, { signal, pollMs: AGAIN_MS, onStandby });
        if (!lock) return;
        try {
          await this.whileActive(work, AbortSignal.any([signal, lock.lost]));
        } finally {
          await lock.release();
        }
      } catch (error) {
        if (signal.aborted) return;
        this.tellOf(name, error);
        await pause(AGAIN_MS, signal);
      }
    }
  }

  private async whileActive(work: RepeatedWork, until: AbortSignal): Promise<void> {
    let failures = 0;
    while (!until.aborted) {
      try {
        await work.once(until);
        failures = 0;
        this.roles.set(work.name, 'active');
      } catch (error) {
        if (until.aborted) return;
        failures += 1;
        this.tellOf(work.name, error);
      }
      await pause(Math.min(work.everyMs * 2 ** failures, LONGEST_MS), until);
    }
  }

  private tellOf(name: string, error: unknown): void {
    this.roles.set(name, 'failing: tried again');
    this.log.error({ work: name, reason: describeFailure(error) }, 'Repeated work failed: it is tried again');
  }
}

/** What a module needs in order to do this work. */
export const providersOfWorks = (works: readonly WorkWithHandlers[]): readonly Provider[] => [
  ...works,
  ...works.flatMap(({ handlers }) => handlers),
  { provide: WORKS, inject: [...works], useFactory: (...all: RepeatedWork[]) => all },
  Works,
];
