import type { DifferenceApproved } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { FoundMoney, LateFactReviewClosed } from '../domain/review.events.js';
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
      paidTooMuch.map(({ employerId, amountIdr }) =>
        recording(
          employerId === undefined
            ? { kind: 'PAID_TOO_MUCH', amountIdr }
            : { kind: 'EMPLOYER_OWES_BACK', employerId, amountIdr },
          { participantId, reviewId, benefit: { kind: 'CLAIM', id: claimId }, finderId: approverId },
        ),
      ),
    LateFactReviewClosed: ({ data: { participantId, reviewId, benefit, closerId: finderId, found = [] } }) =>
      benefit === undefined
        ? []
        : found.map((one) => recording(one, { participantId, reviewId, benefit, finderId })),
  },
};

/** @param of in which review or decision it was found, and of what */
function recording(
  found: FoundMoney,
  of: Pick<RecordReceivableInput, 'participantId' | 'reviewId' | 'benefit' | 'finderId'>,
) {
  const receivableId = receivableIdOf({ ...of, ...found });
  return {
    key: receivableId,
    command: 'RecordReceivable' as const,
    input: { receivableId, ...of, ...found },
  };
}
