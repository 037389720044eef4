import { Module } from '@nestjs/common';
import { type App, EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#platform';
import { participantProjection } from '#participants';

@Module({
  imports: [ReadStoreModule, EventStoreModule.forRoot(), ProjectionModule.run(participantProjection)],
})
class ParticipantProjectionModule {}

export const participantProjectionApp: App = {
  name: 'participant-projection',
  description: 'keeps the participant read model up to date',
  api: false,
  config: WorkerConfig,
  module: ParticipantProjectionModule,
};
