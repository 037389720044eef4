import { Module } from '@nestjs/common';
import { type App, CommandApiConfig, EventStoreModule, ReadStoreModule } from '#platform';
import { AccidentsCommandsModule } from '#accidents';
import { ClaimsCommandsModule } from '#claims';
import { ParticipantsCommandsModule } from '#participants';
import { PayoutsCommandsModule } from '#payouts';
import { ProvidersCommandsModule } from '#providers';
import { ScholarshipsCommandsModule } from '#scholarships';

@Module({
  imports: [
    ReadStoreModule,
    EventStoreModule.forRoot(),
    ParticipantsCommandsModule,
    ProvidersCommandsModule,
    AccidentsCommandsModule,
    ClaimsCommandsModule,
    PayoutsCommandsModule,
    ScholarshipsCommandsModule,
  ],
})
class CommandApiModule {}

export const commandApi: App = {
  name: 'command-api',
  description: 'accepts commands and records what they decide',
  api: true,
  config: CommandApiConfig,
  module: CommandApiModule,
};
