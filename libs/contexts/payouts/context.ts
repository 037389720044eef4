import type { Context } from '#runtime';
import { payoutActions } from './commands/payout.actions.js';
import { bankRefusals } from './domain/bank.refusals.js';
import { bankReferences } from './domain/bank-reference.js';
import { instructions } from './domain/instruction.js';
import { latenessRefusals } from './domain/lateness.refusals.js';
import { moneyBackRefusals } from './domain/money-back.refusals.js';
import { payeeRefusals } from './domain/payee.refusals.js';
import { payouts as payoutStreams } from './domain/payout.js';
import { payoutRefusals } from './domain/refusals.js';
import { AskInterimBack, EndNotDue } from './commands/note-not-due.js';
import { CompensateLateness } from './commands/compensate-lateness.js';
import { CompensationsController } from './commands/compensations.controller.js';
import { NotePayeeDeath, NotePayeesDeath } from './commands/died-payees.js';
import { PayoutActionsController } from './commands/payout-actions.controller.js';
import { PayoutsController } from './commands/payouts.controller.js';
import { OrderPayout } from './commands/order-payout.js';
import { claimPayment } from './processes/claim-payment.js';
import { diedPayees } from './processes/died-payees.js';
import { invoicePayment } from './processes/invoice-payment.js';
import { lateCompensation } from './processes/late-compensation.js';
import { notDue } from './processes/not-due.js';
import { redirectedPayments } from './processes/redirected-payments.js';
import { wantedHeirs } from './processes/wanted-heirs.js';
import { payoutsContracts } from './published.js';
import { explanationReadModel } from './read-models/explanation/explanation.read-model.js';
import { ExplanationsQueriesController } from './read-models/explanation/explanations-queries.controller.js';
import { payoutReadModel } from './read-models/payout/payout.read-model.js';
import { PayoutsQueriesController } from './read-models/payout/payouts-queries.controller.js';

/** What is to be paid, and what the bank did. */
export const payouts: Context = {
  name: 'payouts',
  streams: [payoutStreams, instructions, bankReferences],
  commands: [PayoutsController, CompensationsController, PayoutActionsController],
  actions: [payoutActions],
  queries: [PayoutsQueriesController, ExplanationsQueriesController],
  processes: [
    claimPayment,
    diedPayees,
    invoicePayment,
    lateCompensation,
    notDue,
    redirectedPayments,
    wantedHeirs,
  ],
  processCommands: {
    AskInterimBack,
    CompensateLateness,
    EndNotDue,
    NotePayeeDeath,
    NotePayeesDeath,
    OrderPayout,
  },
  readModels: [payoutReadModel, explanationReadModel],
  app: 'claim-projection',
  published: payoutsContracts,
  refusals: [payoutRefusals, bankRefusals, moneyBackRefusals, payeeRefusals, latenessRefusals],
};
