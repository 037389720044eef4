import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { COVERAGE_STATUSES, SEGMENTS } from '#law';
import type { LocalDate, Role } from '#kernel';
import { AfterQuery, IdParam, type Page, PageQuery, QueryEndpoint, Today, asked, shape } from '#http';
import { GetParticipant, GetParticipantHandler } from './get-participant.query.js';
import { ParticipantDetail, ParticipantPage, type ParticipantSummary } from './participant.answers.js';
import { SearchParticipants, SearchParticipantsHandler } from './search-participants.query.js';

/** Filters that are not personal, and so may stand in an address. */
export class ParticipantListQuery extends shape(
  {
    district: asked.area({ optional: true }),
    segment: asked.code(SEGMENTS, { optional: true }),
    coverage: asked.code(COVERAGE_STATUSES, {
      optional: true,
      description: 'Cover on the day of the question',
    }),
    agreementId: asked.uuid({ optional: true, description: 'Registered under this agreement of a sponsor' }),
  },
  PageQuery,
) {}

/** A NIK or a name never stands in an address: addresses end up in logs. */
export class ParticipantSearchBody extends shape(
  {
    nik: asked.nik({ optional: true }),
    name: asked.text({ optional: true, min: 2, max: 100, description: 'Any part of the name' }),
  },
  ParticipantListQuery,
) {}

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

@ApiTags('participants')
@Controller('participants')
export class ParticipantsQueriesController {
  static readonly handlers = [GetParticipantHandler, SearchParticipantsHandler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'List participants by name', roles: READERS, answer: ParticipantPage })
  list(@Query() query: ParticipantListQuery, @Today() today: LocalDate): Promise<Page<ParticipantSummary>> {
    return this.queries.execute(new SearchParticipants(query, today));
  }

  @Post('search')
  @HttpCode(200)
  @QueryEndpoint({ summary: 'Find participants by NIK or name', roles: READERS, answer: ParticipantPage })
  search(
    @Body() body: ParticipantSearchBody,
    @Query() { after = body.after }: AfterQuery,
    @Today() today: LocalDate,
  ): Promise<Page<ParticipantSummary>> {
    return this.queries.execute(new SearchParticipants({ ...body, after }, today));
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
    return this.queries.execute(new GetParticipant(participantId, today, after));
  }
}
