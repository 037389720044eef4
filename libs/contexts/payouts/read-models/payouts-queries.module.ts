import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GetPayoutHandler } from './payout/get-payout.query.js';
import { ListPayoutsToInstructHandler } from './payout/list-payouts-to-instruct.query.js';
import { ListPayoutsHandler } from './payout/list-payouts.query.js';
import { PayoutsQueriesController } from './payout/payouts-queries.controller.js';

/** The read side: payments and their timeline over HTTP. */
@Module({
  imports: [CqrsModule],
  controllers: [PayoutsQueriesController],
  providers: [GetPayoutHandler, ListPayoutsHandler, ListPayoutsToInstructHandler],
})
export class PayoutsQueriesModule {}
