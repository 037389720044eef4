/** What other contexts may know of payments: what the bank was told and said. */
export type { PayoutEvent } from './domain/payout.events.js';
