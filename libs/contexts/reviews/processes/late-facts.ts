import type { BenefitCalculated, ClaimHeld } from '#contexts/claims/facts';
import type { DeathTraceRemoved } from '#contexts/deaths/facts';
import {
  type ChildCorrected,
  type ChildRemoved,
  type ChildrenReordered,
  type ContributionReversed,
  type DeathDayCorrected,
  type DeathRevoked,
  type HeirCorrected,
  type HeirRemoved,
  type ListMergerInput,
  type NikCorrected,
  type ParticipantCorrected,
  type ParticipantMergedInto,
  type ParticipantSplitOff,
  reviewedSubjects,
} from '#contexts/participants/facts';
import type { ScholarshipGranted } from '#contexts/scholarships/facts';
import type { Process } from '#kernel';
import type { ListBenefitInput } from '../domain/list-benefit.js';
import type { OpenReviewsInput } from '../domain/open-reviews.js';
import type { Benefit } from '../domain/review.events.js';

type Commands = {
  readonly ListBenefit: ListBenefitInput;
  readonly OpenReviews: OpenReviewsInput;
  readonly ListMerger: ListMergerInput;
  readonly UnlistMerger: ListMergerInput;
};

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
  | ChildrenReordered
  | DeathRevoked
  | DeathDayCorrected
  | DeathTraceRemoved
  | HeirCorrected
  | HeirRemoved
  | NikCorrected
  | ParticipantMergedInto
  | ParticipantSplitOff
  | ContributionReversed,
  Commands
> = {
  name: 'late-facts',
  version: 1,
  categories: ['claim', 'scholarship', 'participant', 'contribution', 'death'],
  on: {
    BenefitCalculated: ({ data }) => [list(data.participantId, { kind: 'CLAIM', id: data.claimId })],
    ClaimHeld: ({ data }) => [list(data.participantId, { kind: 'CLAIM', id: data.claimId })],
    ScholarshipGranted: ({ data }) => [
      list(data.participantId, { kind: 'SCHOLARSHIP', id: data.scholarshipId }),
    ],
    ContributionReversed: ({ id, data }) => opening(id, data, ['CONTRIBUTION']),
    ChildCorrected: ({ id, data }) => opening(id, data, ['CHILD']),
    ChildRemoved: ({ id, data }) => opening(id, data, ['CHILD']),
    ChildrenReordered: ({ id, data }) => opening(id, data, ['CHILD_ORDER']),
    DeathRevoked: ({ id, data }) => opening(id, data, ['DEATH']),
    DeathDayCorrected: ({ id, data }) => opening(id, data, ['DEATH']),
    DeathTraceRemoved: ({ id, data: { participantId, tracerId, removerId } }) =>
      opening(id, { participantId, requesterId: tracerId ?? removerId, confirmerId: removerId }, ['DEATH']),
    HeirCorrected: ({ id, data }) => opening(id, data, ['HEIR']),
    HeirRemoved: ({ id, data }) => opening(id, data, ['HEIR']),
    ParticipantMergedInto: ({ id, data }) => [
      { ...listing(data), command: 'ListMerger' },
      ...openingOfBoth(id, data, ['MERGER']),
    ],
    ParticipantSplitOff: ({ id, data }) => [
      { ...listing(data), command: 'UnlistMerger' },
      ...openingOfBoth(id, data, ['SPLIT']),
    ],
    NikCorrected: ({ id, data }) => opening(id, data, ['NIK']),
    ParticipantCorrected: ({ id, data }) => opening(id, data, reviewedSubjects(data.subjects)),
  },
};

/** For whoever shows what is recorded of a person and follows no participants. */
const listing = ({ participantId, survivorId }: ParticipantMergedInto['data']) => ({
  key: `merger-${participantId}`,
  input: { participantId, survivorId },
});

/** Of two who were found to be one person, or one who was found to be two, whatever was decided of either. */
const openingOfBoth = (
  causeId: string,
  { survivorId, ...data }: ParticipantMergedInto['data'],
  facts: OpenReviewsInput['facts'],
) => [...opening(causeId, data, facts), ...opening(causeId, { ...data, participantId: survivorId }, facts)];

/** What all corrections tell of those who made them. */
type Corrected = Pick<ParticipantCorrected['data'], 'participantId' | 'requesterId' | 'confirmerId'>;

function opening(
  causeId: string,
  { participantId, requesterId, confirmerId }: Corrected,
  facts: OpenReviewsInput['facts'],
) {
  if (facts.length === 0) return [];
  const correctedBy = [...new Set([requesterId, ...(confirmerId === undefined ? [] : [confirmerId])])];
  const input = { participantId, facts, causeId, correctedBy };
  return [{ key: participantId, command: 'OpenReviews' as const, input }];
}
