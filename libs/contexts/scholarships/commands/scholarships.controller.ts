import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, IntegerParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { ApproveYear } from './approve-year.js';
import { EndScholarship } from './end-scholarship.js';
import { ResumeScholarship } from './resume-scholarship.js';
import {
  EndScholarshipBody,
  ResumeScholarshipBody,
  SubmitEvidenceBody,
  YEARS,
} from './scholarships.fields.js';
import { SubmitEvidence } from './submit-evidence.js';

@ApiTags('scholarships')
@Controller('scholarships')
export class ScholarshipsController {
  static readonly handlers = [
    ApproveYear.handler,
    EndScholarship.handler,
    ResumeScholarship.handler,
    SubmitEvidence.handler,
  ];

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
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new SubmitEvidence({ ...body, scholarshipId }, issue));
  }

  @Post(':scholarshipId/years/:year/approval')
  @CommandEndpoint({
    summary: 'Decide on a school year',
    description:
      'By a supervisor, as far as their authority reaches, and another person than the one who took the evidence. What the law refuses is recorded as a denial, with its rule.',
    roles: ['supervisor'],
  })
  approveYear(
    @IdParam('scholarshipId') scholarshipId: string,
    @IntegerParam('year', YEARS) year: number,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ApproveYear({ scholarshipId, year }, issue));
  }

  @Post(':scholarshipId/end')
  @CommandEndpoint({
    summary: 'End the right to a scholarship',
    description:
      'What was approved before stays payable, and years up to the end can still be shown and decided. An age is that of the registered birth date.',
    roles: ['adjudicator', 'supervisor'],
  })
  end(
    @IdParam('scholarshipId') scholarshipId: string,
    @Body() body: EndScholarshipBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndScholarship({ ...body, scholarshipId }, issue));
  }

  @Post(':scholarshipId/resumption')
  @CommandEndpoint({
    summary: 'Have a right go on that should not have ended',
    description:
      'By a supervisor who did not end it, on a paper. Years that were missed are shown and decided as back years.',
    roles: ['supervisor'],
  })
  resume(
    @IdParam('scholarshipId') scholarshipId: string,
    @Body() body: ResumeScholarshipBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ResumeScholarship({ ...body, scholarshipId }, issue));
  }
}
