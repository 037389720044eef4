import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { ProvisionalGuaranteeBody, RefuseProvisionalGuaranteeBody } from './accidents.fields.js';
import { IssueProvisionalGuarantee, RefuseProvisionalGuarantee } from './provisional-guarantee.js';

/** Letters that a desk issues itself, at night. */
@ApiTags('accidents')
@Controller('accidents/:accidentId/guarantee-letters')
export class GuaranteesController {
  static readonly handlers = [IssueProvisionalGuarantee.handler, RefuseProvisionalGuarantee.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('provisional')
  @CommandEndpoint({
    summary: 'Guarantee the care of a patient at any hour, until the office confirms it',
    description:
      'Where stage I is reported and the contributions are in order on the day of the accident: for 3 x 24 hours, and until 10:00 of the second working day, up to 25,000,000. Once for a facility.',
    roles: ['plkk'],
  })
  issue(
    @IdParam('accidentId') accidentId: string,
    @Body() body: ProvisionalGuaranteeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new IssueProvisionalGuarantee({ ...body, accidentId }, issue));
  }

  @Post('non-confirmation')
  @CommandEndpoint({
    summary: 'Say that the office does not stand by a provisional letter, from tomorrow on',
    description:
      'Care before that stays guaranteed. What confirms a provisional letter is a guarantee letter.',
    roles: ['registrar', 'adjudicator'],
  })
  refuse(
    @IdParam('accidentId') accidentId: string,
    @Body() body: RefuseProvisionalGuaranteeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RefuseProvisionalGuarantee({ ...body, accidentId }, issue));
  }
}
