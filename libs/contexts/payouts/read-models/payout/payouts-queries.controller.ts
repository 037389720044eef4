import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, LocalDate, Role } from '#kernel';
import { AfterQuery, CurrentActor, IdParam, type Page, PageQuery, QueryEndpoint, Today } from '#http';
import { GetPayout, ListPayouts, ListPayoutsToInstruct, PayoutListQuery } from './payout.queries.js';
import {
  PayoutDetail,
  PayoutPage,
  type PayoutSummary,
  type PayoutToInstruct,
  PayoutToInstructPage,
} from './payout.answers.js';

/** Accounts in full are for nobody else. */
const TELLS_THE_BANK: Role = 'finance';
const READERS: readonly Role[] = ['finance', 'adjudicator', 'supervisor', 'auditor', 'reporting'];

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsQueriesController {
  static readonly handlers = [GetPayout.handler, ListPayouts.handler, ListPayoutsToInstruct.handler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Payments, what must be paid first comes first',
    roles: READERS,
    answer: PayoutPage,
  })
  list(@Query() query: PayoutListQuery, @Today() today: LocalDate): Promise<Page<PayoutSummary>> {
    return this.queries.execute(new ListPayouts({ ...query, today }));
  }

  @Get('to-instruct')
  @QueryEndpoint({
    summary: 'Payments that the bank is still to be told of, with their accounts',
    description: 'What must be paid first comes first.',
    roles: [TELLS_THE_BANK],
    answer: PayoutToInstructPage,
  })
  listToInstruct(@Query() query: PageQuery, @Today() today: LocalDate): Promise<Page<PayoutToInstruct>> {
    return this.queries.execute(new ListPayoutsToInstruct({ ...query, today }));
  }

  @Get(':payoutId')
  @QueryEndpoint({
    summary: 'One payment with its timeline',
    description: 'Finance also reads the account in full, as long as the bank is still to be told.',
    roles: READERS,
    answer: PayoutDetail,
  })
  get(
    @IdParam('payoutId') payoutId: string,
    @Query() { after }: AfterQuery,
    @Today() today: LocalDate,
    @CurrentActor() { roles }: Actor,
  ): Promise<PayoutDetail> {
    const withAccount = roles.includes(TELLS_THE_BANK);
    return this.queries.execute(new GetPayout({ payoutId, today, withAccount, after }));
  }
}
