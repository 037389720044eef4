export { AccidentsCommandsModule } from './commands/accidents-commands.module.js';
export { accidentProjection } from './read-models/accident/accident.projection.js';
export { AccidentsQueriesModule } from './read-models/accidents-queries.module.js';
