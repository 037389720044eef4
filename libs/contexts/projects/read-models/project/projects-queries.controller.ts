import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdParam, type Page, QueryEndpoint, Seen, Today } from '#http';
import type { LocalDate, Role, Sight } from '#kernel';
import { ProjectDetail, ProjectPage, type ProjectSummary } from './project.answers.js';
import { GetProject, ListProjects, ProjectListQuery, ProjectQuery } from './project.queries.js';

const READERS: readonly Role[] = ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('projects')
@Controller('projects')
export class ProjectsQueriesController {
  static readonly handlers = [GetProject.handler, ListProjects.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'List construction projects, what ends first comes first',
    roles: READERS,
    answer: ProjectPage,
  })
  list(@Query() query: ProjectListQuery, @Seen() sight: Sight): Promise<Page<ProjectSummary>> {
    return this.queries.execute(new ListProjects({ ...query, sight }));
  }

  @Get(':projectId')
  @QueryEndpoint({
    summary: 'One project with what is due and paid, and whether it covers its workers on a day',
    roles: READERS,
    answer: ProjectDetail,
  })
  get(
    @IdParam('projectId') projectId: string,
    @Query() { on, after }: ProjectQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<ProjectDetail> {
    return this.queries.execute(new GetProject({ projectId, on: on ?? today, sight, after }));
  }
}
