import { type CommandContext, Rejection } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import type { PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface ConfirmPayoutAccountInput {
  readonly payoutId: string;
}

/**
 * Confirms a corrected account (konfirmasi rekening), by another person than the one who gave it.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `ACCOUNT_NOT_CORRECTED`, `PERSONAL_DATA_ERASED`, `CORRECTOR_CANNOT_CONFIRM`
 */
export function confirmPayoutAccount(
  { payoutId }: ConfirmPayoutAccountInput,
  state: PayoutState,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (payout.situation !== 'ACCOUNT_CORRECTED') {
    throw new Rejection(payoutRefusals.ACCOUNT_NOT_CORRECTED(payout));
  }
  if (payout.accountErased) throw new Rejection(payoutRefusals.PERSONAL_DATA_ERASED());
  if (payout.correctorId === actor.id) throw new Rejection(payoutRefusals.CORRECTOR_CANNOT_CONFIRM());
  return [{ type: 'PayoutAccountConfirmed', data: { payoutId, confirmerId: actor.id, effectiveOn: today } }];
}
