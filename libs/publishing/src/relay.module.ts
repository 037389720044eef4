import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { ContextContracts } from './contract.js';
import { type Publisher, kafkaPublisher } from './publisher.js';
import { relayProjection, runRelay } from './relay.js';
import { type Database } from '#postgres';
import { schemaOf } from '#followers';
import {
  DATABASE,
  HealthChecks,
  KafkaConfig,
  Log,
  Metrics,
  ProjectionConfig,
  ProjectionProcess,
  type Runnable,
  backOffFrom,
} from '#runtime';

const PUBLISHER = Symbol('PUBLISHER');
const RELAY = Symbol('RELAY');

const OFF = 'off: KAFKA_BROKERS is not set';

/** Publishes contracts of what happens while this process runs; without brokers it is off and says so. */
@Module({})
export class RelayModule implements OnApplicationShutdown {
  static run(contexts: readonly ContextContracts[]): DynamicModule {
    return {
      module: RelayModule,
      providers: [
        { provide: PUBLISHER, inject: [KafkaConfig, Log], useFactory: publisherFor },
        {
          provide: RELAY,
          inject: [PUBLISHER, DATABASE, EventStore, ProjectionConfig, Log, HealthChecks, Metrics],
          useFactory: (
            publisher: Publisher | null,
            database: Database,
            store: EventStore,
            config: ProjectionConfig,
            log: Log,
            health: HealthChecks,
            metrics: Metrics,
          ) => {
            if (!publisher) return relayOff(log, health);
            const relay = runnableRelay(contexts, publisher);
            return new ProjectionProcess(relay, database, store, config, log, health, metrics);
          },
        },
      ],
    };
  }

  constructor(@Inject(PUBLISHER) private readonly publisher: Publisher | null) {}

  /** By now the relay has finished the batch under way. */
  async onApplicationShutdown(): Promise<void> {
    await this.publisher?.close();
  }
}

/** Null without brokers. */
function publisherFor({ brokers, clientId, username, password }: KafkaConfig, log: Log): Publisher | null {
  if (!brokers) return null;
  const credentials = username && password ? { username, password } : undefined;
  return kafkaPublisher({ brokers, clientId, credentials, log });
}

function relayOff(log: Log, health: HealthChecks): string {
  health.add('event relay', async () => OFF);
  log.warn(
    {},
    `The relay is ${OFF}. Nothing is published; once it is set, everything since the beginning is`,
  );
  return OFF;
}

function runnableRelay(contexts: readonly ContextContracts[], publisher: Publisher): Runnable {
  return {
    name: schemaOf(relayProjection(contexts)),
    start: ({ retryMs, ...needs }) =>
      runRelay({ contexts, publisher, ...needs, backOffMs: backOffFrom(retryMs) }),
  };
}
