import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import {
  type CopiedPast,
  type KeptCopy,
  type ReadModel,
  type RowsOf,
  buildCopy,
  builtCopy,
  dropOldCopies,
  schemaOf,
  tablesOfCopy,
} from '#followers';
import type { Database, Kysely } from '#postgres';
import { LookBackConfig, QueryConfig } from '../config/settings.js';
import { AppLogger } from '../logging/app-logger.js';
import { DATABASE } from '../modules/database.token.js';

/** A copy that is being made: how far it is, and its end. */
export interface CopyWork extends CopiedPast {
  /** Of its read model, with the place in the log. */
  readonly name: string;
  /** How far it is in the log; null before the first event. */
  at: bigint | null;
  /** Where it stood when this process was first told of it, and when that was. */
  since?: { readonly at: bigint; readonly ms: number };
  readonly done: Promise<void>;
}

/** The copy that a list is to be asked of is being built: somebody asks again later. */
export class CopyBeingBuilt extends Error {
  override readonly name = 'CopyBeingBuilt';

  constructor(
    readonly work: Pick<CopyWork, 'name' | 'at' | 'position'>,
    /** A guess, from how far it has come so far. */
    readonly secondsLeft: number,
  ) {
    super(`${work.name} is at ${work.at ?? 'the beginning'} of ${work.position}`);
  }
}

/** How often it is looked for copies that nobody has asked for long: the shortest time that they can be kept. */
const LOOK_EVERY_MS = 3_600_000;

/** Builds copies of read models as they were, one after the other, and keeps them for whoever asks again. */
@Injectable()
export class CopyWorks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private readonly works = new Map<string, CopyWork>();
  private last: Promise<unknown> = Promise.resolve();
  private looking: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: EventStore,
    private readonly config: QueryConfig,
    private readonly bounds: LookBackConfig,
    private readonly log: AppLogger,
  ) {}

  /**
   * The tables of a read model as it was, once there is a copy.
   * @throws CopyBeingBuilt when it is not there within the time that a query may wait, or as many as are kept are being built
   */
  async tablesOf<Tables extends ReadModel['tables']>(
    model: ReadModel<Tables>,
    asOf: CopiedPast,
  ): Promise<Kysely<RowsOf<Tables>>> {
    const copy = (await builtCopy(this.database, model, asOf)) ?? (await this.builtInTime(model, asOf));
    return tablesOfCopy(this.database, model, copy);
  }

  private async builtInTime(model: ReadModel, asOf: CopiedPast): Promise<KeptCopy> {
    const work = this.works.get(nameOf(model, asOf)) ?? this.begin(model, asOf);
    const timer = new AbortController();
    const late = new Promise<'late'>((resolve) => {
      const handle = setTimeout(() => resolve('late'), this.config.waitMs);
      timer.signal.addEventListener('abort', () => clearTimeout(handle));
    });
    const first = await Promise.race([work.done, late]);
    timer.abort();
    const copy = first === 'late' ? undefined : await builtCopy(this.database, model, asOf);
    if (!copy) throw new CopyBeingBuilt(work, secondsLeft(work));
    return copy;
  }

  private begin(model: ReadModel, asOf: CopiedPast): CopyWork {
    const name = nameOf(model, asOf);
    const before = [...this.works.values()].at(-1);
    // Of more than are kept, the last would drop the first before anybody had asked it.
    if (before && this.works.size >= this.bounds.most)
      throw new CopyBeingBuilt({ ...asOf, name, at: null }, secondsLeft(before));
    const onProgress = (at: bigint) => {
      work.since ??= { at, ms: performance.now() };
      work.at = at;
    };
    const done = this.last.then(async () => {
      this.stopped.signal.throwIfAborted();
      // It may have been finished while somebody asked for it.
      if (await builtCopy(this.database, model, asOf)) return;
      await dropOldCopies(this.database, this.bounds, 1);
      await buildCopy(
        { database: this.database, log: this.store, onProgress, until: this.stopped.signal },
        model,
        asOf,
      );
    });
    const work: CopyWork = { ...asOf, name, at: null, done };
    this.works.set(name, work);
    this.last = done
      .catch((error: unknown) => this.log.warn({ copy: name, error }, 'A copy of a read model was not built'))
      .finally(() => this.works.delete(name));
    return work;
  }

  /** Whoever asked may never ask again: what is old is dropped all the same. */
  onApplicationBootstrap(): void {
    this.dropOld();
    this.looking = setInterval(() => this.dropOld(), LOOK_EVERY_MS).unref();
  }

  /** In its turn, so that nothing is dropped that is just being built. */
  private dropOld(): void {
    this.last = this.last
      .then(() => (this.stopped.signal.aborted ? undefined : dropOldCopies(this.database, this.bounds, 0)))
      .catch((error: unknown) => this.log.warn({ error }, 'Old copies of read models were not dropped'));
  }

  /** What was begun goes on where it stood when somebody asks again. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.looking);
    this.stopped.abort();
    await this.last;
  }
}

const nameOf = (model: ReadModel, { position, effectiveOn }: CopiedPast) =>
  [schemaOf(model), 'at', position, ...(effectiveOn ? ['on', effectiveOn] : [])].join(' ');

/** As long as nothing is known of how fast it goes: it has just begun, waits for another, or another process builds it. */
const UNKNOWN_SECONDS = 10;

function secondsLeft({ at, position, since }: Pick<CopyWork, 'at' | 'position' | 'since'>): number {
  if (!since || at === null || at <= since.at) return UNKNOWN_SECONDS;
  const perPosition = (performance.now() - since.ms) / 1000 / Number(at - since.at);
  return Math.min(3_600, Math.max(1, Math.ceil(perPosition * Number(position - at))));
}
