import { setTimeout as wait } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import type { Logger } from '#kernel';
import { type Cosignatures, Showing } from './collect-cosignatures.js';
import { TreeLog, type TreeLogOptions } from './tree-log.js';

/** What the tree needs of the log of events. */
export type KeptLog = Pick<EventStore, 'followKept' | 'firstFrom' | 'lastPosition'>;

export interface FollowTerms extends TreeLogOptions {
  readonly store: KeptLog;
  readonly log: Logger;
  /** Ends it, after what is under way. */
  readonly signal: AbortSignal;
  /** The longest time from an event to a checkpoint that covers it, and the shortest between two, milliseconds. */
  readonly everyMs: number;
  /** Who cosigns checkpoints before others are shown them; nobody unless told. */
  readonly cosignatures?: Cosignatures;
  /** Pauses after a failure, doubled up to the longest; 1 and 30 seconds. */
  readonly backOffMs?: { readonly first: number; readonly longest: number };
}

/** The log does not hold the event that was put into the tree last: it was restored from an older backup, or is another one. */
export class LogBehindTree extends Error {
  override readonly name = 'LogBehindTree';

  constructor(position: bigint, eventId: string, lastPosition: bigint | null) {
    super(
      `The log does not hold event ${eventId} at position ${position}, which is in the tree; the log ends at ${lastPosition}`,
    );
  }
}

/** How the tree is doing. */
export interface TreeStatus {
  readonly role: 'starting' | 'active' | 'failing' | 'stopped';
  readonly code: 'LOG_BEHIND_TREE' | null;
  readonly lastError: string | null;
  /** Leaves of the newest checkpoint. */
  readonly size: number;
}

/** Events that are put into the tree at a time while it catches up: 64 bundles. */
const LARGEST_BATCH = 16_384;

/** Puts whatever is recorded into the tree, for as long as it may. */
export class TreeFollower {
  private current: TreeStatus = { role: 'starting', code: null, lastError: null, size: 0 };
  private opened: TreeLog | undefined;
  /** Ends when the program does. */
  readonly finished: Promise<void>;

  constructor(private readonly terms: FollowTerms) {
    this.finished = this.run();
  }

  get status(): TreeStatus {
    return this.current;
  }

  /** The tree; undefined until it is open. */
  get treeLog(): TreeLog | undefined {
    return this.opened;
  }

  private note(changed: Partial<TreeStatus>): void {
    this.current = { ...this.current, ...changed };
  }

  private async run(): Promise<void> {
    const { signal, log, backOffMs: { first, longest } = { first: 1_000, longest: 30_000 } } = this.terms;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.followOnce(() => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        const waitMs = Math.min(longest, first * 2 ** Math.min(failures - 1, 16));
        const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        const code = error instanceof LogBehindTree ? 'LOG_BEHIND_TREE' : null;
        this.note({ role: 'failing', code, lastError: reason });
        log.error({ reason, failures, waitMs }, 'The transparency log failed');
        await wait(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      } finally {
        this.opened?.close();
        this.opened = undefined;
      }
    }
    this.note({ role: 'stopped' });
  }

  private async followOnce(goesWell: () => void): Promise<void> {
    const { signal } = this.terms;
    const treeLog = await TreeLog.open(this.terms);
    this.opened = treeLog;
    const { position } = treeLog.tree.place;
    await this.knowLog(treeLog);
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const showing = new Showing(treeLog.tree, this.terms, until);
    try {
      await this.followFrom(position, treeLog, showing, goesWell);
    } finally {
      over.abort();
      await showing.finished;
    }
  }

  private async followFrom(
    position: bigint | null,
    treeLog: TreeLog,
    showing: Showing,
    goesWell: () => void,
  ): Promise<void> {
    const { store, signal, log, everyMs } = this.terms;
    const publish = async () => {
      await treeLog.sign();
      await showing.show();
      this.note({ role: 'active', code: null, lastError: null, size: treeLog.tree.size });
      goesWell();
      return performance.now();
    };
    let publishedAt = await publish();
    log.info({ origin: treeLog.origin, size: treeLog.tree.size }, 'The transparency log follows the log');
    for await (const events of store.followKept(position, signal, { largest: LARGEST_BATCH })) {
      await treeLog.append(events);
      const isBehind = events.length >= LARGEST_BATCH;
      if (isBehind && performance.now() - publishedAt < everyMs) continue;
      publishedAt = await publish();
      if (!isBehind) await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
    await publish();
    if (!signal.aborted) throw new Error('The subscription to the log ended');
  }

  /** @throws LogBehindTree */
  private async knowLog({ tree }: TreeLog): Promise<void> {
    const { position, eventId } = tree.place;
    if (position === null || eventId === null) return;
    const { store } = this.terms;
    const found = await store.firstFrom(position);
    if (found?.position === position && found.eventId === eventId) return;
    throw new LogBehindTree(position, eventId, await store.lastPosition());
  }
}
