import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Role } from '#kernel';
import { LEVELS } from '#law';
import { AfterQuery, IdParam, type Page, PageQuery, QueryEndpoint, asked, shape } from '#http';
import { GetScholarship, GetScholarshipHandler } from './get-scholarship.query.js';
import { ListScholarships, ListScholarshipsHandler } from './list-scholarships.query.js';
import { ScholarshipDetail, ScholarshipPage, type ScholarshipSummary } from './scholarship.answers.js';
import { SCHOLARSHIP_STATUSES, YEAR_STATUSES } from './scholarship.tables.js';

export class ScholarshipListQuery extends shape(
  {
    status: asked.code(SCHOLARSHIP_STATUSES, { optional: true }),
    level: asked.code(LEVELS, { optional: true, description: 'Where the child stands at school' }),
    claimId: asked.uuid({ optional: true }),
    participantId: asked.uuid({ optional: true }),
    yearStatus: asked.code(YEAR_STATUSES, {
      optional: true,
      description: 'With a year that stands here; EVIDENCED waits for a decision',
    }),
    withoutEvidenceOf: asked.integer({
      optional: true,
      min: 2015,
      max: 2200,
      fromText: true,
      description: 'With nothing handed in for this year yet',
    }),
  },
  PageQuery,
) {}

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
  static readonly handlers = [GetScholarshipHandler, ListScholarshipsHandler];

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
    return this.queries.execute(new GetScholarship(scholarshipId, after));
  }
}
