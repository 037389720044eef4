import { type Expecting, noMore, steps } from '#kernel';
import type { SampleEvent } from './sample.events.js';
import { samples } from './sample.js';

/** The review of a decision that was drawn, by another branch than the one that decided. */
export const sampleSteps = steps<Expecting, SampleEvent>(
  samples,
  'review',
  {},
  {
    DecisionSampled: (_none, { participantId, office, reviewerOffice, deciderId, handIds, ...of }) => ({
      participantId,
      ...(reviewerOffice !== undefined && { office: reviewerOffice }),
      amountIdr: of.amountIdr,
      expected: {
        step: 'REVIEW_DECISION',
        turn: 'SUPERVISOR',
        since: of.effectiveOn,
        dueDays: [of.reviewBy],
        notBy: [...new Set([deciderId, ...handIds])],
        notAt: office,
      },
    }),
    SampleReviewed: noMore,
  },
);
