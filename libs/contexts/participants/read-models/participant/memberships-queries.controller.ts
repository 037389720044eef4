import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, QueryEndpoint, Seen } from '#http';
import type { Sight } from '#kernel';
import { ListMembers, MemberListQuery } from './membership.queries.js';
import { type MemberItem, MemberPage } from './participant.answers.js';

@ApiTags('memberships')
@Controller('employers/:employerId/members')
export class MembershipsQueriesController {
  static readonly handlers = [ListMembers.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'The wage earners of an employer, who came first comes first',
    roles: ['registrar', 'adjudicator', 'supervisor', 'auditor'],
    answer: MemberPage,
  })
  list(
    @IdParam('employerId') employerId: string,
    @Query() query: MemberListQuery,
    @Seen() sight: Sight,
  ): Promise<Page<MemberItem>> {
    return this.queries.execute(new ListMembers({ ...query, employerId, sight }));
  }
}
