import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { EmployerDetail, EmployerPage, type EmployerSummary } from './employer.answers.js';
import { EmployerListQuery, GetEmployer, ListEmployers } from './employer.queries.js';

/** An employer of one tells in its bills what one person earns: nothing of it is for those who only count. */
const READERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('employers')
@Controller('employers')
export class EmployersQueriesController {
  static readonly handlers = [GetEmployer.handler, ListEmployers.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'List employers by name', roles: READERS, answer: EmployerPage })
  list(@Query() query: EmployerListQuery, @Seen() sight: Sight): Promise<Page<EmployerSummary>> {
    return this.queries.execute(new ListEmployers({ ...query, sight }));
  }

  @Get(':employerId')
  @QueryEndpoint({
    summary: 'One employer with what holds of it, and from which day on',
    roles: READERS,
    answer: EmployerDetail,
  })
  get(
    @IdParam('employerId') employerId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<EmployerDetail> {
    return this.queries.execute(new GetEmployer({ employerId, today, sight, after }));
  }
}
