export { projectAfter, projectFacts, projectIfKnown } from './domain/project-facts.js';
export { projectCoverOn } from './domain/project-cover.js';
export { type Registered as KnownProject } from './domain/project.js';
export type { ProjectEvent } from './domain/project.events.js';
export { projectCorrectionSteps, projectSteps } from './domain/project-steps.js';
