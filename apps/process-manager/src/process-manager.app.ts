import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, ProcessManagerConfig, processesOf } from '#runtime';

@Module({ imports: [PostgresModule, EventStoreModule.forRoot(STREAMS), processesOf(CONTEXTS)] })
class ProcessManagerAppModule {}

export const processManager: App = {
  name: 'process-manager',
  description: 'orders what approved claims owe: payouts and scholarships',
  api: false,
  config: ProcessManagerConfig,
  module: ProcessManagerAppModule,
};
