import { type KnownClaim, claimantOf } from './claim.js';
import { type Basis, entitledTo } from './programme.js';

/**
 * Whether what a claim is for did not happen: its death was taken back, or heirs claim for somebody who lives. Nothing more is decided,
 * granted or paid to them on it.
 */
export const isEventRevoked = (claim: KnownClaim, basis: Basis): boolean =>
  basis.programme.isEventRevoked?.(basis.facts) === true ||
  (claimantOf(claim) === 'HEIR' && entitledTo(basis) === 'PARTICIPANT');
