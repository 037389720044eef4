/** What other contexts may know of payments: what the bank was told and said. */
export type {
  MoneyBackFrom,
  MoneyBackReason,
  PayoutPartReturned,
  PayoutReturned,
  ReturnReason,
  SettledPayoutReturned,
} from './domain/money-back.events.js';
export type { PaymentAskedBack } from './domain/not-due.events.js';
export type { PayoutRedirected } from './domain/payee.events.js';
export type { PayoutEvent } from './domain/payout.events.js';
export { takeReferences } from './domain/bank-reference.js';
export type { PayoutStatus } from './domain/payout-state.js';
export { handsToldOfPayouts } from './domain/hands-told.js';
export { compensationSteps } from './domain/compensation-steps.js';
export { claimHolding } from './domain/payment-of-claim.js';
export { type PayoutSteps, afterStandstill } from './domain/payment-step.js';
export { payoutSteps } from './domain/payout-steps.js';
export { cancellationSteps, redirectionSteps } from './domain/redirection-steps.js';
export { payoutsFollowing } from './processes/payouts-of.js';
