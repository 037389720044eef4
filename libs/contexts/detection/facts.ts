export type { FindingEvent } from './domain/finding.events.js';
export { findingSteps } from './domain/finding-steps.js';
