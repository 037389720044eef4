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
import { receivableActions } from './receivable.actions.js';

@ApiTags('reviews')
@Controller('receivables/:receivableId/actions')
export class ReceivableActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with money that is owed now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('receivableId') receivableId: string,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(receivableActions, receivableId, { decisions: this.decisions, issue, language });
  }
}
