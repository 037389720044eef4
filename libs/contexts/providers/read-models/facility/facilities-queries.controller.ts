import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { FacilityDetail, FacilityPage, type FacilitySummary } from './facility.answers.js';
import { FacilityListQuery, FacilityQuery, GetFacility, ListFacilities } from './facility.queries.js';

const READERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('facilities')
@Controller('facilities')
export class FacilitiesQueriesController {
  static readonly handlers = [GetFacility.handler, ListFacilities.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'List health facilities by name, and which of them are PLKKs',
    description: 'A PLKK sees itself.',
    roles: READERS,
    answer: FacilityPage,
  })
  list(
    @Query() query: FacilityListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<FacilitySummary>> {
    return this.queries.execute(new ListFacilities({ ...query, today, sight }));
  }

  @Get(':facilityId')
  @QueryEndpoint({
    summary: 'One facility with its agreements, and what is agreed on a day',
    roles: READERS,
    answer: FacilityDetail,
  })
  get(
    @IdParam('facilityId') facilityId: string,
    @Query() { on, after }: FacilityQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<FacilityDetail> {
    return this.queries.execute(new GetFacility({ facilityId, on: on ?? today, sight, after }));
  }
}
