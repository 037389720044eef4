import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, LocalDate, Role } from '#kernel';
import {
  AfterQuery,
  CurrentActor,
  IdParam,
  type Page,
  PageQuery,
  QueryEndpoint,
  Today,
  asked,
  shape,
} from '#http';

import { PAYOUT_STATUSES } from '../../domain/payout.js';
import { GetPayout, GetPayoutHandler } from './get-payout.query.js';
import { ListPayoutsToInstruct, ListPayoutsToInstructHandler } from './list-payouts-to-instruct.query.js';
import { ListPayouts, ListPayoutsHandler } from './list-payouts.query.js';
import {
  PayoutDetail,
  PayoutPage,
  type PayoutSummary,
  type PayoutToInstruct,
  PayoutToInstructPage,
  SOURCE_KINDS,
} from './payout.answers.js';

export class PayoutListQuery extends shape(
  {
    status: asked.code(PAYOUT_STATUSES, { optional: true }),
    sourceKind: asked.code(SOURCE_KINDS, { optional: true }),
    sourceId: asked.uuid({ optional: true, description: 'Of this claim or scholarship' }),
    participantId: asked.uuid({ optional: true }),
    payBy: asked.day({ optional: true, description: 'To be paid on this day or before' }),
    overdue: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Not settled, and the last day for payment has passed',
    }),
  },
  PageQuery,
) {}

/** Accounts in full are for nobody else. */
const TELLS_THE_BANK: Role = 'finance';
const READERS: readonly Role[] = ['finance', 'adjudicator', 'supervisor', 'auditor', 'reporting'];

@ApiTags('payouts')
@Controller('payouts')
export class PayoutsQueriesController {
  static readonly handlers = [GetPayoutHandler, ListPayoutsHandler, ListPayoutsToInstructHandler];

  constructor(private readonly queries: QueryBus) {}

  @Get()
  @QueryEndpoint({
    summary: 'Payments, what must be paid first comes first',
    roles: READERS,
    answer: PayoutPage,
  })
  list(@Query() query: PayoutListQuery, @Today() today: LocalDate): Promise<Page<PayoutSummary>> {
    return this.queries.execute(new ListPayouts(query, today));
  }

  @Get('to-instruct')
  @QueryEndpoint({
    summary: 'Payments that the bank is still to be told of, with their accounts',
    description: 'What must be paid first comes first.',
    roles: [TELLS_THE_BANK],
    answer: PayoutToInstructPage,
  })
  listToInstruct(@Query() query: PageQuery, @Today() today: LocalDate): Promise<Page<PayoutToInstruct>> {
    return this.queries.execute(new ListPayoutsToInstruct(query, today));
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
    return this.queries.execute(new GetPayout(payoutId, today, after, roles.includes(TELLS_THE_BANK)));
  }
}
