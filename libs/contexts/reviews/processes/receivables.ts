import { type Process } from '#kernel';
import type { LateFactReviewClosed } from '../domain/review.events.js';
import { type RecordReceivableInput, receivableIdOf } from '../domain/receivable.js';

/** What somebody found to be owed is recorded, each for itself. */
export const recoveries: Process<LateFactReviewClosed, { readonly RecordReceivable: RecordReceivableInput }> =
  {
    name: 'receivables',
    version: 1,
    categories: ['review'],
    on: {
      LateFactReviewClosed: ({
        data: { participantId, reviewId, benefit, closerId: finderId, found = [] },
      }) =>
        benefit === undefined
          ? []
          : found.map((one) => {
              const receivableId = receivableIdOf({ reviewId, ...one });
              return {
                key: receivableId,
                command: 'RecordReceivable' as const,
                input: { receivableId, participantId, reviewId, benefit, ...one, finderId },
              };
            }),
    },
  };
