export { type KeyRingOptions, PostgresKeyRing } from './key-ring.js';
