import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { asHtml, asPdf } from '#documents';
import { PastQuery, IdParam, PastPrintQuery, QueryEndpoint, Seen } from '#http';
import type { Role, Sight } from '#kernel';
import { lookBackNow } from '#runtime';
import { PayoutExplanation } from './explanation.answers.js';
import { ExplainPayout } from './explanation.queries.js';
import { printedExplanation } from './printed-explanation.js';

/** Those who read one payment. */
const READERS: readonly Role[] = ['finance', 'adjudicator', 'supervisor', 'auditor'];

const ABOUT =
  'From what the decision recorded itself. Arithmetic and inputs tell of health: whoever sees nothing of it is not shown them.';

/** A page of an explanation runs nothing and fetches nothing, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@ApiTags('payouts')
@Controller('payouts/:payoutId')
export class ExplanationsQueriesController {
  static readonly handlers = [ExplainPayout.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get('explanation')
  @QueryEndpoint({
    summary: 'Why a payment is what it is: components, clauses, inputs, papers, and who decided',
    description: ABOUT,
    roles: READERS,
    answer: PayoutExplanation,
  })
  explain(
    @IdParam('payoutId') payoutId: string,
    @Query() { after }: PastQuery,
    @Seen() sight: Sight,
  ): Promise<PayoutExplanation> {
    return this.queries.execute(new ExplainPayout({ payoutId, sight, after }));
  }

  @Get('explanation.pdf')
  @QueryEndpoint({
    summary: 'Why a payment is what it is, to be printed',
    description: ABOUT,
    roles: READERS,
    answer: 'application/pdf',
  })
  async pdf(
    @IdParam('payoutId') payoutId: string,
    @Query() { lang: language = 'id', after }: PastPrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const told = await this.queries.execute(new ExplainPayout({ payoutId, sight, after }));
    return new StreamableFile(asPdf(printedExplanation(told, language, lookBackNow()), language));
  }

  @Get('explanation.html')
  @QueryEndpoint({
    summary: 'Why a payment is what it is, as a page',
    description: ABOUT,
    roles: READERS,
    answer: 'text/html',
  })
  @Header('Content-Security-Policy', POLICY)
  async page(
    @IdParam('payoutId') payoutId: string,
    @Query() { lang: language = 'id', after }: PastPrintQuery,
    @Seen() sight: Sight,
  ): Promise<StreamableFile> {
    const told = await this.queries.execute(new ExplainPayout({ payoutId, sight, after }));
    return new StreamableFile(
      Buffer.from(asHtml(printedExplanation(told, language, lookBackNow()), language), 'utf8'),
    );
  }
}
