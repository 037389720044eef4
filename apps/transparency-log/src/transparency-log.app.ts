import { Module } from '@nestjs/common';
import { type App } from '#http';
import { EventStoreModule, TransparencyLogConfig } from '#runtime';
import { TransparencyLogModule } from '#transparency-log/service';

@Module({ imports: [EventStoreModule.withoutKeys(), TransparencyLogModule] })
class TransparencyLogAppModule {}

export const transparencyLog: App = {
  name: 'transparency-log',
  description: 'builds a tree over the log that anybody can check, and serves it',
  api: false,
  config: TransparencyLogConfig,
  module: TransparencyLogAppModule,
};
