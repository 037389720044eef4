import type { Caused, Process } from '#kernel';
import type { EndNotDueInput } from '../domain/note-not-due.js';
import type { PayoutReturned, SettledPayoutReturned } from '../domain/money-back.events.js';
import type { PayoutRedirected } from '../domain/payee.events.js';
import type { PayoutSettled } from '../domain/payout.events.js';

type Ended = PayoutSettled | PayoutReturned | SettledPayoutReturned | PayoutRedirected;

/** What turned out not to be due while a bank had it is owed back once it has arrived, or stopped where it comes back. */
export const notDue: Process<Ended, { readonly EndNotDue: EndNotDueInput }> = {
  name: 'not-due',
  version: 1,
  categories: ['payout'],
  on: {
    PayoutSettled: endOf,
    PayoutReturned: endOf,
    SettledPayoutReturned: endOf,
    PayoutRedirected: endOf,
  },
};

function endOf({ data: { payoutId } }: Caused<Ended>) {
  return [{ key: payoutId, command: 'EndNotDue' as const, input: { payoutId } }];
}
