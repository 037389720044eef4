import { type Expecting, noMore, steps } from '#kernel';
import type { DecisionSampled, SampleEvent } from './sample.events.js';
import { samples } from './sample.js';

interface SampleSteps extends Expecting {
  readonly decidedBy?: string;
  /** Where it was decided: there somebody says what follows. */
  readonly decidedAt?: string;
}

/** What was decided: the claim, or what tells it. */
export function claimOfSample({
  claimId,
  subject,
}: Pick<DecisionSampled['data'], 'claimId' | 'subject'>): Pick<
  Expecting,
  'claimId' | 'accidentId' | 'scholarshipId'
> {
  if (claimId !== undefined) return { claimId };
  if (subject?.kind === 'SCHOLARSHIP') return { scholarshipId: subject.id };
  return subject?.accidentId === undefined ? {} : { accidentId: subject.accidentId };
}

/** The review of a decision that was drawn, by another branch than the one that decided, and what follows from it. */
export const sampleSteps = steps<SampleSteps, SampleEvent>(
  samples,
  'review',
  {},
  {
    DecisionSampled: (_none, { participantId, office, reviewerOffice, deciderId, handIds, ...of }) => ({
      participantId,
      ...claimOfSample(of),
      ...(reviewerOffice !== undefined && { office: reviewerOffice }),
      amountIdr: of.amountIdr,
      decidedBy: deciderId,
      decidedAt: office,
      expected: {
        step: 'REVIEW_DECISION',
        turn: 'SUPERVISOR',
        since: of.effectiveOn,
        dueDays: [of.reviewBy],
        notBy: [...new Set([deciderId, ...handIds])],
        notAt: office,
      },
    }),
    SampleReviewed(state, { followUpBy, reviewerId, effectiveOn }) {
      if (!followUpBy) return noMore(state);
      return {
        ...state,
        ...(state.decidedAt !== undefined && { office: state.decidedAt }),
        expected: {
          step: 'FOLLOW_UP_FINDING',
          turn: 'SUPERVISOR',
          since: effectiveOn,
          dueDays: [followUpBy],
          notBy: [...(state.decidedBy === undefined ? [] : [state.decidedBy]), reviewerId],
        },
      };
    },
    SampleFollowedUp: noMore,
  },
);
