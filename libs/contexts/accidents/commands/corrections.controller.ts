import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Role } from '#kernel';
import type { Issue } from '#runtime';
import {
  CorrectCareBody,
  CorrectNoticeBody,
  ReportRelapseBody,
  WithdrawNoticeBody,
} from './corrections.fields.js';
import { CorrectCare, CorrectNotice, ReportRelapse, WithdrawNotice } from './corrections.js';

const REPORTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

/** What was recorded of an accident and is otherwise, and what comes after its end. */
@ApiTags('accidents')
@Controller('accidents/:accidentId')
export class CorrectionsController {
  static readonly handlers = [
    CorrectCare.handler,
    CorrectNotice.handler,
    ReportRelapse.handler,
    WithdrawNotice.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post('notice/correction')
  @CommandEndpoint({
    summary: 'Correct the kind, place or hour of an accident',
    description:
      'Until it is concluded. The day belongs to what the accident is: take the notice back and give it anew.',
    roles: REPORTERS,
  })
  correctNotice(
    @IdParam('accidentId') accidentId: string,
    @Body() body: CorrectNoticeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectNotice({ ...body, accidentId }, issue));
  }

  @Post('notice/withdrawal')
  @CommandEndpoint({
    summary: 'Take back the notice of what did not happen to this person on this day',
    description:
      'As long as nobody was referred, treated or concluded anything. A notice may be given again.',
    roles: REPORTERS,
  })
  withdrawNotice(
    @IdParam('accidentId') accidentId: string,
    @Body() body: WithdrawNoticeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new WithdrawNotice({ ...body, accidentId }, issue));
  }

  @Post('care/correction')
  @CommandEndpoint({
    summary: 'Correct the sum of an invoice that stands with the accident',
    description: 'Until the claim is approved; what was calculated by the wrong sum is calculated again.',
    roles: REPORTERS,
  })
  correctCare(
    @IdParam('accidentId') accidentId: string,
    @Body() body: CorrectCareBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectCare({ ...body, accidentId }, issue));
  }

  @Post('relapse')
  @CommandEndpoint({
    summary: 'Report that the same injury came back, or left a higher disability',
    description:
      'After stage II, within the time of the right. A statement and stage II follow anew; care is sent by invoices with their lines.',
    roles: REPORTERS,
  })
  reportRelapse(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ReportRelapseBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportRelapse({ ...body, accidentId }, issue));
  }
}
