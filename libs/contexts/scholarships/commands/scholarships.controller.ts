import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch, IntegerParam } from '#http';
import { ApproveYear, ApproveYearHandler } from './approve-year.command.js';
import { EndScholarship, EndScholarshipHandler } from './end-scholarship.command.js';
import { EndScholarshipBody, SubmitEvidenceBody, YEARS } from './scholarships.dto.js';
import { SubmitEvidence, SubmitEvidenceHandler } from './submit-evidence.command.js';

@ApiTags('scholarships')
@Controller('scholarships')
export class ScholarshipsController {
  static readonly handlers = [ApproveYearHandler, EndScholarshipHandler, SubmitEvidenceHandler];

  constructor(private readonly commands: CommandBus) {}

  @Post(':scholarshipId/evidence')
  @CommandEndpoint({
    summary: 'Hand in evidence of a school year',
    description: 'New evidence opens a denied year again. The birth date is the one that was registered.',
    roles: ['registrar', 'adjudicator'],
  })
  submitEvidence(
    @IdParam('scholarshipId') scholarshipId: string,
    @Body() body: SubmitEvidenceBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new SubmitEvidence({ ...body, scholarshipId }, context, expectedRevision));
  }

  @Post(':scholarshipId/years/:year/approval')
  @CommandEndpoint({
    summary: 'Decide on a school year',
    description:
      'By another person than the one who took the evidence. What the law refuses is recorded as a denial, with its rule.',
    roles: ['adjudicator', 'supervisor'],
  })
  approveYear(
    @IdParam('scholarshipId') scholarshipId: string,
    @IntegerParam('year', YEARS) year: number,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new ApproveYear({ scholarshipId, year }, context, expectedRevision));
  }

  @Post(':scholarshipId/end')
  @CommandEndpoint({
    summary: 'End the right to a scholarship',
    description: 'What was approved before stays payable.',
    roles: ['adjudicator', 'supervisor'],
  })
  end(
    @IdParam('scholarshipId') scholarshipId: string,
    @Body() body: EndScholarshipBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndScholarship({ ...body, scholarshipId }, context, expectedRevision));
  }
}
