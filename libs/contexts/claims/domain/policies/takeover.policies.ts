import { type Policy, isSameName } from '#kernel';
import type { Claimant, DocumentKind } from '../handed-in.events.js';
import { type CountedDocument, notAmong } from '../documents-verdict.js';
import { handedInRefusals } from '../handed-in.refusals.js';
import { type ClaimantGrounds, claimedByWhoeverIsEntitled } from '../submit-claim.js';

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
  /** The name of whoever claims now. */
  readonly claimantName: string;
  /** All papers of the claim, those handed in now too. */
  readonly documents: readonly CountedDocument[];
}

/** One heir may claim in place of another, who came first and is not first in rank; nobody gets another account by it. */
const anotherClaims: Policy<TakeoverGrounds> = {
  name: 'another-claims',
  check({ claimant, claimantSoFar, claimantName, basis: { heirsOnRecord } }) {
    const before = heirsOnRecord?.claimantName;
    const isAnotherHeir = claimant === 'HEIR' && before !== undefined && !isSameName(before, claimantName);
    return claimant === claimantSoFar && !isAnotherHeir
      ? handedInRefusals.CLAIMANT_THE_SAME({ claimant })
      : undefined;
  },
};

const heirIsShownByPapers: Policy<TakeoverGrounds> = {
  name: 'heir-is-shown-by-papers',
  check: ({ claimant, documents }) => {
    const missing = claimant === 'HEIR' ? notAmong(documents, PAPERS_OF_HEIRS) : [];
    return missing.length > 0 ? handedInRefusals.HEIR_DOCUMENTS_MISSING({ missing }) : undefined;
  },
};

/** In this order; the first refusal wins. */
export const TAKEOVER_POLICIES: readonly Policy<TakeoverGrounds>[] = [
  claimedByWhoeverIsEntitled,
  anotherClaims,
  heirIsShownByPapers,
];
