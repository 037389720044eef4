import type { DifferenceApproved } from '#contexts/claims/facts';
import { type Process } from '#kernel';
import type { LateFactReviewClosed } from '../domain/review.events.js';
import { type RecordReceivableInput, receivableIdOf } from '../domain/receivable.js';

/** What somebody found to be owed is recorded, each for itself. */
export const recoveries: Process<
  LateFactReviewClosed | DifferenceApproved,
  { readonly RecordReceivable: RecordReceivableInput }
> = {
  name: 'receivables',
  version: 1,
  categories: ['review', 'claim'],
  on: {
    // What was approved of a claim and turned out not to be due; the decision takes the place of a review.
    DifferenceApproved: ({ id: reviewId, data: { participantId, claimId, approverId, paidTooMuch = [] } }) =>
      paidTooMuch.map(({ employerId, amountIdr }) => {
        const kind = employerId === undefined ? ('PAID_TOO_MUCH' as const) : ('EMPLOYER_OWES_BACK' as const);
        const found = { kind, ...(employerId !== undefined && { employerId }), amountIdr };
        const receivableId = receivableIdOf({ reviewId, ...found });
        const benefit = { kind: 'CLAIM' as const, id: claimId };
        return {
          key: receivableId,
          command: 'RecordReceivable' as const,
          input: { receivableId, participantId, reviewId, benefit, ...found, finderId: approverId },
        };
      }),
    LateFactReviewClosed: ({ data: { participantId, reviewId, benefit, closerId: finderId, found = [] } }) =>
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
