import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { HealthChecks, KeyStoreServerConfig, Metrics } from '#runtime';
import { SqliteKeyStore } from '../sqlite/sqlite-key-store.js';
import { KeyStoreController } from './key-store.controller.js';

/** The keys of a folder of this machine, for the programs that know a token. */
@Module({
  controllers: [KeyStoreController],
  providers: [
    {
      provide: SqliteKeyStore,
      inject: [KeyStoreServerConfig],
      useFactory: ({ directory, list }: KeyStoreServerConfig) => SqliteKeyStore.open(directory, { list }),
    },
  ],
})
export class KeyStoreModule implements OnApplicationShutdown {
  constructor(
    @Inject(SqliteKeyStore) private readonly store: SqliteKeyStore,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    health.add('keys', async () => {
      await store.check();
      if (!store.isForgotten) return 'a key that was destroyed is still in a file: somebody reads it';
      return undefined;
    });
    metrics.gauge(
      'lindung_key_store_persons',
      'Persons who had keys made, ever',
      {},
      async () => store.persons,
    );
    metrics.gauge(
      'lindung_key_store_unforgotten',
      '1 while a key that was destroyed is still in a file of the store, because somebody reads it',
      {},
      async () => Number(!store.isForgotten),
    );
  }

  /** By now requests are answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
