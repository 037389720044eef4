import { type KnownClaim, claimantOf } from './claim.js';
import type { Claimant } from './handed-in.events.js';
import { type Basis, entitledTo } from './programme.js';

/**
 * Whether what a claim is for did not happen: its death was taken back, or heirs claim for somebody who lives. Nothing more is decided,
 * granted or paid to them on it.
 */
export const isEventRevoked = (claim: KnownClaim, basis: Basis): boolean =>
  isRevokedFor(claimantOf(claim), basis);

/** The same of what was approved for one of them, whoever claims since: no heir of somebody who lives is paid. */
export const isRevokedFor = (payee: Claimant, basis: Basis): boolean =>
  basis.programme.isEventRevoked?.(basis.facts) === true ||
  (payee === 'HEIR' && entitledTo(basis) === 'PARTICIPANT');
