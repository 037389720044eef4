export {
  type AdoptedKeys,
  type KeyStore,
  KeyStoreUnavailable,
  KeysDiffer,
  StillInFiles,
  type WrappedKeys,
} from './key-store.js';
export { openKeyStore } from './open-key-store.js';
export { linesOf } from './sqlite/destroyed-list.js';
export { type KeyCopy, backupKeys, restoreKeys } from './sqlite/key-backup.js';
export { keyFile } from './sqlite/key-database.js';
export { SqliteKeyStore } from './sqlite/sqlite-key-store.js';
