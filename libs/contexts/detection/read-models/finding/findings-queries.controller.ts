import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AfterQuery, IdParam, type Page, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import { FindingDetail, FindingPage, type FindingSummary, RuleItem } from './finding.answers.js';
import {
  FindingListQuery,
  GetFinding,
  GetFindingHandler,
  ListFindings,
  ListRules,
} from './finding.queries.js';

const READERS: readonly Role[] = ['supervisor', 'auditor'];

@ApiTags('findings')
@Controller('findings')
export class FindingsQueriesController {
  static readonly handlers = [GetFindingHandler, ListFindings.handler, ListRules.handler];

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
  rules(@Query() { after }: AfterQuery, @Seen() sight: Sight): Promise<readonly RuleItem[]> {
    return this.queries.execute(new ListRules({ sight, after }));
  }

  @Get(':findingId')
  @QueryEndpoint({
    summary: 'One finding: why it is one, the events that prove it, and what was done',
    roles: READERS,
    answer: FindingDetail,
  })
  get(
    @IdParam('findingId') findingId: string,
    @Query() { after }: AfterQuery,
    @Seen() sight: Sight,
  ): Promise<FindingDetail> {
    return this.queries.execute(new GetFinding({ findingId, sight, after }));
  }
}
