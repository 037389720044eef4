export { PayoutsCommandsModule } from './commands/payouts-commands.module.js';
export { PayoutsProcessesModule } from './payouts-processes.module.js';
export { claimPayment } from './processes/claim-payment.js';
export { payoutReadModel } from './read-models/payout/payout.read-model.js';
export { PayoutsQueriesModule } from './read-models/payouts-queries.module.js';
