import type { Process } from '#kernel';
import type { PaymentListReversalBegun } from '../domain/payment-list.events.js';

/** A list that is being taken back comes to its end, also where whoever confirmed it was interrupted between two members. */
export const listReversals: Process<
  PaymentListReversalBegun,
  { readonly FinishListReversal: { readonly listId: string } }
> = {
  name: 'list-reversals',
  version: 1,
  categories: ['paymentlist'],
  on: {
    PaymentListReversalBegun: ({ data: { listId } }) => [
      { key: listId, command: 'FinishListReversal', input: { listId } },
    ],
  },
};
