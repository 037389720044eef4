import { Controller, Get, Query } from '@nestjs/common';
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
  asked,
  shape,
} from '#http';
import { Decisions, type Issue } from '#runtime';
import { accidentActions } from './accident.actions.js';

/** What is asked beside the accident. */
export class AccidentActionsQuery extends shape({
  facilityId: asked.uuid({
    optional: true,
    description:
      'The facility that you think of, for letters and care; those of the accident where it is left out',
  }),
}) {}

@ApiTags('accidents')
@Controller('accidents/:accidentId/actions')
export class AccidentActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with an accident now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE_AND_PLKK,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('accidentId') accidentId: string,
    @Query() said: AccidentActionsQuery,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(accidentActions, accidentId, { decisions: this.decisions, issue, language, said });
  }
}
