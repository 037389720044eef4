/** What other contexts may know of claims: the shapes of events. */
export type * from './domain/claim.events.js';
