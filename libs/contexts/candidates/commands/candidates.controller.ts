import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import { type Issue, ParticipantIds } from '#runtime';
import { ContactCandidate, DeclineCandidate, FindCandidate, OpenCandidateList } from './candidates.js';
import {
  ContactCandidateBody,
  DeclineCandidateBody,
  FindCandidateBody,
  OpenCandidateListBody,
} from './candidates.fields.js';

@ApiTags('candidates')
@Controller()
export class CandidatesController {
  static readonly handlers = [
    ContactCandidate.handler,
    DeclineCandidate.handler,
    FindCandidate.handler,
    OpenCandidateList.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
  ) {}

  @Post('candidate-lists')
  @CommandEndpoint({
    summary: 'Open a list of people who are to be looked for and registered',
    roles: ['registrar'],
    creates: true,
  })
  open(@Body() body: OpenCandidateListBody, @Issued() issue: Issue): Promise<CommandResult> {
    const candidateListId = derivedId('candidate-list', issue.context.commandId);
    return this.commands.execute(new OpenCandidateList({ ...body, candidateListId }, issue));
  }

  @Post('candidate-lists/:candidateListId/candidates')
  @CommandEndpoint({
    summary: 'Record that somebody was found who may be registered',
    description: 'Once registered, by whatever way, they are not to be registered any more.',
    roles: ['registrar'],
    creates: true,
  })
  find(
    @IdParam('candidateListId') candidateListId: string,
    @Body() body: FindCandidateBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const participantId = this.ids.of(body.person.nik);
    return this.commands.execute(new FindCandidate({ ...body, candidateListId, participantId }, issue));
  }

  @Post('candidates/:participantId/contacts')
  @CommandEndpoint({ summary: 'Record that somebody spoke with a candidate', roles: ['registrar'] })
  contact(
    @IdParam('participantId') participantId: string,
    @Body() body: ContactCandidateBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ContactCandidate({ ...body, participantId }, issue));
  }

  @Post('candidates/:participantId/declining')
  @CommandEndpoint({ summary: 'Record that a candidate is not registered, and why', roles: ['registrar'] })
  decline(
    @IdParam('participantId') participantId: string,
    @Body() body: DeclineCandidateBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new DeclineCandidate({ ...body, participantId }, issue));
  }
}
