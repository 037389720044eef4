import type { Policy } from '#kernel';
import { stillHolds } from '../assess-claim.js';
import type { ClaimFacts } from '../claim-facts.js';
import type { ClaimIn } from '../claim.js';

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
];

/** In this order; the first refusal wins. */
export const DENIAL_POLICIES: readonly Policy<DecisionFacts>[] = [
  fourEyes,
  restsOnPresentFacts,
  theLawRefusesIt,
];
