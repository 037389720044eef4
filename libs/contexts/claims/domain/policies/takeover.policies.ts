import type { Policy } from '#kernel';
import type { Claimant, DocumentKind } from '../claim.events.js';
import { claimRefusals } from '../refusals.js';
import {
  type ClaimantGrounds,
  type CountedDocument,
  claimedByWhoeverIsEntitled,
  notAmong,
} from '../submit-claim.js';

/** What shows a death and who the heir (ahli waris) is. */
export const PAPERS_OF_HEIRS: readonly DocumentKind[] = [
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'KK',
  'HEIR_KTP',
];

/** What the rules about taking a claim over look at. */
export interface TakeoverGrounds extends ClaimantGrounds {
  /** Who has claimed so far. */
  readonly claimantSoFar: Claimant;
  /** All papers of the claim, those handed in now too. */
  readonly documents: readonly CountedDocument[];
}

const anotherClaims: Policy<TakeoverGrounds> = {
  name: 'another-claims',
  check: ({ claimant, claimantSoFar }) =>
    claimant === claimantSoFar ? claimRefusals.CLAIMANT_THE_SAME({ claimant }) : undefined,
};

const heirIsShownByPapers: Policy<TakeoverGrounds> = {
  name: 'heir-is-shown-by-papers',
  check: ({ claimant, documents }) => {
    const missing = claimant === 'HEIR' ? notAmong(documents, PAPERS_OF_HEIRS) : [];
    return missing.length > 0 ? claimRefusals.HEIR_DOCUMENTS_MISSING({ missing }) : undefined;
  },
};

/** In this order; the first refusal wins. */
export const TAKEOVER_POLICIES: readonly Policy<TakeoverGrounds>[] = [
  claimedByWhoeverIsEntitled,
  anotherClaims,
  heirIsShownByPapers,
];
