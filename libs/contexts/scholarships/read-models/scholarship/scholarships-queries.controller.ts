import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Role } from '#kernel';
import { AfterQuery, IdParam, type Page, QueryEndpoint } from '#http';
import { ScholarshipDetail, ScholarshipPage, type ScholarshipSummary } from './scholarship.answers.js';
import { GetScholarship, ListScholarships, ScholarshipListQuery } from './scholarship.queries.js';

const READERS: readonly Role[] = [
  'registrar',
  'adjudicator',
  'supervisor',
  'finance',
  'auditor',
  'reporting',
];

@ApiTags('scholarships')
@Controller('scholarships')
export class ScholarshipsQueriesController {
  static readonly handlers = [GetScholarship.handler, ListScholarships.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Scholarships, the longest granted first',
    roles: READERS,
    answer: ScholarshipPage,
  })
  list(@Query() query: ScholarshipListQuery): Promise<Page<ScholarshipSummary>> {
    return this.queries.execute(new ListScholarships(query));
  }

  @Get(':scholarshipId')
  @QueryEndpoint({
    summary: 'One scholarship: projected, approved and paid, year by year, with its timeline',
    roles: READERS,
    answer: ScholarshipDetail,
  })
  get(
    @IdParam('scholarshipId') scholarshipId: string,
    @Query() { after }: AfterQuery,
  ): Promise<ScholarshipDetail> {
    return this.queries.execute(new GetScholarship({ scholarshipId, after }));
  }
}
