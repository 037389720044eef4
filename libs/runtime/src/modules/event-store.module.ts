import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventCodec, EventStore, type KeyRing } from '#event-store';
import type { AnyStream } from '#kernel';
import { type Database } from '#postgres';
import { PostgresKeyRing } from '#key-ring';
import { EventStoreConfig, KeyRingConfig } from '../config/settings.js';
import { HealthChecks } from '../health/health.js';
import { Decisions } from '../commands/decisions.js';
import { DATABASE } from './postgres.module.js';

/** A stream that nobody writes. */
const PROBED_STREAM = 'health-probe';

/** Opens nothing, and seals nothing. */
const NO_KEYS: KeyRing = { ensure: async () => new Map(), find: async () => new Map() };

/** The event log for an app, with the keys of persons. Needs `PostgresModule`, where the keys are kept. */
@Module({})
export class EventStoreModule implements OnApplicationShutdown {
  /** @param streams whose old events become present ones */
  static forRoot(streams: readonly AnyStream[] = []): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        {
          provide: PostgresKeyRing,
          inject: [DATABASE, KeyRingConfig],
          useFactory: (database: Database, { masterKey }: KeyRingConfig) =>
            PostgresKeyRing.open({ database, masterKey }),
        },
        {
          provide: EventCodec,
          inject: [PostgresKeyRing],
          useFactory: (keyRing: PostgresKeyRing) => new EventCodec(keyRing, streams),
        },
        {
          provide: EventStore,
          inject: [EventStoreConfig, EventCodec],
          useFactory: storeAt,
        },
        Decisions,
      ],
      exports: [EventStore, Decisions, PostgresKeyRing],
    };
  }

  /** The event log for an app that must not know who it is about: whatever is sealed stays sealed. */
  static withoutKeys(streams: readonly AnyStream[] = []): DynamicModule {
    return {
      module: EventStoreModule,
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

  constructor(
    private readonly store: EventStore,
    health: HealthChecks,
  ) {
    health.add('event-log', async () => {
      // Answered without an event being read: probes come every few seconds.
      for await (const event of store.read(PROBED_STREAM)) throw new Error(`Unexpected ${event.type}`);
    });
  }

  /** By now requests are answered and followers have stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}

function storeAt({ url, appendTimeoutMs, readTimeoutMs }: EventStoreConfig, codec: EventCodec): EventStore {
  return EventStore.at(url, codec, { appendMs: appendTimeoutMs, readMs: readTimeoutMs });
}
