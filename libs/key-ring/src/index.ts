export { MOVE_STATEMENT_TIMEOUT_MS, moveKeysFromPostgres, refuseKeysInPostgres } from './keys-in-postgres.js';
export { PersonKeyRing, type PersonKeyRingOptions } from './person-key-ring.js';
