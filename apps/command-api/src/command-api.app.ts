import { Module } from '@nestjs/common';
import { type App } from '#http';
import { CommandApiConfig, EventStoreModule, ReadStoreModule } from '#runtime';
import { AccidentsCommandsModule } from '#contexts/accidents/index';
import { ClaimsCommandsModule } from '#contexts/claims/index';
import { ParticipantsCommandsModule } from '#contexts/participants/index';
import { PayoutsCommandsModule } from '#contexts/payouts/index';
import { ProvidersCommandsModule } from '#contexts/providers/index';
import { ScholarshipsCommandsModule } from '#contexts/scholarships/index';

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
