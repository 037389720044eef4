import { Controller, Get, Query } from '@nestjs/common';
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
  asked,
  shape,
} from '#http';
import { Decisions, type Issue } from '#runtime';
import { deathActions } from './death.actions.js';

/** What is asked beside the participant. */
export class DeathActionsQuery extends shape({
  accidentId: asked.uuid({ optional: true, description: 'The accident that the death may have come from' }),
}) {}

@ApiTags('participants')
@Controller('participants/:participantId/death/actions')
export class DeathActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do about where a death came from now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('participantId') participantId: string,
    @Query() said: DeathActionsQuery,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(deathActions, participantId, { decisions: this.decisions, issue, language, said });
  }
}
