import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ActionsAnswer,
  AskedLanguage,
  IdParam,
  Issued,
  type Language,
  OFFICE_AND_PLKK,
  QueryEndpoint,
  actionsFor,
} from '#http';
import { Decisions, type Issue } from '#runtime';
import { claimActions } from './claim.actions.js';

@ApiTags('claims')
@Controller('claims/:claimId/actions')
export class ClaimActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with a claim now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE_AND_PLKK,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('claimId') claimId: string,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(claimActions, claimId, { decisions: this.decisions, issue, language });
  }
}
