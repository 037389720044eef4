export { sampleSteps } from './domain/sample-steps.js';
export type { SampleEvent, SampleReviewed } from './domain/sample.events.js';
