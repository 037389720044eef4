import { Module } from '@nestjs/common';
import { type App } from '#http';
import { CommandApiConfig, EventStoreModule, ReadStoreModule, commandsOf } from '#runtime';
import { AccidentsCommandsModule } from '#contexts/accidents/index';
import { ClaimsCommandsModule } from '#contexts/claims/index';
import { ParticipantsCommandsModule } from '#contexts/participants/index';
import { PayoutsCommandsModule } from '#contexts/payouts/index';
import { CONTEXTS } from '#contexts';
import { ScholarshipsCommandsModule } from '#contexts/scholarships/index';

@Module({
  imports: [
    ReadStoreModule,
    EventStoreModule.forRoot(CONTEXTS.flatMap(({ streams }) => streams)),
    ParticipantsCommandsModule,
    commandsOf(CONTEXTS),
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
