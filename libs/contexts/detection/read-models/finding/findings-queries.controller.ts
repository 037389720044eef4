import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AfterQuery,
  IdParam,
  Listener,
  type Page,
  DetailQuery,
  PastQuery,
  QueryEndpoint,
  Seen,
  Today,
} from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { FindingDetail, FindingPage, type FindingSummary, RuleItem } from './finding.answers.js';
import {
  FindingListQuery,
  GetFinding,
  GetFindingHandler,
  ListFindings,
  ListRules,
} from './finding.queries.js';
import { ReplayAnswer, ReplayRule, ReplayRuleBody, ReplayRuleHandler } from './replay.queries.js';

const READERS: readonly Role[] = ['supervisor', 'auditor'];

@ApiTags('findings')
@Controller('findings')
export class FindingsQueriesController {
  static readonly handlers = [GetFindingHandler, ListFindings.handler, ListRules.handler, ReplayRuleHandler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'What the rules of detection have found, the oldest first',
    roles: READERS,
    answer: FindingPage,
  })
  list(@Query() query: FindingListQuery, @Seen() sight: Sight): Promise<Page<FindingSummary>> {
    return this.queries.execute(new ListFindings({ ...query, sight }));
  }

  @Get('rules')
  @QueryEndpoint({
    summary: 'Every rule of detection: whether it is looked for, how often it hit, and what became of that',
    roles: READERS,
    answer: RuleItem,
    list: true,
  })
  rules(@Query() { after }: PastQuery, @Seen() sight: Sight): Promise<readonly RuleItem[]> {
    return this.queries.execute(new ListRules({ sight, after }));
  }

  @Post('replay')
  @HttpCode(200)
  @QueryEndpoint({
    summary: 'What a rule would find by other thresholds, and what it would find no more',
    description:
      'Over everything that is recorded by now: rules that look at windows are asked night by night of 24 months. It records nothing, and ends when whoever asked has gone; a process tries one after the other.',
    roles: READERS,
    answer: ReplayAnswer,
    takesBody: true,
  })
  replay(
    @Body() body: ReplayRuleBody,
    @Query() { after }: AfterQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
    @Listener() listener: AbortSignal,
  ): Promise<ReplayAnswer> {
    return this.queries.execute(new ReplayRule({ ...body, today, sight, after, listener }));
  }

  @Get(':findingId')
  @QueryEndpoint({
    summary: 'One finding: why it is one, the events that prove it, and what was done',
    roles: READERS,
    answer: FindingDetail,
  })
  get(
    @IdParam('findingId') findingId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<FindingDetail> {
    return this.queries.execute(new GetFinding({ findingId, sight, after }));
  }
}
