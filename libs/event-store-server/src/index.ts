export { readUsers, hashPassword, type Rights, type User } from './service/users.js';
export {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from './start-event-store-server.js';
export { backupStore, restoreStore } from './tools/backup-store.js';
export { registerStoreCommands } from './tools/store-commands.js';
export { verifyStore, type Verification } from './tools/verify-store.js';
