export * from './command-context.js';
export * from './decider.js';
export * from './domain-event.js';
export * from './fraction.js';
export * from './local-date.js';
export * from './policy.js';
export * from './rejection.js';
export * from './rupiah.js';
