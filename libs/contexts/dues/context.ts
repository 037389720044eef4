import { type Context, ParticipantIds } from '#runtime';
import { BillMonth } from './commands/bill-month.js';
import { PaymentCorrectionsController } from './commands/payment-corrections.controller.js';
import { DuesActionsController } from './commands/dues-actions.controller.js';
import { duesActions } from './commands/dues.actions.js';
import { DuesController } from './commands/dues.controller.js';
import { dues as duesStreams } from './domain/dues.js';
import { duesRefusals, reportRefusals, wageRefusals } from './domain/refusals.js';
import { wageReports } from './domain/wage-report.js';
import { wages } from './domain/wages.js';
import { monthBilling } from './processes/month-billing.js';
import { duesReadModel } from './read-models/dues/dues.read-model.js';
import { DuesQueriesController } from './read-models/dues/dues-queries.controller.js';
import { duesContracts } from './published.js';

/** What employers report of wages, what they owe for it, and what they pay. */
export const dues: Context = {
  name: 'dues',
  streams: [duesStreams, wageReports, wages],
  commands: [DuesController, PaymentCorrectionsController, DuesActionsController],
  actions: [duesActions],
  queries: [DuesQueriesController],
  processes: [monthBilling],
  processCommands: { BillMonth },
  readModels: [duesReadModel],
  app: 'participant-projection',
  published: duesContracts,
  refusals: [reportRefusals, wageRefusals, duesRefusals],
  providers: [ParticipantIds],
};
