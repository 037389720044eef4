import { type Context, ParticipantIds } from '#runtime';
import { CandidateActionsController } from './commands/candidate-actions.controller.js';
import { candidateActions } from './commands/candidate.actions.js';
import { CandidatesController } from './commands/candidates.controller.js';
import { candidateLists, candidates as candidateStreams } from './domain/candidate.js';
import { candidateRefusals } from './domain/refusals.js';
import { candidateReadModel } from './read-models/candidate/candidate.read-model.js';
import { CandidatesQueriesController } from './read-models/candidate/candidates-queries.controller.js';
import { candidatesContracts } from './published.js';

/** Who may be registered: looked for, found, spoken to, and registered or not. */
export const candidates: Context = {
  name: 'candidates',
  streams: [candidateLists, candidateStreams],
  commands: [CandidatesController, CandidateActionsController],
  actions: [candidateActions],
  queries: [CandidatesQueriesController],
  readModels: [candidateReadModel],
  app: 'participant-projection',
  published: candidatesContracts,
  refusals: [candidateRefusals],
  providers: [ParticipantIds],
};
