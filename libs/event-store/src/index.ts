export * from './codec.js';
export * from './event-store.js';
export * from './handle.js';
export * from './ids.js';
export * from './key-ring.js';
export * from './recorded-event.js';
export * from './upcasters.js';
