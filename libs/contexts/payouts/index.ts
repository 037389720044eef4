export { PayoutsCommandsModule } from './commands/payouts-commands.module.js';
export { PayoutsProcessesModule } from './payouts-processes.module.js';
export { claimPayment } from './processes/claim-payment.js';
export { payoutProjection } from './read-models/payout/payout.projection.js';
export { PayoutsQueriesModule } from './read-models/payouts-queries.module.js';
