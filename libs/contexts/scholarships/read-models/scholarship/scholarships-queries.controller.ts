import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Role } from '#kernel';
import { LEVELS, type Level } from '#law';
import {
  AfterQuery,
  CodeField,
  IdParam,
  IntegerField,
  type Page,
  PageQuery,
  QueryEndpoint,
  UuidField,
} from '#http';
import { GetScholarship, GetScholarshipHandler } from './get-scholarship.query.js';
import { ListScholarships, ListScholarshipsHandler } from './list-scholarships.query.js';
import { ScholarshipDetail, ScholarshipPage, type ScholarshipSummary } from './scholarship.answers.js';
import {
  SCHOLARSHIP_STATUSES,
  type ScholarshipStatus,
  YEAR_STATUSES,
  type YearStatus,
} from './scholarship.tables.js';

export class ScholarshipListQuery extends PageQuery {
  @CodeField(SCHOLARSHIP_STATUSES, { optional: true })
  readonly status?: ScholarshipStatus;

  @CodeField(LEVELS, { optional: true, description: 'Where the child stands at school' })
  readonly level?: Level;

  @UuidField({ optional: true })
  readonly claimId?: string;

  @UuidField({ optional: true })
  readonly participantId?: string;

  @CodeField(YEAR_STATUSES, {
    optional: true,
    description: 'With a year that stands here; EVIDENCED waits for a decision',
  })
  readonly yearStatus?: YearStatus;

  @IntegerField({
    optional: true,
    min: 2015,
    max: 2200,
    fromText: true,
    description: 'With nothing handed in for this year yet',
  })
  readonly withoutEvidenceOf?: number;
}

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
