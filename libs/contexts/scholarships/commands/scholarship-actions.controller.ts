import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ActionsAnswer,
  AskedLanguage,
  IdParam,
  Issued,
  type Language,
  OFFICE,
  QueryEndpoint,
  actionsFor,
} from '#http';
import { Decisions, type Issue } from '#runtime';
import { scholarshipActions } from './scholarship.actions.js';

@ApiTags('scholarships')
@Controller('scholarships/:scholarshipId/actions')
export class ScholarshipActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with a scholarship now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('scholarshipId') scholarshipId: string,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(scholarshipActions, scholarshipId, { decisions: this.decisions, issue, language });
  }
}
