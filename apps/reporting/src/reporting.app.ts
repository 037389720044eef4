import { Module } from '@nestjs/common';
import type { App } from '#http';
import { type FeedToken, ReportingModule } from '#reporting';
import { PostgresModule, ReportingConfig } from '#runtime';

/** @param token who gives tokens for the feed, where that is somebody of this process */
export function reporting(token?: FeedToken): App {
  @Module({ imports: [PostgresModule, ReportingModule.with(token)] })
  class ReportingAppModule {}
  return {
    name: 'reporting',
    description: 'counts what contracts tell, and answers with reports',
    api: true,
    config: ReportingConfig,
    module: ReportingAppModule,
  };
}
