export { ProvidersCommandsModule } from './commands/providers-commands.module.js';
