import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#runtime';
import { scholarshipProjection } from '#contexts/scholarships/index';

@Module({
  imports: [ReadStoreModule, EventStoreModule.forRoot(), ProjectionModule.run(scholarshipProjection)],
})
class ScholarshipProjectionModule {}

export const scholarshipProjectionApp: App = {
  name: 'scholarship-projection',
  description: 'keeps the scholarship read model up to date',
  api: false,
  config: WorkerConfig,
  module: ScholarshipProjectionModule,
};
