import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, ProcessManagerConfig, processesOf, readModelsOf } from '#runtime';

@Module({
  imports: [PostgresModule, EventStoreModule.forRoot(STREAMS), readModelsOf(CONTEXTS), processesOf(CONTEXTS)],
})
class WorkerModule {}

/** On one machine whoever follows the log does so in one program, on one subscription. */
export const worker: App = {
  name: 'worker',
  description: 'keeps every read model up to date and runs every process',
  api: false,
  config: ProcessManagerConfig,
  module: WorkerModule,
};
