import type { BenefitCalculated, ClaimHeld } from '#contexts/claims/facts';
import {
  type ChildCorrected,
  type ChildRemoved,
  type ContributionReversed,
  type HeirCorrected,
  type HeirRemoved,
  type NikCorrected,
  type ParticipantCorrected,
  reviewedSubjects,
} from '#contexts/participants/facts';
import type { ScholarshipGranted } from '#contexts/scholarships/facts';
import type { Process } from '#kernel';
import type { ListBenefitInput } from '../domain/list-benefit.js';
import type { OpenReviewsInput } from '../domain/open-reviews.js';
import type { Benefit } from '../domain/review.events.js';

type Commands = { readonly ListBenefit: ListBenefitInput; readonly OpenReviews: OpenReviewsInput };

const list = (participantId: string, benefit: Benefit) => ({
  key: benefit.id,
  command: 'ListBenefit' as const,
  input: { participantId, benefit },
});

/**
 * What is corrected after somebody calculated with it is looked at again. Both are seen in the order of the log: whatever
 * was calculated before the correction is listed by then.
 */
export const lateFacts: Process<
  | BenefitCalculated
  | ClaimHeld
  | ScholarshipGranted
  | ParticipantCorrected
  | ChildCorrected
  | ChildRemoved
  | HeirCorrected
  | HeirRemoved
  | NikCorrected
  | ContributionReversed,
  Commands
> = {
  name: 'late-facts',
  version: 1,
  categories: ['claim', 'scholarship', 'participant', 'contribution'],
  on: {
    BenefitCalculated: ({ data }) => [list(data.participantId, { kind: 'CLAIM', id: data.claimId })],
    ClaimHeld: ({ data }) => [list(data.participantId, { kind: 'CLAIM', id: data.claimId })],
    ScholarshipGranted: ({ data }) => [
      list(data.participantId, { kind: 'SCHOLARSHIP', id: data.scholarshipId }),
    ],
    ContributionReversed: ({ id, data }) => opening(id, data, ['CONTRIBUTION']),
    ChildCorrected: ({ id, data }) => opening(id, data, ['CHILD']),
    ChildRemoved: ({ id, data }) => opening(id, data, ['CHILD']),
    HeirCorrected: ({ id, data }) => opening(id, data, ['HEIR']),
    HeirRemoved: ({ id, data }) => opening(id, data, ['HEIR']),
    NikCorrected: ({ id, data }) => opening(id, data, ['NIK']),
    ParticipantCorrected: ({ id, data }) => opening(id, data, reviewedSubjects(data.subjects)),
  },
};

/** What all corrections tell of those who made them. */
type Corrected = Pick<ParticipantCorrected['data'], 'participantId' | 'requesterId' | 'confirmerId'>;

function opening(
  causeId: string,
  { participantId, requesterId, confirmerId }: Corrected,
  facts: OpenReviewsInput['facts'],
) {
  if (facts.length === 0) return [];
  const correctedBy = [requesterId, ...(confirmerId === undefined ? [] : [confirmerId])];
  const input = { participantId, facts, causeId, correctedBy };
  return [{ key: participantId, command: 'OpenReviews' as const, input }];
}
