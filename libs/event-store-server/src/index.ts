export { readUsers, hashPassword, type Rights, type User } from './security/users.js';
export {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from './start-event-store-server.js';
export { backupStore, restoreStore } from './operations/backup-store.js';
export { registerStoreCommands } from './operations/store.commands.js';
export { verifyStore, type Verification } from './operations/verify-store.js';
