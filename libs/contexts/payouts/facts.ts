/** What other contexts may know of payments: the shapes of events. */
export type * from './domain/payout.events.js';
