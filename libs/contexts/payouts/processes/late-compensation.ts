import type { Process } from '#kernel';
import type { CompensateLatenessInput } from '../domain/compensate-lateness.js';
import type { PayoutSettled } from '../domain/payout.events.js';

/** When the money has arrived it is found out how late it came. */
export const lateCompensation: Process<
  PayoutSettled,
  { readonly CompensateLateness: CompensateLatenessInput }
> = {
  name: 'late-compensation',
  version: 1,
  categories: ['payout'],
  on: {
    PayoutSettled: ({ data: { payoutId } }) => [
      { key: payoutId, command: 'CompensateLateness', input: { payoutId } },
    ],
  },
};
