import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate, Role, Sight } from '#kernel';
import { DetailQuery, IdParam, type Page, PastPageQuery, QueryEndpoint, Seen, Today } from '#http';
import { GetPayout, ListPayouts, ListPayoutsToInstruct, PayoutListQuery } from './payout.queries.js';
import {
  PayoutDetail,
  PayoutPage,
  type PayoutSummary,
  type PayoutToInstruct,
  PayoutToInstructPage,
} from './payout.answers.js';

/** One payment shows digits of an account and codes that tell of health. A PLKK reads what is paid to itself: what it gave is known to it. */
const DETAIL_READERS: readonly Role[] = ['finance', 'adjudicator', 'supervisor', 'auditor', 'plkk'];
const LIST_READERS: readonly Role[] = [...DETAIL_READERS, 'reporting'];

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsQueriesController {
  static readonly handlers = [GetPayout.handler, ListPayouts.handler, ListPayoutsToInstruct.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Payments, what must be paid first comes first',
    description: 'A PLKK sees what is paid to itself.',
    roles: LIST_READERS,
    answer: PayoutPage,
  })
  list(
    @Query() query: PayoutListQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<PayoutSummary>> {
    return this.queries.execute(new ListPayouts({ ...query, today, sight }));
  }

  @Get('to-instruct')
  @QueryEndpoint({
    summary: 'Payments that the bank is still to be told of, with their accounts',
    description: 'What must be paid first comes first.',
    roles: ['finance'],
    answer: PayoutToInstructPage,
  })
  listToInstruct(
    @Query() query: PastPageQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<Page<PayoutToInstruct>> {
    return this.queries.execute(new ListPayoutsToInstruct({ ...query, today, sight }));
  }

  @Get(':payoutId')
  @QueryEndpoint({
    summary: 'One payment with its timeline',
    description:
      'A PLKK sees what is paid to itself. Finance also reads the account in full, as long as the bank is still to be told.',
    roles: DETAIL_READERS,
    answer: PayoutDetail,
  })
  get(
    @IdParam('payoutId') payoutId: string,
    @Query() { after }: DetailQuery,
    @Today() today: LocalDate,
    @Seen() sight: Sight,
  ): Promise<PayoutDetail> {
    return this.queries.execute(new GetPayout({ payoutId, today, sight, after }));
  }
}
