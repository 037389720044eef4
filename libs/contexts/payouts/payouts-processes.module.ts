import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ProcessManagerModule } from '#runtime';
import { OrderPayout, OrderPayoutHandler } from './commands/order-payout.command.js';
import { claimPayment } from './processes/claim-payment.js';

/** What this context does by itself: an approval orders its payments. */
@Module({
  imports: [CqrsModule, ProcessManagerModule.run(claimPayment, { OrderPayout })],
  providers: [OrderPayoutHandler],
})
export class PayoutsProcessesModule {}
