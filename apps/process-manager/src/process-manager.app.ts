import { Module } from '@nestjs/common';
import { type App, EventStoreModule, ReadStoreModule, WorkerConfig } from '#platform';
import { PayoutsProcessesModule } from '#payouts';
import { ScholarshipsProcessesModule } from '#scholarships';

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
