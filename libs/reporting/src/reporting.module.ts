import { type DynamicModule, Module } from '@nestjs/common';
import { ReportsController } from './http/reports.controller.js';
import { IntakeModule } from './intake/intake.module.js';
import type { FeedToken } from './sources/token.js';

/** The reporting service: it takes in what contracts tell, and answers with reports. */
@Module({})
export class ReportingModule {
  /** @param token who gives tokens for the feed, where that is somebody of this process instead of a file */
  static with(token?: FeedToken): DynamicModule {
    return {
      module: ReportingModule,
      imports: [IntakeModule.with(token)],
      controllers: [ReportsController],
    };
  }
}
