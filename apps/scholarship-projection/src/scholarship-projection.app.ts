import { Module } from '@nestjs/common';
import { type App, EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#platform';
import { scholarshipProjection } from '#scholarships';

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
