import type { Context } from '#runtime';
import { ComplaintActionsController } from './commands/complaint-actions.controller.js';
import { complaintActions } from './commands/complaint.actions.js';
import { ComplaintsController } from './commands/complaints.controller.js';
import { complaints as complaintStreams } from './domain/complaint.js';
import { complaintRefusals } from './domain/refusals.js';
import { agreements } from './processes/agreements.js';
import { complaintLetters } from './processes/complaint-letters.js';
import { complaintsContracts } from './published.js';
import { complaintReadModel } from './read-models/complaint/complaint.read-model.js';
import { ComplaintsQueriesController } from './read-models/complaint/complaints-queries.controller.js';

/** Who is not content with what, and what becomes of it. */
export const complaints: Context = {
  name: 'complaints',
  streams: [complaintStreams],
  commands: [ComplaintsController, ComplaintActionsController],
  actions: [complaintActions],
  queries: [ComplaintsQueriesController],
  processes: [agreements, complaintLetters],
  readModels: [complaintReadModel],
  app: 'claim-projection',
  published: complaintsContracts,
  refusals: [complaintRefusals],
};
