import { type DynamicModule, Module } from '@nestjs/common';
import { AskedReports } from './http/asked-reports.js';
import { DeadLettersController } from './http/dead-letters.controller.js';
import { ReportFilesController } from './http/report-files.controller.js';
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
      providers: [AskedReports],
      controllers: [DeadLettersController, ReportsController, ReportFilesController],
    };
  }
}
