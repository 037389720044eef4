import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { accidentIdOf } from '../domain/accident.js';
import {
  ConcludeAccidentBody,
  IssueDoctorStatementBody,
  NameOtherPayerBody,
  NotifyAccidentBody,
  PlkkLetterBody,
  ReceiveEvidenceBody,
  RecordCareBody,
  ReportStageOneBody,
  ReportStageTwoBody,
} from './accidents.fields.js';
import { ConcludeAccident } from './conclude-accident.js';
import { ConfirmNotice } from './confirm-notice.js';
import { IssueDoctorStatement } from './issue-doctor-statement.js';
import { IssueGuaranteeLetter } from './issue-guarantee-letter.js';
import { IssuePlkkReferral } from './issue-plkk-referral.js';
import { NameOtherPayer } from './name-other-payer.js';
import { NotifyAccident } from './notify-accident.js';
import { ReceiveEvidence } from './receive-evidence.js';
import { RecordCare } from './record-care.js';
import { ReportStageOne } from './report-stage-one.js';
import { ReportStageTwo } from './report-stage-two.js';
import { WithdrawFatalOutcome } from './withdraw-fatal-outcome.js';

@ApiTags('accidents')
@Controller('accidents')
export class AccidentsController {
  static readonly handlers = [
    ConcludeAccident.handler,
    ConfirmNotice.handler,
    IssueDoctorStatement.handler,
    IssueGuaranteeLetter.handler,
    IssuePlkkReferral.handler,
    NameOtherPayer.handler,
    NotifyAccident.handler,
    ReceiveEvidence.handler,
    RecordCare.handler,
    ReportStageOne.handler,
    ReportStageTwo.handler,
    WithdrawFatalOutcome.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Give notice of a suspected work accident',
    description:
      'Always taken, whether or not the participant is covered. Stage I is due 48 hours later. A second notice of the same accident is refused with the id of the first: the same participant and day.',
    roles: ['registrar', 'plkk', 'adjudicator'],
    creates: true,
  })
  notify(@Body() { nthOfDay, ...body }: NotifyAccidentBody, @Issued() issue: Issue): Promise<CommandResult> {
    const accidentId = accidentIdOf(body.participantId, body.occurredOn, nthOfDay);
    return this.commands.execute(new NotifyAccident({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/notice/confirmation')
  @CommandEndpoint({
    summary: 'Confirm a notice that somebody else entered long after the accident',
    description: 'By a second person; no claim is approved on it before.',
    roles: confirmersOf('ACCIDENT'),
  })
  confirmNotice(@IdParam('accidentId') accidentId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmNotice({ accidentId }, issue));
  }

  @Post(':accidentId/stage-one')
  @CommandEndpoint({
    summary: 'Report stage I (form KK1)',
    description: 'A late report is recorded as late, never refused. The conclusion is due 30 days later.',
    roles: ['registrar', 'plkk', 'adjudicator'],
  })
  reportStageOne(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ReportStageOneBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportStageOne({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/evidence')
  @CommandEndpoint({
    summary: 'Receive proof that comes in apart from stage I',
    description: 'Such as a police letter. What is there already is not recorded again.',
    roles: ['registrar', 'plkk', 'adjudicator'],
  })
  receiveEvidence(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ReceiveEvidenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReceiveEvidence({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/referrals')
  @CommandEndpoint({
    summary: 'Refer the victim to a PLKK',
    description:
      'Refused when the participant was not covered on the day of the accident, or the facility has no agreement in force.',
    roles: ['registrar', 'plkk', 'adjudicator'],
  })
  issueReferral(
    @IdParam('accidentId') accidentId: string,
    @Body() body: PlkkLetterBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new IssuePlkkReferral({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/guarantee-letters')
  @CommandEndpoint({
    summary: 'Guarantee a PLKK that BPJS pays for the care',
    description:
      'After a referral to the same facility; before the conclusion it covers a suspected case. A PLKK never guarantees itself.',
    roles: ['registrar', 'adjudicator'],
  })
  issueGuarantee(
    @IdParam('accidentId') accidentId: string,
    @Body() body: PlkkLetterBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new IssueGuaranteeLetter({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/care')
  @CommandEndpoint({
    summary: 'Record a stay or course of treatment with its invoice',
    description:
      'BPJS pays a facility that holds a guarantee letter; elsewhere the patient paid and claims the cost back.',
    roles: ['plkk', 'registrar', 'adjudicator'],
  })
  recordCare(
    @IdParam('accidentId') accidentId: string,
    @Body() body: RecordCareBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordCare({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/other-payer')
  @CommandEndpoint({
    summary: 'Say who pays for the care before JKK, and what it has answered',
    description: 'Needed before care of a traffic accident is calculated. What is said last counts.',
    roles: ['plkk', 'registrar', 'adjudicator'],
  })
  nameOtherPayer(
    @IdParam('accidentId') accidentId: string,
    @Body() body: NameOtherPayerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new NameOtherPayer({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/doctor-statements')
  @CommandEndpoint({
    summary: "Record a doctor's statement (form KK3)",
    description: 'The newest one holds. A final condition starts the 48 hours of stage II.',
    roles: ['plkk', 'registrar', 'adjudicator'],
  })
  issueStatement(
    @IdParam('accidentId') accidentId: string,
    @Body() body: IssueDoctorStatementBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new IssueDoctorStatement({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/fatal-outcome/withdrawal')
  @CommandEndpoint({
    summary: 'Withdraw that the accident killed its victim, whose death was taken back',
    description: 'A doctor states anew how the victim is, and stage II is reported anew.',
    roles: ['supervisor'],
  })
  withdrawFatalOutcome(
    @IdParam('accidentId') accidentId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawFatalOutcome({ accidentId }, issue));
  }

  @Post(':accidentId/conclusion')
  @CommandEndpoint({
    summary: 'Conclude whether it was a work accident',
    description:
      'Once. COMMUTE needs POLICE_LETTER or TWO_WITNESSES, VIOLENCE needs POLICE_LETTER or VISUM. Late after 30 days, never refused for it.',
    roles: ['adjudicator'],
  })
  conclude(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ConcludeAccidentBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConcludeAccident({ ...body, accidentId }, issue));
  }

  @Post(':accidentId/stage-two')
  @CommandEndpoint({
    summary: 'Report stage II (form KK2)',
    description:
      'After the final statement; it opens the way to the claim. A late report is recorded as late.',
    roles: ['registrar', 'plkk', 'adjudicator'],
  })
  reportStageTwo(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ReportStageTwoBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportStageTwo({ ...body, accidentId }, issue));
  }
}
