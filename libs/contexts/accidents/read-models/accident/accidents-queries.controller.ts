import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Role, Sight } from '#kernel';
import { DetailQuery, Context, IdParam, type Page, QueryEndpoint, Seen } from '#http';
import { AccidentDetail, AccidentPage, type AccidentSummary } from './accident.answers.js';
import { AccidentListQuery, GetAccident, ListAccidents } from './accident.queries.js';

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'];

@ApiTags('accidents')
@Controller('accidents')
export class AccidentsQueriesController {
  static readonly handlers = [GetAccident.handler, ListAccidents.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'List accidents, the most urgent first',
    description: 'With `overdue=true` the worklist of passed deadlines: stage I, conclusion, stage II.',
    roles: READERS,
    answer: AccidentPage,
  })
  list(
    @Query() query: AccidentListQuery,
    @Context() { issuedAt }: CommandContext,
    @Seen() sight: Sight,
  ): Promise<Page<AccidentSummary>> {
    return this.queries.execute(new ListAccidents({ ...query, now: issuedAt, sight }));
  }

  @Get(':accidentId')
  @QueryEndpoint({
    summary: 'One accident with what is to be done, letters, care and timeline',
    roles: READERS,
    answer: AccidentDetail,
  })
  get(
    @IdParam('accidentId') accidentId: string,
    @Query() { after }: DetailQuery,
    @Context() { issuedAt }: CommandContext,
    @Seen() sight: Sight,
  ): Promise<AccidentDetail> {
    return this.queries.execute(new GetAccident({ accidentId, now: issuedAt, sight, after }));
  }
}
