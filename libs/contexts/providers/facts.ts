export { type PlkkFacts, plkkOn, requireDeskWork } from './domain/plkk-facts.js';
export type { FacilityEvent, FacilityRegistered, PlkkAgreementAmended } from './domain/facility.events.js';
export type { PlkkAgreement } from './domain/facility.js';
export type { PlkkTerms } from './domain/plkk-terms.js';
export { plkkProposalSteps } from './domain/proposal-steps.js';
export type { LapsePlkkProposalInput } from './domain/lapse-proposal.js';
