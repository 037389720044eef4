import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, PastPageQuery, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import {
  type CandidateItem,
  type CandidateListItem,
  CandidateListPage,
  CandidatePage,
  CandidateQuery,
  ListCandidateLists,
  ListCandidates,
} from './candidate.queries.js';

const READERS: readonly Role[] = ['registrar', 'supervisor', 'auditor'];

@ApiTags('candidates')
@Controller('candidate-lists')
export class CandidatesQueriesController {
  static readonly handlers = [ListCandidateLists.handler, ListCandidates.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary:
      'Lists of candidates, and how many of each are found, registered, declined and still to register',
    roles: READERS,
    answer: CandidateListPage,
  })
  lists(@Query() query: PastPageQuery, @Seen() sight: Sight): Promise<Page<CandidateListItem>> {
    return this.queries.execute(new ListCandidateLists({ ...query, sight }));
  }

  @Get(':candidateListId/candidates')
  @QueryEndpoint({
    summary: 'The candidates of a list, by where they stand',
    roles: READERS,
    answer: CandidatePage,
  })
  list(
    @IdParam('candidateListId') candidateListId: string,
    @Query() query: CandidateQuery,
    @Seen() sight: Sight,
  ): Promise<Page<CandidateItem>> {
    return this.queries.execute(new ListCandidates({ ...query, candidateListId, sight }));
  }
}
