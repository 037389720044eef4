import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ApproveYearHandler } from './approve-year.command.js';
import { EndScholarshipHandler } from './end-scholarship.command.js';
import { ScholarshipsController } from './scholarships.controller.js';
import { SubmitEvidenceHandler } from './submit-evidence.command.js';

/** The write side: evidence, yearly decisions and the end. Granting is the business of the process. */
@Module({
  imports: [CqrsModule],
  controllers: [ScholarshipsController],
  providers: [ApproveYearHandler, EndScholarshipHandler, SubmitEvidenceHandler],
})
export class ScholarshipsCommandsModule {}
