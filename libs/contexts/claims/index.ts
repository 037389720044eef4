export { ClaimsCommandsModule } from './commands/claims-commands.module.js';
export { claimProjection } from './read-models/claim/claim.projection.js';
export { ClaimsQueriesModule } from './read-models/claims-queries.module.js';
