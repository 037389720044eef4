export { type KeyRingOptions, PostgresKeyRing, createKeyTable } from './key-ring.js';
