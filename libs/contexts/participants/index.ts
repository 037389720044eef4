export { ParticipantsCommandsModule } from './commands/participants-commands.module.js';
export { participantProjection } from './read-models/participant/participant.projection.js';
export { ParticipantsQueriesModule } from './read-models/participants-queries.module.js';
