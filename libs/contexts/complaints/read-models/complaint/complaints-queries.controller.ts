import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, IdParam, type Page, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import { ComplaintDetail, ComplaintPage, type ComplaintSummary } from './complaint.answers.js';
import { ComplaintListQuery, GetComplaint, ListComplaints } from './complaint.queries.js';

const READERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'auditor'];

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintsQueriesController {
  static readonly handlers = [GetComplaint.handler, ListComplaints.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({ summary: 'Complaints, the oldest first', roles: READERS, answer: ComplaintPage })
  list(@Query() query: ComplaintListQuery, @Seen() sight: Sight): Promise<Page<ComplaintSummary>> {
    return this.queries.execute(new ListComplaints({ ...query, sight }));
  }

  @Get(':complaintId')
  @QueryEndpoint({
    summary: 'One complaint: what was said, and what was done about it',
    roles: READERS,
    answer: ComplaintDetail,
  })
  get(
    @IdParam('complaintId') complaintId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<ComplaintDetail> {
    return this.queries.execute(new GetComplaint({ complaintId, sight, after }));
  }
}
