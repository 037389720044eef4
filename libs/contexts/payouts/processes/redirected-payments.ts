import { type Process, opened } from '#kernel';
import type { NoteNotDueInput } from '../domain/note-not-due.js';
import type { PaymentOrder } from '../domain/order-payout.js';
import type { NotDuePassedOn } from '../domain/not-due.events.js';
import type { PayoutRedirected } from '../domain/payee.events.js';

/**
 * Who inherits after all is paid in place of whom it was approved for, each in a payment of their own. What is not due of that is asked of
 * theirs; it is one process, so that nothing is asked of a payment before it is ordered.
 */
export const redirectedPayments: Process<
  PayoutRedirected | NotDuePassedOn,
  { readonly OrderPayout: PaymentOrder; readonly AskInterimBack: NoteNotDueInput }
> = {
  name: 'redirected-payments',
  version: 1,
  categories: ['payout'],
  on: {
    PayoutRedirected: ({
      id,
      data: {
        payoutId: insteadOfId,
        participantId,
        source,
        componentCodes,
        payBy,
        stopped,
        shares,
        redirectorId,
        effectiveOn,
        person,
      },
    }) => {
      const accounts = opened(person)?.accounts;
      return shares.map(({ payee, heirId, ...amounts }, place) => {
        // Once the person's key is destroyed the account is gone, and the order will be refused for everyone to see.
        const account = accounts?.[place];
        return {
          key: heirId ? [payee, heirId].join('/') : payee,
          command: 'OrderPayout' as const,
          input: {
            participantId,
            source: { ...source, eventId: id, redirectorId, insteadOfId },
            payee,
            ...(heirId && { heirId }),
            componentCodes,
            ...amounts,
            ...(payBy && { payBy }),
            ...(stopped && { stopped }),
            orderedOn: effectiveOn,
            ...(account && { person: { account } }),
          },
        };
      });
    },
    NotDuePassedOn: ({ data: { claimId, findingId, finderId, payments } }) =>
      payments.map((one) => ({
        key: one.payoutId,
        command: 'AskInterimBack' as const,
        input: { ...one, claimId, findingId, finderId },
      })),
  },
};
