import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, ReadStoreModule, WorkerConfig } from '#runtime';
import { PayoutsProcessesModule } from '#contexts/payouts/index';
import { ScholarshipsProcessesModule } from '#contexts/scholarships/index';

@Module({
  imports: [ReadStoreModule, EventStoreModule.forRoot(), PayoutsProcessesModule, ScholarshipsProcessesModule],
})
class ProcessManagerAppModule {}

export const processManager: App = {
  name: 'process-manager',
  description: 'orders what approved claims owe: payouts and scholarships',
  api: false,
  config: WorkerConfig,
  module: ProcessManagerAppModule,
};
