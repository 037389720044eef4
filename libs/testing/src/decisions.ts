export * from './decision-spec.js';
export * from './log-of.js';
export * from './test-refusal.js';
