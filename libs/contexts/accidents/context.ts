import type { Context } from '#runtime';
import { accidentActions } from './commands/accident.actions.js';
import { AccidentActionsController } from './commands/accident-actions.controller.js';
import { AccidentsController } from './commands/accidents.controller.js';
import { CorrectionsController } from './commands/corrections.controller.js';
import { DeterminationsController } from './commands/determinations.controller.js';
import { GuaranteesController } from './commands/guarantees.controller.js';
import { CloseBilling } from './commands/close-billing.js';
import { NoteInterest } from './commands/note-interest.js';
import { NoteInvoiceApart } from './commands/note-invoice-apart.js';
import { NoteInvoiceApproved } from './commands/note-invoice-approved.js';
import { NoteInvoiceGivenUp } from './commands/note-invoice-given-up.js';
import { accidents as accidentStreams } from './domain/accident.js';
import { bills } from './domain/bill.js';
import { accidentRefusals } from './domain/refusals.js';
import { accidentsContracts } from './published.js';
import { accidentReadModel } from './read-models/accident/accident.read-model.js';
import { AccidentsQueriesController } from './read-models/accident/accidents-queries.controller.js';

/** Work accidents, from the notice to stage II. */
export const accidents: Context = {
  name: 'accidents',
  streams: [accidentStreams, bills],
  commands: [
    AccidentsController,
    AccidentActionsController,
    GuaranteesController,
    DeterminationsController,
    CorrectionsController,
  ],
  processCommands: {
    CloseBilling,
    NoteInterest,
    NoteInvoiceApart,
    NoteInvoiceApproved,
    NoteInvoiceGivenUp,
  },
  actions: [accidentActions],
  queries: [AccidentsQueriesController],
  readModels: [accidentReadModel],
  app: 'claim-projection',
  published: accidentsContracts,
  refusals: [accidentRefusals],
};
