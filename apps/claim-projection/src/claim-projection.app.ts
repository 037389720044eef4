import { Module } from '@nestjs/common';
import { type App, EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#platform';
import { accidentProjection } from '#accidents';
import { claimProjection } from '#claims';
import { payoutProjection } from '#payouts';

@Module({
  imports: [
    ReadStoreModule,
    EventStoreModule.forRoot(),
    ProjectionModule.run(accidentProjection),
    ProjectionModule.run(claimProjection),
    ProjectionModule.run(payoutProjection),
  ],
})
class ClaimProjectionModule {}

export const claimProjectionApp: App = {
  name: 'claim-projection',
  description: 'keeps the read models of accidents, claims and payouts up to date',
  api: false,
  config: WorkerConfig,
  module: ClaimProjectionModule,
};
