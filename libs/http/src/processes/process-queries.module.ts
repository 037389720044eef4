import { Controller, type DynamicModule, Get, Module, Query } from '@nestjs/common';
import { type ProcessStep, ProcessStepPage } from './process-steps.answers.js';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CodeField, TextField } from '../fields/fields.js';
import { QueryEndpoint } from '../edge/endpoints.js';
import { type Page, PageQuery } from '../paging/page.js';
import { FindSteps, FindStepsHandler, PROCESSES } from './find-steps.query.js';
import { type ProcessIdentity, STEP_OUTCOMES, type StepOutcome } from '#followers';

class StepListQuery extends PageQuery {
  @TextField({ max: 60, optional: true, description: 'Name of the process, such as claim-payment' })
  readonly process?: string;

  @CodeField(STEP_OUTCOMES, { optional: true })
  readonly outcome?: StepOutcome;
}

@ApiTags('processes')
@Controller('processes')
class ProcessesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('steps')
  @QueryEndpoint({
    summary: 'What processes have done, newest first',
    description:
      '`?outcome=REJECTED` is what a person has to look at: these commands will not be tried again.',
    roles: ['supervisor', 'auditor'],
    answer: ProcessStepPage,
  })
  steps(@Query() query: StepListQuery): Promise<Page<ProcessStep>> {
    return this.queries.execute(new FindSteps(query));
  }
}

/** The read side of processes: what became of their commands. */
@Module({})
export class ProcessQueriesModule {
  static of(...processes: readonly ProcessIdentity[]): DynamicModule {
    return {
      module: ProcessQueriesModule,
      imports: [CqrsModule],
      controllers: [ProcessesController],
      providers: [{ provide: PROCESSES, useValue: processes }, FindStepsHandler],
    };
  }
}
