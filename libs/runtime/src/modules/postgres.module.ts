import {
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { type Database, type Kysely, connectDatabase, sql } from '#postgres';
import { PaperStore } from '#paper-store';
import { type ReadModel, type RowsOf, tablesOf, waitForPosition } from '#followers';
import { FollowersConfig, PostgresConfig, QueryConfig } from '../config/settings.js';
import { ProofsConfig } from '../config/transparency.settings.js';
import { HealthChecks } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { lookBackNow } from '../look-back/look-back.js';
import { DATABASE } from './database.token.js';
import { EventProofs } from './event-proofs.js';

/** Where the app has no config for it: nobody waits for a worker. */
const DEFAULT_WAIT_MS = 5000;

/** The read models, for queries. */
@Injectable()
export class ReadModels {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject('QUERY_WAIT_MS') private readonly waitMs: number,
  ) {}

  /**
   * The tables of a read model, once they know what the log held at `after`; in a view of the past, as they were.
   * @throws ReadModelBehind when they do not get there in time (503)
   */
  async of<Tables extends ReadModel['tables']>(
    model: ReadModel<Tables>,
    after?: bigint,
  ): Promise<Kysely<RowsOf<Tables>>> {
    const past = lookBackNow();
    if (past) return past.tablesOf(model);
    if (after !== undefined) await waitForPosition(this.database, model, after, this.waitMs);
    return tablesOf(this.database, model);
  }
}

const POOL_AND_READ_MODELS: readonly Provider[] = [
  {
    provide: DATABASE,
    inject: [PostgresConfig, AppLogger, { token: FollowersConfig, optional: true }],
    useFactory: databaseFor,
  },
  {
    provide: 'QUERY_WAIT_MS',
    inject: [{ token: QueryConfig, optional: true }],
    useFactory: (config?: QueryConfig) => config?.waitMs ?? DEFAULT_WAIT_MS,
  },
  ReadModels,
  {
    provide: EventProofs,
    inject: [AppLogger, { token: ProofsConfig, optional: true }],
    useFactory: (log: AppLogger, proofs?: ProofsConfig) => new EventProofs(proofs?.url, log),
  },
  { provide: PaperStore, inject: [DATABASE], useFactory: (database: Database) => new PaperStore(database) },
];

/** PostgreSQL for an app: its pool and the read models. */
@Global()
@Module({ providers: [...POOL_AND_READ_MODELS], exports: [DATABASE, EventProofs, ReadModels, PaperStore] })
export class PostgresModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    health: HealthChecks,
  ) {
    health.add('postgresql', async () => {
      await sql`select 1`.execute(database.kysely);
    });
  }

  /** By now requests are answered and followers have stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** The read models for what an app says beside its answers: it works as well where PostgreSQL does not answer. */
@Global()
@Module({ providers: [...POOL_AND_READ_MODELS], exports: [ReadModels, PaperStore] })
export class ReadModelsBesideModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** By now requests are answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Where an app follows the log, large batches have more time than what people wait for. */
function databaseFor(
  { url, password, poolSize, timeoutMs }: PostgresConfig,
  log: AppLogger,
  followers?: FollowersConfig,
): Database {
  return connectDatabase({
    url,
    password,
    maxConnections: poolSize,
    applicationName: 'lindung',
    connectTimeoutMs: timeoutMs,
    statementTimeoutMs: followers?.statementTimeoutMs ?? timeoutMs,
    log,
  });
}
