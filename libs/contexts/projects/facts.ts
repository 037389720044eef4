export { type ProjectFacts, projectAfter, projectFacts } from './domain/project-facts.js';
export { PROJECT_COVER_REASONS, projectCoverOn } from './domain/project-cover.js';
export { type Registered as KnownProject } from './domain/project.js';
export type { ProjectEvent } from './domain/project.events.js';
