import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, WorkerConfig, readModelsOf } from '#runtime';

@Module({
  imports: [PostgresModule, EventStoreModule.forRoot(STREAMS), readModelsOf(CONTEXTS, 'claim-projection')],
})
class ClaimProjectionModule {}

export const claimProjectionApp: App = {
  name: 'claim-projection',
  description: 'keeps the read models of accidents, claims and payouts up to date',
  api: false,
  config: WorkerConfig,
  module: ClaimProjectionModule,
};
