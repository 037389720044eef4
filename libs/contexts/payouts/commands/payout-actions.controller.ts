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
import { payoutActions } from './payout.actions.js';

@ApiTags('payouts')
@Controller('payouts/:payoutId/actions')
export class PayoutActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with a payment now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('payoutId') payoutId: string,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(payoutActions, payoutId, { decisions: this.decisions, issue, language });
  }
}
