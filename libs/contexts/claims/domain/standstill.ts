import { view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import {
  type DisputesOfHeirs,
  OF_HEIRS,
  type Standstill,
  disputesOfHeirs,
  timesOf,
} from './days-in-dispute.js';
import {
  APPROVING,
  type ApprovedBy,
  STOPPED_NO_MORE,
  STOPPING,
  type StopsOfPayment,
  stopsAfterApproval,
  stopsOfPayment,
} from './stopped-payment.js';

/** Everything for which payments of a claim stand still. */
export interface ClaimStandstill {
  readonly disputes: DisputesOfHeirs;
  readonly stops: StopsOfPayment;
}

/** The same streams as `claims`, for whoever asks when nobody was to be paid. */
export const standstills = view<ClaimStandstill, ClaimEvent>(claims, {
  initial: { disputes: disputesOfHeirs.initial, stops: stopsOfPayment.initial },
  evolve: ({ disputes, stops }, event) => ({
    disputes: disputesOfHeirs.evolve(disputes, event),
    stops: stopsOfPayment.evolve(stops, event),
  }),
});

/** The types of the events by which payments of a claim stand still, or do no more. */
export const STANDING_STILL: readonly ClaimEvent['type'][] = [...OF_HEIRS, ...STOPPING, ...STOPPED_NO_MORE];

/** The same, and those by which something is to be paid. */
export const STANDSTILL_TYPES: readonly ClaimEvent['type'][] = [...STANDING_STILL, ...APPROVING];

/** A payment of a claim: which approval it comes from, and whether it goes to heirs, or one of several. */
export interface PaymentOfClaim extends ApprovedBy {
  readonly isOfHeirs?: boolean;
  readonly heirId?: string;
}

/** When a payment of a claim was not to be made; of others than heirs whatever heirs disagree about. */
export const notToBePaid = (
  { disputes, stops }: ClaimStandstill,
  { isOfHeirs = false, heirId, ...approval }: PaymentOfClaim,
): readonly Standstill[] => [
  ...(isOfHeirs ? timesOf(disputes, heirId) : []),
  ...stopsAfterApproval(stops, approval),
];
