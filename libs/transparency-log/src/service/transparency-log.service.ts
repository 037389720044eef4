import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventStore } from '#event-store';
import {
  AppLogger,
  HealthChecks,
  HealthFailure,
  HttpConfig,
  Metrics,
  TransparencyConfig,
  TransparencyKeyConfig,
  WitnessesConfig,
} from '#runtime';
import { readPolicy } from '../protocol/policy.js';
import { signingKey, writtenKey } from '../notes/keys.js';
import { Cosignatures } from './collect-cosignatures.js';
import { TreeFollower } from './follow-log.js';
import type { TreeLog } from './tree-log.js';

/** Builds the tree for as long as its program runs, and tells health and metrics how it is doing. */
@Injectable()
export class TransparencyLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private readonly cosignatures: Cosignatures | undefined;
  private follower: TreeFollower | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly config: TransparencyConfig,
    private readonly secrets: TransparencyKeyConfig,
    witnesses: WitnessesConfig,
    private readonly http: HttpConfig,
    private readonly log: AppLogger,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    this.cosignatures = cosignaturesOf(witnesses, log);
    health.add('transparency-log', () => this.check());
    metrics.gauge(
      'lindung_transparency_leaves',
      'Leaves of the newest checkpoint of the transparency log',
      {},
      async () => this.follower?.status.size,
    );
  }

  /** Where the trees are. */
  get folder(): string {
    return this.config.directory;
  }

  /** The tree; undefined while it is not open. */
  get treeLog(): TreeLog | undefined {
    return this.follower?.treeLog;
  }

  onApplicationBootstrap(): void {
    const { store, log, secrets, stopped, config } = this;
    const { origin } = config;
    const key = writtenKey(signingKey(origin, 'note', secrets.seed).public);
    log.info({ key }, 'Checkpoints are signed with this key');
    this.follower = new TreeFollower({
      store,
      log,
      origin,
      ...secrets,
      folder: config.directory,
      everyMs: config.everyMs,
      signal: stopped.signal,
      cosignatures: this.cosignatures,
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    const late = wait(this.http.shutdownTimeoutMs, undefined, { ref: false });
    await Promise.race([this.follower?.finished, late]);
  }

  private async check(): Promise<string> {
    const { role, code } = this.follower?.status ?? { role: 'starting', code: null };
    if (role !== 'active') throw new HealthFailure(code ? `${role}: ${code}` : role);
    const witnesses = [...(this.cosignatures?.states ?? [])].map(([name, state]) => `${name} ${state}`);
    return [role, ...witnesses].join(', ');
  }
}

/** @throws UnusablePolicy */
function cosignaturesOf(
  { policyFile, timeoutMs }: WitnessesConfig,
  log: AppLogger,
): Cosignatures | undefined {
  if (policyFile === undefined) return undefined;
  return new Cosignatures({ policy: readPolicy(readFileSync(policyFile, 'utf8')), withinMs: timeoutMs, log });
}
