import { type Process, opened } from '#kernel';
import type { CompensateLatenessInput } from '../domain/compensate-lateness.js';
import type { PaymentOrder } from '../domain/order-payout.js';
import type { LateCompensationApproved } from '../domain/lateness.events.js';
import type { PayoutSettled } from '../domain/payout.events.js';

/** When the money has arrived it is found out how late it came; what that owes is ordered once somebody has approved it. */
export const lateCompensation: Process<
  PayoutSettled | LateCompensationApproved,
  { readonly CompensateLateness: CompensateLatenessInput; readonly OrderPayout: PaymentOrder }
> = {
  name: 'late-compensation',
  version: 1,
  categories: ['payout'],
  on: {
    PayoutSettled: ({ data: { payoutId } }) => [
      { key: payoutId, command: 'CompensateLateness', input: { payoutId } },
    ],
    LateCompensationApproved: ({ id, data }) => {
      const { payoutId, participantId, payee, heirId, claimId, componentCodes, amountIdr, effectiveOn } =
        data;
      const account = opened(data.person)?.account;
      return [
        {
          key: payoutId,
          command: 'OrderPayout',
          input: {
            participantId,
            source: { kind: 'LATENESS', id: payoutId, eventId: id, ...(claimId && { claimId }) },
            payee,
            ...(heirId && { heirId }),
            // Of somebody who was erased meanwhile it is asked without one, so that the refusal is seen.
            ...(account && { person: { account } }),
            componentCodes,
            amountIdr,
            orderedOn: effectiveOn,
          },
        },
      ];
    },
  },
};
