import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { EventStoreModule, PostgresModule, WorkerConfig, readModelsOf } from '#runtime';

@Module({
  imports: [
    PostgresModule,
    EventStoreModule.forRoot(STREAMS),
    readModelsOf(CONTEXTS, 'participant-projection'),
  ],
})
class ParticipantProjectionModule {}

export const participantProjectionApp: App = {
  name: 'participant-projection',
  description: 'keeps the participant read model up to date',
  api: false,
  config: WorkerConfig,
  module: ParticipantProjectionModule,
};
