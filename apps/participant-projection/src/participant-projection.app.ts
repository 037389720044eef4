import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, ProjectionModule, ReadStoreModule, WorkerConfig } from '#runtime';
import { participantProjection } from '#contexts/participants/index';

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
