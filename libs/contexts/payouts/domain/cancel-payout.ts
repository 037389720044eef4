import { type CommandContext, Rejection } from '#kernel';
import type { CancelReason, PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface CancelPayoutInput {
  readonly payoutId: string;
  readonly reason: CancelReason;
}

/** Where no bank has the money: it was not told, or sent it back. */
export const WITH_NOBODY: readonly KnownPayout['situation'][] = ['ORDERED', 'RETURNED', 'ACCOUNT_CORRECTED'];

/** What the decision needs of what is paid for. */
export interface PaidFor {
  /** What a person is to be paid for did not happen after all: the death was taken back. */
  readonly isRevoked?: boolean;
}

/**
 * Gives a payment up that nobody can make, because its person was erased and the account with them, or that nobody is to make,
 * because its death was taken back (pembatalan). Doing so again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_CANCELLED`
 */
export function cancelPayout(
  { payoutId, reason }: CancelPayoutInput,
  state: PayoutState,
  { today }: CommandContext,
  { isRevoked = false }: PaidFor = {},
): readonly PayoutEvent[] {
  const payout = known(state);
  if (payout.situation === 'CANCELLED') return [];
  const mayBe = reason === 'EVENT_REVOKED' ? isRevoked : payout.accountErased || isRevoked;
  if (!mayBe || !WITH_NOBODY.includes(payout.situation)) {
    throw new Rejection(payoutRefusals.NOT_TO_BE_CANCELLED(payout));
  }
  return [{ type: 'PayoutCancelled', data: { payoutId, reason, cancelledOn: today, effectiveOn: today } }];
}
