import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Database, type Kysely, connectDatabase, sql } from '#postgres';
import { type ReadModel, type RowsOf, tablesOf, waitForPosition } from '#followers';
import { QueryConfig, ReadStoreConfig } from '../config/settings.js';
import { HealthChecks } from '../health/health.js';
import { Log } from '../logging/logger.js';

/** Token of the `Database`; queries ask for `ReadModels` instead. */
export const DATABASE = Symbol('DATABASE');

/** Where the process has no config for it: nobody waits for a worker. */
const DEFAULT_WAIT_MS = 5000;

/** The read models, for queries. */
@Injectable()
export class ReadModels {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject('QUERY_WAIT_MS') private readonly waitMs: number,
  ) {}

  /**
   * The tables of a read model, once they know what the log held at `after`.
   * @throws ReadModelBehind when they do not get there in time (503)
   */
  async of<Tables extends ReadModel['tables']>(
    model: ReadModel<Tables>,
    after?: bigint,
  ): Promise<Kysely<RowsOf<Tables>>> {
    if (after !== undefined) await waitForPosition(this.database, model, after, this.waitMs);
    return tablesOf(this.database, model);
  }
}

/** PostgreSQL for a process: its pool and the read models. */
@Global()
@Module({
  providers: [
    {
      provide: DATABASE,
      inject: [ReadStoreConfig, Log],
      useFactory: ({ url, poolSize }: ReadStoreConfig, log: Log): Database =>
        connectDatabase({ url, maxConnections: poolSize, applicationName: 'lindung', log }),
    },
    {
      provide: 'QUERY_WAIT_MS',
      inject: [{ token: QueryConfig, optional: true }],
      useFactory: (config?: QueryConfig) => config?.waitMs ?? DEFAULT_WAIT_MS,
    },
    ReadModels,
  ],
  exports: [DATABASE, ReadModels],
})
export class ReadStoreModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    health: HealthChecks,
  ) {
    health.add('postgresql', async () => {
      await sql`select 1`.execute(database.kysely);
    });
  }

  /** By now requests are answered and projections have stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
