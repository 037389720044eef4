import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#runtime';
import { accidentProjection } from '#contexts/accidents/index';
import { claimProjection } from '#contexts/claims/index';
import { payoutReadModel } from '#contexts/payouts/index';

@Module({
  imports: [
    ReadStoreModule,
    EventStoreModule.forRoot(),
    ProjectionModule.run(accidentProjection),
    ProjectionModule.run(claimProjection),
    ProjectionModule.run(payoutReadModel),
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
