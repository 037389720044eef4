export * from './child-program.js';
export * from './contract-spec.js';
export * from './deciders.js';
export * from './eventually.js';
export * from './in-memory-key-ring.js';
export * from './local-servers.js';
export * from './projection-spec.js';
export * from './recorded.js';
