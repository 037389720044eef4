/** What other contexts may know of scholarships: the shapes of events. */
export type * from './domain/scholarship.events.js';
