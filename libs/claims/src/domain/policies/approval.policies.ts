import type { Policy } from '#kernel';
import type { Assessment } from '../claim.js';

/** What the rules of a decision look at. */
export interface DecisionFacts {
  readonly assessment: Assessment;
  /** Subject of the token of whoever decides. */
  readonly deciderId: string;
}

const fourEyes: Policy<DecisionFacts> = {
  name: 'fourEyes',
  check: ({ assessment, deciderId }) =>
    assessment.assessorId === deciderId
      ? {
          code: 'ASSESSOR_CANNOT_DECIDE',
          detail: 'Whoever calculated a claim cannot also decide it: ask a second person',
        }
      : undefined,
};

const theLawGrantsIt: Policy<DecisionFacts> = {
  name: 'theLawGrantsIt',
  check: ({ assessment: { refusal } }) =>
    refusal
      ? {
          code: 'LAW_REFUSES',
          detail: `The calculation refuses this claim (${refusal.decision}): it can only be denied`,
          article: refusal.article,
        }
      : undefined,
};

const somethingIsPayable: Policy<DecisionFacts> = {
  name: 'somethingIsPayable',
  check: ({ assessment }) =>
    assessment.totalIdr === 0 && assessment.entitledChildren.length === 0
      ? { code: 'NOTHING_TO_APPROVE', detail: 'The calculation comes to zero rupiah' }
      : undefined,
};

const theLawRefusesIt: Policy<DecisionFacts> = {
  name: 'theLawRefusesIt',
  check: ({ assessment: { refusal, totalIdr } }) =>
    refusal || totalIdr === 0
      ? undefined
      : {
          code: 'LAW_GRANTS',
          detail: 'The calculation grants this claim: calculate it again if facts have changed',
        },
};

/** In this order; the first refusal wins. */
export const APPROVAL_POLICIES: readonly Policy<DecisionFacts>[] = [
  fourEyes,
  theLawGrantsIt,
  somethingIsPayable,
];

/** In this order; the first refusal wins. */
export const DENIAL_POLICIES: readonly Policy<DecisionFacts>[] = [fourEyes, theLawRefusesIt];
