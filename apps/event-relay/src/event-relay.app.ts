import { Module } from '@nestjs/common';
import { accidentsContracts } from '#accidents/contracts';
import { claimsContracts } from '#claims/contracts';
import { participantsContracts } from '#participants/contracts';
import { payoutsContracts } from '#payouts/contracts';
import { type App, EventStoreModule, ReadStoreModule, RelayConfig, RelayModule } from '#platform';
import { scholarshipsContracts } from '#scholarships/contracts';

/** Everything that Lindung publishes. */
export const publishedContracts = [
  participantsContracts,
  accidentsContracts,
  claimsContracts,
  payoutsContracts,
  scholarshipsContracts,
];

@Module({ imports: [ReadStoreModule, EventStoreModule.forRoot(), RelayModule.run(publishedContracts)] })
class EventRelayModule {}

export const eventRelay: App = {
  name: 'event-relay',
  description: 'publishes contracts of what happened to Kafka',
  api: false,
  config: RelayConfig,
  module: EventRelayModule,
};
