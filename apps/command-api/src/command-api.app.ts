import { Module } from '@nestjs/common';
import { CONTEXTS, STREAMS } from '#contexts';
import { type App } from '#http';
import { CommandApiConfig, EventStoreModule, ReadModelsBesideModule, commandsOf } from '#runtime';

@Module({
  imports: [EventStoreModule.forRoot(STREAMS), ReadModelsBesideModule, commandsOf(CONTEXTS)],
})
class CommandApiModule {}

export const commandApi: App = {
  name: 'command-api',
  description: 'accepts commands and records what they decide',
  api: true,
  config: CommandApiConfig,
  module: CommandApiModule,
};
