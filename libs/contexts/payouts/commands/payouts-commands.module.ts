import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AcceptPayoutHandler } from './accept-payout.command.js';
import { CorrectPayoutAccountHandler } from './correct-payout-account.command.js';
import { InstructPayoutHandler } from './instruct-payout.command.js';
import { PayoutsController } from './payouts.controller.js';
import { ReturnPayoutHandler } from './return-payout.command.js';
import { SettlePayoutHandler } from './settle-payout.command.js';

/** The write side: what finance and the bank do with a payment. Ordering one is the business of the process. */
@Module({
  imports: [CqrsModule],
  controllers: [PayoutsController],
  providers: [
    AcceptPayoutHandler,
    CorrectPayoutAccountHandler,
    InstructPayoutHandler,
    ReturnPayoutHandler,
    SettlePayoutHandler,
  ],
})
export class PayoutsCommandsModule {}
