import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate, Role } from '#kernel';
import { AfterQuery, IdParam, type Page, QueryEndpoint, Today } from '#http';
import { ParticipantDetail, ParticipantPage, type ParticipantSummary } from './participant.answers.js';
import {
  GetParticipant,
  ParticipantListQuery,
  ParticipantSearchBody,
  SearchParticipants,
  SearchParticipantsHandler,
} from './participant.queries.js';

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

@ApiTags('participants')
@Controller('participants')
export class ParticipantsQueriesController {
  static readonly handlers = [GetParticipant.handler, SearchParticipantsHandler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'List participants by name', roles: READERS, answer: ParticipantPage })
  list(@Query() query: ParticipantListQuery, @Today() today: LocalDate): Promise<Page<ParticipantSummary>> {
    return this.queries.execute(new SearchParticipants({ ...query, today }));
  }

  @Post('search')
  @HttpCode(200)
  @QueryEndpoint({ summary: 'Find participants by NIK or name', roles: READERS, answer: ParticipantPage })
  search(
    @Body() body: ParticipantSearchBody,
    @Query() { after = body.after }: AfterQuery,
    @Today() today: LocalDate,
  ): Promise<Page<ParticipantSummary>> {
    return this.queries.execute(new SearchParticipants({ ...body, after, today }));
  }

  @Get(':participantId')
  @QueryEndpoint({
    summary: 'One participant with contributions, children and heirs',
    roles: READERS,
    answer: ParticipantDetail,
  })
  get(
    @IdParam('participantId') participantId: string,
    @Query() { after }: AfterQuery,
    @Today() today: LocalDate,
  ): Promise<ParticipantDetail> {
    return this.queries.execute(new GetParticipant({ participantId, today, after }));
  }
}
