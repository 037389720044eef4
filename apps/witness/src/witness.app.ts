import { Module } from '@nestjs/common';
import { type App } from '#http';
import { WitnessAppConfig } from '#runtime';
import { WitnessModule } from '#transparency-log/service';

@Module({ imports: [WitnessModule] })
class WitnessAppModule {}

export const witness: App = {
  name: 'witness',
  description: 'cosigns the checkpoints of logs that have one history',
  api: false,
  config: WitnessAppConfig,
  module: WitnessAppModule,
};
