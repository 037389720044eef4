/** What other contexts may know of claims: where one stands by the log, and the shapes of events. */
export type * from './domain/claim.events.js';
export { type EntitlingClaim, entitledByDeath } from './entitled-children.js';
export { jkkClaimApproved } from './claim-status.js';
