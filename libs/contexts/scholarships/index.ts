export { ScholarshipsCommandsModule } from './commands/scholarships-commands.module.js';
export { lateChildren } from './processes/late-children.js';
export { scholarshipGrants } from './processes/scholarship-grants.js';
export { scholarshipProjection } from './read-models/scholarship/scholarship.projection.js';
export { ScholarshipsQueriesModule } from './read-models/scholarships-queries.module.js';
export { ScholarshipsProcessesModule } from './scholarships-processes.module.js';
