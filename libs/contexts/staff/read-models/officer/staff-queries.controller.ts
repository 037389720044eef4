import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, IdParam, OFFICE, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Sight } from '#kernel';
import { GetOfficer, ListStaff, OfficerItem, OfficerListQuery, OfficerPage } from './officer.queries.js';

@ApiTags('staff')
@Controller('staff')
export class StaffQueriesController {
  static readonly handlers = [GetOfficer.handler, ListStaff.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Who works at which office, who is away, and who decides for another branch',
    roles: OFFICE,
    answer: OfficerPage,
  })
  list(
    @Query() query: OfficerListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<OfficerItem>> {
    return this.queries.execute(new ListStaff({ ...query, today, sight }));
  }

  @Get(':officerId')
  @QueryEndpoint({
    summary: 'Somebody of the office: when they are away, and for whom they decide',
    roles: OFFICE,
    answer: OfficerItem,
  })
  get(
    @IdParam('officerId') officerId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<OfficerItem> {
    return this.queries.execute(new GetOfficer({ officerId, today, sight, after }));
  }
}
