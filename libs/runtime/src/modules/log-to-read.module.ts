import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import type { AnyStream } from '#kernel';
import { EventStoreConfig } from '../config/settings.js';
import { storeAt } from './event-store.module.js';

/**
 * The event log for an app that only looks things up in it, and whose other work goes on where the log does not answer. It has no
 * keys: whatever is sealed stays sealed.
 */
@Module({})
export class LogToReadModule implements OnApplicationShutdown {
  /** @param streams whose old events become present ones */
  static forRoot(streams: readonly AnyStream[]): DynamicModule {
    return {
      module: LogToReadModule,
      global: true,
      providers: [
        {
          provide: EventStore,
          inject: [EventStoreConfig],
          useFactory: (config: EventStoreConfig) => storeAt(config, new EventCodec(NO_KEYS, streams)),
        },
      ],
      exports: [EventStore],
    };
  }

  constructor(private readonly store: EventStore) {}

  /** By now requests are answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
