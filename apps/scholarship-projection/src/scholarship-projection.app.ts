import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, WorkerConfig, readModelsOf } from '#runtime';

@Module({
  imports: [
    PostgresModule,
    EventStoreModule.forRoot(STREAMS),
    readModelsOf(CONTEXTS, 'scholarship-projection'),
  ],
})
class ScholarshipProjectionModule {}

export const scholarshipProjectionApp: App = {
  name: 'scholarship-projection',
  description: 'keeps the scholarship read model up to date',
  api: false,
  config: WorkerConfig,
  module: ScholarshipProjectionModule,
};
