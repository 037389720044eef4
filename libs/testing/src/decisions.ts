export * from './decision-spec.js';
export * from './expected-after.js';
export * from './log-of.js';
export * from './test-context.js';
export * from './test-refusal.js';
