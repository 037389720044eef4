import type { OpenAgainInput } from '#contexts/claims/facts';
import { type RecordReceivableInput, receivableIdOf } from '#contexts/reviews/facts';
import type { Process } from '#kernel';
import { isWrong } from '../domain/review-sample.js';
import type { SampleFollowedUp, SampleReviewed } from '../domain/sample.events.js';

/**
 * What was decided wrong of a claim in money or in the person is computed anew: an error of the office (reference 6.3). One that is open
 * by then is not decided before somebody has looked at that. What somebody says
 * is owed back of something else is recorded as a receivable.
 */
export const findings: Process<
  SampleReviewed | SampleFollowedUp,
  { readonly OpenAgain: OpenAgainInput; readonly RecordReceivable: RecordReceivableInput }
> = {
  name: 'quality-findings',
  version: 1,
  categories: ['sample'],
  on: {
    SampleReviewed: ({ data: { sampleId, claimId, subject, result } }) =>
      claimId !== undefined && !subject && isWrong(result)
        ? [
            {
              key: claimId,
              command: 'OpenAgain' as const,
              input: { claimId, ground: 'ERROR_OF_OFFICE' as const, saidId: sampleId },
            },
          ]
        : [],
    SampleFollowedUp: ({ id: reviewId, data: { participantId, owedBack, followerId: finderId } }) => {
      if (!owedBack) return [];
      const of = { reviewId, kind: 'PAID_TOO_MUCH' } as const;
      const receivableId = receivableIdOf(of);
      const input = { receivableId, participantId, ...of, ...owedBack, finderId };
      return [{ key: receivableId, command: 'RecordReceivable' as const, input }];
    },
  },
};
