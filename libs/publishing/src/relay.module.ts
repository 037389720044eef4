import { readFileSync } from 'node:fs';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '#kernel';
import type { ContextContracts } from './contract.js';
import type { KafkaOptions } from './kafka-client.js';
import { type Publisher, kafkaPublisher } from './publisher.js';
import { relayFollower } from './relay.js';
import { FollowersModule, HealthChecks, KafkaConfig, AppLogger } from '#runtime';

const PUBLISHER = Symbol('PUBLISHER');

const OFF = 'off: KAFKA_BROKERS is not set';

/** The brokers of this program, if there are any. */
@Module({
  providers: [{ provide: PUBLISHER, inject: [KafkaConfig, AppLogger], useFactory: publisherOf }],
  exports: [PUBLISHER],
})
class PublisherModule implements OnApplicationShutdown {
  constructor(@Inject(PUBLISHER) private readonly publisher: Publisher | null) {}

  /** By now the relay has finished the batch under way. */
  async onApplicationShutdown(): Promise<void> {
    await this.publisher?.close();
  }
}

/** Publishes contracts of what happens while this program runs; without brokers it is off and says so. */
export const RelayModule = {
  run: (contexts: readonly ContextContracts[]): DynamicModule =>
    FollowersModule.with({
      imports: [PublisherModule],
      inject: [PUBLISHER, AppLogger, HealthChecks],
      useFactory: (publisher: Publisher | null, log: AppLogger, health: HealthChecks) => {
        if (publisher) return [relayFollower(contexts, publisher)];
        sayOff(log, health);
        return [];
      },
    }),
};

/** Publishes to the brokers of the settings; null without any. */
export function publisherOf(config: KafkaConfig, log: Logger): Publisher | null {
  const options = kafkaOptionsOf(config, log);
  return options && kafkaPublisher(options);
}

/** How the brokers of the settings are reached; null without any. */
export function kafkaOptionsOf(
  { brokers, username, password, caFile, ...config }: KafkaConfig,
  log: Logger,
): KafkaOptions | null {
  if (!brokers) return null;
  const { clientId, requestTimeoutMs, compression, client } = config;
  const credentials = username && password ? { username, password } : undefined;
  const ca = caFile === undefined ? undefined : readFileSync(caFile, 'utf8');
  return { brokers, clientId, credentials, ca, requestTimeoutMs, compression, client, log };
}

function sayOff(log: AppLogger, health: HealthChecks): void {
  health.add('event relay', async () => OFF);
  log.warn(
    {},
    `The relay is ${OFF}. Nothing is published; once it is set, everything since the beginning is`,
  );
}
