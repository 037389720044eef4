import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Optional,
} from '@nestjs/common';
import { AppendsRefused, EventCodec, EventStore, NO_KEYS } from '#event-store';
import type { AnyStream } from '#kernel';
import { PersonKeyRing, refuseKeysInPostgres } from '#key-ring';
import { type KeyStore, openKeyStore } from '#key-store';
import { KeyRingConfig, KeyStoreConfig } from '../config/keys.settings.js';
import { EventStoreConfig, PostgresConfig } from '../config/settings.js';
import { HealthChecks, HealthFailure } from '../health/health.js';
import { AppLogger } from '../logging/app-logger.js';
import { Decisions } from '../commands/decisions.js';
import { tellOfLog } from './tell-of-log.js';

/** Token of the `KeyStore`. */
const KEY_STORE = Symbol('KEY_STORE');

/** The event log for an app, with the keys of persons. */
@Module({})
export class EventStoreModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopped = new AbortController();

  /** @param streams whose old events become present ones */
  static forRoot(streams: readonly AnyStream[] = []): DynamicModule {
    return {
      module: EventStoreModule,
      global: true,
      providers: [
        {
          provide: KEY_STORE,
          inject: [KeyStoreConfig, PostgresConfig],
          useFactory: async ({ url, token }: KeyStoreConfig, postgres: PostgresConfig) => {
            await refuseKeysInPostgres(postgres);
            return openKeyStore({ url, token: token?.toString('base64') });
          },
        },
        {
          provide: PersonKeyRing,
          inject: [KEY_STORE, KeyRingConfig],
          useFactory: (store: KeyStore, { masterKey }: KeyRingConfig) =>
            new PersonKeyRing({ store, masterKey }),
        },
        {
          provide: EventCodec,
          inject: [PersonKeyRing],
          useFactory: (keyRing: PersonKeyRing) => new EventCodec(keyRing, streams),
        },
        {
          provide: EventStore,
          inject: [EventStoreConfig, EventCodec],
          useFactory: storeAt,
        },
        Decisions,
      ],
      exports: [EventStore, Decisions, PersonKeyRing],
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
    private readonly log: AppLogger,
    health: HealthChecks,
    @Optional() @Inject(KEY_STORE) private readonly keys?: KeyStore,
  ) {
    if (keys) health.add('key-store', () => keys.check());
    health.add('event-log', () =>
      store.ready().catch((error: unknown) => {
        throw error instanceof AppendsRefused ? new HealthFailure(error.message) : error;
      }),
    );
  }

  /** Nobody waits for it: apps start in any order. */
  onApplicationBootstrap(): void {
    void tellOfLog(this.store, this.log, this.stopped.signal);
  }

  /** By now requests are answered and followers have stopped. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.store.close();
    await this.keys?.close();
  }
}

/** The event log that the settings name, within their limits of time. Whoever opens it closes it. */
export function storeAt(
  { url, appendTimeoutMs, readTimeoutMs }: EventStoreConfig,
  codec: EventCodec,
): EventStore {
  return EventStore.at(url, codec, { appendMs: appendTimeoutMs, readMs: readTimeoutMs });
}
