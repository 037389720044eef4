import type { Policy } from '#kernel';
import { stillHolds } from '../assess-claim.js';
import { type ClaimFacts, entitledTo } from '../claim-facts.js';
import { type ClaimIn, claimantOf } from '../claim.js';

/** What the rules of a decision look at. */
export interface DecisionFacts {
  readonly claim: ClaimIn<'CALCULATED'>;
  /** As they are now; the calculation may rest on older ones. */
  readonly facts: ClaimFacts;
  /** Subject of the token of whoever decides. */
  readonly deciderId: string;
}

const fourEyes: Policy<DecisionFacts> = {
  name: 'four-eyes',
  check: ({ claim: { assessment }, deciderId }) =>
    assessment.assessorId === deciderId
      ? {
          code: 'ASSESSOR_CANNOT_DECIDE',
          detail: 'Whoever calculated a claim cannot also decide it: ask a second person',
        }
      : undefined,
};

const restsOnPresentFacts: Policy<DecisionFacts> = {
  name: 'rests-on-present-facts',
  check: ({ claim, facts }) =>
    stillHolds(claim.assessment, claim, facts)
      ? undefined
      : {
          code: 'CALCULATION_OUTDATED',
          detail: 'Facts have changed since the calculation, and it would come out otherwise now',
          allowed: ['calculate the benefit again'],
        },
};

const theLawGrantsIt: Policy<DecisionFacts> = {
  name: 'the-law-grants-it',
  check: ({ claim: { assessment } }) =>
    assessment.refusal
      ? {
          code: 'LAW_REFUSES',
          detail: `The calculation refuses this claim (${assessment.refusal.decision}): it can only be denied`,
          article: assessment.refusal.article,
        }
      : undefined,
};

const somethingIsPayable: Policy<DecisionFacts> = {
  name: 'something-is-payable',
  check: ({ claim: { assessment } }) =>
    assessment.totalIdr === 0 && assessment.entitledChildren.length === 0
      ? { code: 'NOTHING_TO_APPROVE', detail: 'The calculation comes to zero rupiah' }
      : undefined,
};

/** Otherwise the money would go to the account of somebody who died since. */
const claimedByWhoeverIsEntitledNow: Policy<DecisionFacts> = {
  name: 'claimed-by-whoever-is-entitled-now',
  check: ({ claim, facts }) => {
    const entitled = entitledTo(facts).toLowerCase();
    return claimantOf(claim).toLowerCase() === entitled
      ? undefined
      : {
          code: 'CLAIMANT_NOT_ENTITLED',
          detail: `This claim belongs to the ${entitled} now, and would be paid to the account of somebody else`,
          allowed: [`let the ${entitled} take the claim over`],
        };
  },
};

const theLawRefusesIt: Policy<DecisionFacts> = {
  name: 'the-law-refuses-it',
  check: ({ claim: { assessment } }) =>
    assessment.refusal || assessment.totalIdr === 0
      ? undefined
      : {
          code: 'LAW_GRANTS',
          detail: 'The calculation grants this claim: calculate it again if facts have changed',
        },
};

/** In this order; the first refusal wins. */
export const APPROVAL_POLICIES: readonly Policy<DecisionFacts>[] = [
  fourEyes,
  restsOnPresentFacts,
  theLawGrantsIt,
  somethingIsPayable,
  claimedByWhoeverIsEntitledNow,
];

/** In this order; the first refusal wins. */
export const DENIAL_POLICIES: readonly Policy<DecisionFacts>[] = [
  fourEyes,
  restsOnPresentFacts,
  theLawRefusesIt,
];
