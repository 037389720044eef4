import type { Policy } from '#kernel';
import type { Claimant, ClaimDocument } from '../claim.events.js';
import type { ClaimFacts } from '../claim-facts.js';
import { missingOfHeir } from '../documents.js';
import { claimedByWhoeverIsEntitled } from './submission.policies.js';

/** What the rules about taking a claim over look at. */
export interface TakeoverFacts {
  readonly facts: ClaimFacts;
  /** Who wants to claim from now on. */
  readonly claimant: Claimant;
  /** Who has claimed so far. */
  readonly claimantSoFar: Claimant;
  /** All papers of the claim, those handed in now too. */
  readonly documents: readonly ClaimDocument[];
}

const anotherClaims: Policy<TakeoverFacts> = {
  name: 'another-claims',
  check: ({ claimant, claimantSoFar }) =>
    claimant === claimantSoFar
      ? { code: 'CLAIMANT_THE_SAME', detail: `The ${claimant.toLowerCase()} claims already` }
      : undefined,
};

const heirIsShownByPapers: Policy<TakeoverFacts> = {
  name: 'heir-is-shown-by-papers',
  check: ({ claimant, documents }) => {
    const missing = claimant === 'HEIR' ? missingOfHeir(documents) : [];
    return missing.length > 0
      ? {
          code: 'HEIR_DOCUMENTS_MISSING',
          detail: `Papers that show the death and the heir are missing: ${missing.join(', ')}`,
          allowed: ['hand them in with the same request'],
        }
      : undefined;
  },
};

/** In this order; the first refusal wins. */
export const TAKEOVER_POLICIES: readonly Policy<TakeoverFacts>[] = [
  claimedByWhoeverIsEntitled,
  anotherClaims,
  heirIsShownByPapers,
];
