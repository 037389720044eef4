/** What other contexts may know of claims: the shapes of events. */
export type * from './domain/claim.events.js';
export { claimsContracts } from './integration/claims.contract.js';
