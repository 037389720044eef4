import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, RelayConfig } from '#runtime';
import { RelayModule } from '#publishing';
import { FeedModule } from '#event-feed';
import { STREAMS } from '#contexts';
import { publishedContracts } from './published-contracts.js';

@Module({
  imports: [
    PostgresModule,
    EventStoreModule.withoutKeys(STREAMS),
    RelayModule.run(publishedContracts),
    FeedModule.of(publishedContracts),
  ],
})
class EventRelayModule {}

export const eventRelay: App = {
  name: 'event-relay',
  description: 'publishes contracts of what happened, to Kafka and over HTTP',
  api: true,
  config: RelayConfig,
  module: EventRelayModule,
};
