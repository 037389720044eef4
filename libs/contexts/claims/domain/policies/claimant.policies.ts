import type { Policy } from '#kernel';
import type { Claimant } from '../claim.events.js';
import { type Basis, entitledTo } from '../programme.js';
import { claimRefusals } from '../refusals.js';

/** Who wants to claim, and what it rests on. */
export interface ClaimantFacts {
  readonly basis: Basis;
  readonly claimant: Claimant;
}

/** Whoever hands a claim in, and whoever takes it over. */
export const claimedByWhoeverIsEntitled: Policy<ClaimantFacts> = {
  name: 'claimed-by-whoever-is-entitled',
  check: ({ basis, claimant }) => {
    const entitled = entitledTo(basis);
    return claimant === entitled ? undefined : claimRefusals.NOT_ENTITLED_TO_CLAIM({ entitled });
  },
};
