export { AccidentsCommandsModule } from './commands/accidents-commands.module.js';
