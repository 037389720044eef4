export { MOVE_STATEMENT_TIMEOUT_MS, moveKeysFromPostgres, refuseKeysInPostgres } from './keys-in-postgres.js';
export { PersonKeyRing } from './person-key-ring.js';
