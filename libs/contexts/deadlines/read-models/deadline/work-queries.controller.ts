import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { OFFICER_ROLES } from '#contexts/staff/facts';
import { AskedBy, type Asker, type Page, PastQuery, QueryEndpoint } from '#http';
import type { Role } from '#kernel';
import {
  type DoneStep,
  DoneStepPage,
  OverdueTotal,
  type WaitingStep,
  WaitingStepPage,
  WorkCount,
  WorkTotals,
  WorkerLoad,
} from './deadline.answers.js';
import { ListOverdue, OverdueQuery, SumOverdue } from './deadline.queries.js';
import { CandidatesQuery, ListCandidates, ListTeam } from './team.queries.js';
import { CountWork, DoneQuery, ListDone, ListWork, SumWork, WorkQuery } from './work.queries.js';

/** Those who see what others have not done. */
const LOOKERS: readonly Role[] = ['adjudicator', 'supervisor', 'finance', 'auditor'];

@ApiTags('work')
@Controller()
export class WorkQueriesController {
  static readonly handlers = [
    CountWork.handler,
    ListCandidates.handler,
    ListDone.handler,
    ListOverdue.handler,
    ListTeam.handler,
    ListWork.handler,
    SumOverdue.handler,
    SumWork.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get('work')
  @QueryEndpoint({
    summary: 'Your queue: what you can do next, the most urgent first',
    description:
      'By your roles, of your office, of those that have delegated their authority to you and of none, without what you may not do for what you did before. A step without a limit comes last. `mine`, `unowned` and `owner` tell whose; `waiting` lists what waits for somebody outside of your office instead.',
    roles: OFFICER_ROLES,
    answer: WaitingStepPage,
  })
  work(@Query() asking: WorkQuery, @AskedBy() asker: Asker): Promise<Page<WaitingStep>> {
    return this.queries.execute(new ListWork({ ...asking, ...asker }));
  }

  @Get('work/counts')
  @QueryEndpoint({
    summary: 'How much waits for you, by what is to be done, and how much of it you have done today',
    roles: OFFICER_ROLES,
    answer: WorkCount,
    list: true,
  })
  counts(@Query() { after }: PastQuery, @AskedBy() asker: Asker): Promise<readonly WorkCount[]> {
    return this.queries.execute(new CountWork({ ...asker, after }));
  }

  @Get('work/done')
  @QueryEndpoint({
    summary: 'What you have done today, or on another day: steps that ended with what you recorded',
    description: 'Yours alone: nobody reads what others have done.',
    roles: OFFICER_ROLES,
    answer: DoneStepPage,
  })
  done(@Query() asking: DoneQuery, @AskedBy() asker: Asker): Promise<Page<DoneStep>> {
    return this.queries.execute(new ListDone({ ...asking, ...asker }));
  }

  @Get('work/totals')
  @QueryEndpoint({
    summary: 'How much is yours, nobody’s, your colleagues’, waits for others, and was done by you today',
    roles: OFFICER_ROLES,
    answer: WorkTotals,
  })
  totalsOfWork(@Query() { after }: PastQuery, @AskedBy() asker: Asker): Promise<WorkTotals> {
    return this.queries.execute(new SumWork({ ...asker, after }));
  }

  @Get('work/team')
  @QueryEndpoint({
    summary: 'Who works at your office, who is away, and how much each has to do',
    description: 'In the order of their ids: nobody is ranked.',
    roles: ['supervisor'],
    answer: WorkerLoad,
    list: true,
  })
  team(@Query() { after }: PastQuery, @AskedBy() asker: Asker): Promise<readonly WorkerLoad[]> {
    return this.queries.execute(new ListTeam({ ...asker, after }));
  }

  @Get('work/candidates')
  @QueryEndpoint({
    summary: 'To whom a step is best given, the best first',
    description:
      'Listed officers who are there today, may take it by role, office and level, had no hand in it and know the programme; whoever has least to do comes first.',
    roles: ['supervisor'],
    answer: WorkerLoad,
    list: true,
    impossible: 'Nobody has to take the step any more',
  })
  candidates(@Query() asking: CandidatesQuery, @AskedBy() asker: Asker): Promise<readonly WorkerLoad[]> {
    return this.queries.execute(new ListCandidates({ ...asking, ...asker }));
  }

  @Get('overdue')
  @QueryEndpoint({
    summary: 'What is late, the oldest first: for us, or of others who are waited for',
    description: 'With what the delay has cost until today, and what each further day costs.',
    roles: LOOKERS,
    answer: WaitingStepPage,
  })
  overdue(@Query() asking: OverdueQuery, @AskedBy() asker: Asker): Promise<Page<WaitingStep>> {
    return this.queries.execute(new ListOverdue({ ...asking, ...asker }));
  }

  @Get('overdue/totals')
  @QueryEndpoint({
    summary: 'What is late, summed up by whose turn it is',
    roles: LOOKERS,
    answer: OverdueTotal,
    list: true,
  })
  totals(@Query() { after }: PastQuery, @AskedBy() asker: Asker): Promise<readonly OverdueTotal[]> {
    return this.queries.execute(new SumOverdue({ ...asker, after }));
  }
}
