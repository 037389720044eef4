export { type PlkkFacts, plkkOn } from './domain/plkk-facts.js';
export type { FacilityEvent, FacilityRegistered } from './domain/facility.events.js';
export type { PlkkAgreement } from './domain/facility.js';
