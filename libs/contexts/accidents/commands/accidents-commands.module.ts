import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccidentsController } from './accidents.controller.js';
import { ConcludeAccidentHandler } from './conclude-accident.command.js';
import { IssueDoctorStatementHandler } from './issue-doctor-statement.command.js';
import { IssueGuaranteeLetterHandler } from './issue-guarantee-letter.command.js';
import { IssuePlkkReferralHandler } from './issue-plkk-referral.command.js';
import { NotifyAccidentHandler } from './notify-accident.command.js';
import { ReceiveEvidenceHandler } from './receive-evidence.command.js';
import { RecordCareHandler } from './record-care.command.js';
import { ReportStageOneHandler } from './report-stage-one.command.js';
import { ReportStageTwoHandler } from './report-stage-two.command.js';

/** The write side: an accident from notice to stage II over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [AccidentsController],
  providers: [
    ConcludeAccidentHandler,
    IssueDoctorStatementHandler,
    IssueGuaranteeLetterHandler,
    IssuePlkkReferralHandler,
    NotifyAccidentHandler,
    ReceiveEvidenceHandler,
    RecordCareHandler,
    ReportStageOneHandler,
    ReportStageTwoHandler,
  ],
})
export class AccidentsCommandsModule {}
