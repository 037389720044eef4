import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Role, Sight } from '#kernel';
import { DetailQuery, IdParam, type Page, QueryEndpoint, Seen } from '#http';
import { ScholarshipDetail, ScholarshipPage, type ScholarshipSummary } from './scholarship.answers.js';
import { GetScholarship, ListScholarships, ScholarshipListQuery } from './scholarship.queries.js';

/** One scholarship shows digits of an account and numbers of papers. */
const DETAIL_READERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];
const LIST_READERS: readonly Role[] = [...DETAIL_READERS, 'reporting'];

@ApiTags('scholarships')
@Controller('scholarships')
export class ScholarshipsQueriesController {
  static readonly handlers = [GetScholarship.handler, ListScholarships.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Scholarships, the longest granted first',
    roles: LIST_READERS,
    answer: ScholarshipPage,
  })
  list(@Query() query: ScholarshipListQuery, @Seen() sight: Sight): Promise<Page<ScholarshipSummary>> {
    return this.queries.execute(new ListScholarships({ ...query, sight }));
  }

  @Get(':scholarshipId')
  @QueryEndpoint({
    summary: 'One scholarship: projected, approved and paid, year by year, with its timeline',
    roles: DETAIL_READERS,
    answer: ScholarshipDetail,
  })
  get(
    @IdParam('scholarshipId') scholarshipId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<ScholarshipDetail> {
    return this.queries.execute(new GetScholarship({ scholarshipId, sight, after }));
  }
}
