import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DetailQuery, PastQuery, IdParam, type Page, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import {
  DecisionPage,
  type DecisionItem,
  PartRate,
  SampleMonth,
  SampledDecision,
  SampledDecisionPage,
} from './quality.answers.js';
import {
  DecisionListQuery,
  ErrorRateQuery,
  GetSample,
  ListDecisions,
  ListErrorRates,
  ListMonths,
  ListSamples,
  SampleListQuery,
} from './quality.queries.js';

const READERS: readonly Role[] = ['supervisor', 'auditor'];

@ApiTags('quality')
@Controller('quality')
export class QualityQueriesController {
  static readonly handlers = [
    GetSample.handler,
    ListDecisions.handler,
    ListErrorRates.handler,
    ListMonths.handler,
    ListSamples.handler,
  ];

  constructor(private readonly queries: QueryBus) {}

  @Get('months')
  @QueryEndpoint({
    summary:
      'The samples of all months, the newest first: seed, how many were drawn from how many, error rate',
    roles: READERS,
    answer: SampleMonth,
    list: true,
  })
  months(@Query() { after }: PastQuery, @Seen() sight: Sight): Promise<readonly SampleMonth[]> {
    return this.queries.execute(new ListMonths({ sight, after }));
  }

  @Get('error-rates')
  @QueryEndpoint({
    summary: 'How many of what was reviewed was wrong, by office or by kind of decision',
    roles: READERS,
    answer: PartRate,
    list: true,
  })
  errorRates(@Query() asking: ErrorRateQuery, @Seen() sight: Sight): Promise<readonly PartRate[]> {
    return this.queries.execute(new ListErrorRates({ ...asking, sight }));
  }

  @Get('decisions')
  @QueryEndpoint({
    summary: 'All decisions of a month, with what the draw rests on: an auditor draws from them again',
    roles: ['auditor'],
    answer: DecisionPage,
  })
  decisions(@Query() asking: DecisionListQuery, @Seen() sight: Sight): Promise<Page<DecisionItem>> {
    return this.queries.execute(new ListDecisions({ ...asking, sight }));
  }

  @Get('samples')
  @QueryEndpoint({
    summary: 'Decisions that were drawn, and what other branches found',
    roles: READERS,
    answer: SampledDecisionPage,
  })
  samples(@Query() asking: SampleListQuery, @Seen() sight: Sight): Promise<Page<SampledDecision>> {
    return this.queries.execute(new ListSamples({ ...asking, sight }));
  }

  @Get('samples/:sampleId')
  @QueryEndpoint({ summary: 'A decision that was drawn', roles: READERS, answer: SampledDecision })
  sample(
    @IdParam('sampleId') sampleId: string,
    @Query() { after }: DetailQuery,
    @Seen() sight: Sight,
  ): Promise<SampledDecision> {
    return this.queries.execute(new GetSample({ sampleId, sight, after }));
  }
}
