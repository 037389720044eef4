import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Sight } from '#kernel';
import { CoverQuery, GetCover } from './cover.queries.js';
import { GetMonths, MonthsQuery } from './months.queries.js';
import { ListMembers, MemberListQuery } from './membership.queries.js';
import { CoverAnswer, MonthsAnswer } from './cover.answers.js';
import {
  type MemberItem,
  MemberPage,
  type ProjectWorkerItem,
  ProjectWorkerPage,
} from './participant.answers.js';
import { ListProjectWorkers, ProjectWorkerListQuery } from './placement.queries.js';

@ApiTags('memberships')
@Controller()
export class MembershipsQueriesController {
  static readonly handlers = [
    GetCover.handler,
    GetMonths.handler,
    ListMembers.handler,
    ListProjectWorkers.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get('employers/:employerId/members')
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

  @Get('projects/:projectId/workers')
  @QueryEndpoint({
    summary: 'The named workers of a construction project, who came first comes first',
    roles: ['registrar', 'adjudicator', 'supervisor', 'auditor'],
    answer: ProjectWorkerPage,
  })
  workers(
    @IdParam('projectId') projectId: string,
    @Query() query: ProjectWorkerListQuery,
    @Seen() sight: Sight,
  ): Promise<Page<ProjectWorkerItem>> {
    return this.queries.execute(new ListProjectWorkers({ ...query, projectId, sight }));
  }

  @Get('participants/:participantId/cover')
  @QueryEndpoint({
    summary: 'Whether a participant is covered on a day, by membership and programme, and why',
    roles: ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'],
    answer: CoverAnswer,
  })
  cover(
    @IdParam('participantId') participantId: string,
    @Query() { on, after }: CoverQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<CoverAnswer> {
    return this.queries.execute(new GetCover({ participantId, on: on ?? today, sight, after }));
  }

  @Get('participants/:participantId/months')
  @QueryEndpoint({
    summary:
      'The history of a participant month by month, by membership: cover, and when each month was paid',
    description: 'Every month of the time that is asked for, so that it can be drawn as it is.',
    roles: ['registrar', 'plkk', 'adjudicator', 'supervisor', 'auditor'],
    answer: MonthsAnswer,
  })
  months(
    @IdParam('participantId') participantId: string,
    @Query() query: MonthsQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<MonthsAnswer> {
    return this.queries.execute(new GetMonths({ ...query, participantId, today, sight }));
  }
}
