import { type CommandContext, Rejection } from '#kernel';
import type { CancelReason, PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface CancelPayoutInput {
  readonly payoutId: string;
  readonly reason: CancelReason;
}

/** Where no bank has the money: it was not told, or sent it back. */
const WITH_NOBODY: readonly KnownPayout['situation'][] = ['ORDERED', 'RETURNED', 'ACCOUNT_CORRECTED'];

/**
 * Gives a payment up that nobody can make, because its person was erased and the account with them (pembatalan). Doing so
 * again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_CANCELLED`
 */
export function cancelPayout(
  { payoutId, reason }: CancelPayoutInput,
  state: PayoutState,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (payout.situation === 'CANCELLED') return [];
  if (!payout.accountErased || !WITH_NOBODY.includes(payout.situation)) {
    throw new Rejection(payoutRefusals.NOT_TO_BE_CANCELLED(payout));
  }
  return [{ type: 'PayoutCancelled', data: { payoutId, reason, cancelledOn: today, effectiveOn: today } }];
}
