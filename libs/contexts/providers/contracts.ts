/** What other contexts may know of facilities: facts from the log, and the shapes of events. */
export type * from './domain/facility.events.js';
export type { PlkkAgreement } from './domain/facility.js';
export { type PlkkFacts, plkkOn } from './plkk-facts.js';
