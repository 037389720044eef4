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
import { participantActions } from './participant.actions.js';

@ApiTags('participants')
@Controller('participants/:participantId/actions')
export class ParticipantActionsController {
  static readonly handlers = [];

  constructor(private readonly decisions: Decisions) {}

  @Get()
  @QueryEndpoint({
    summary: 'What you can do with what others entered late of a participant now, and why not else',
    description:
      'Each action with the answer that the command itself would give, by its own rules on the facts of this moment.',
    roles: OFFICE,
    answer: ActionsAnswer,
  })
  tell(
    @IdParam('participantId') participantId: string,
    @Issued() issue: Issue,
    @AskedLanguage() language: Language,
  ): Promise<ActionsAnswer> {
    return actionsFor(participantActions, participantId, { decisions: this.decisions, issue, language });
  }
}
