/** What needs no server and no Jest: a world in memory, and what happens there by chance. */
export * from './in-memory-key-ring.js';
export * from './memory-log.js';
export * from './values.js';
