export {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from './start-event-store-server.js';
export type { NearCalls } from './service/near-calls.js';
export { backupStore, restoreStore } from './operations/backup-store.js';
export { registerStoreCommands } from './operations/store.commands.js';
export type { Problem, ProblemKind, Verification } from './operations/verification.js';
export { verifyStore } from './operations/verify-store.js';
export { hashPassword } from './security/password.js';
export { readUsers, writeUsers, type User } from './security/users-file.js';
