import type { CommandContext, LocalDate, Rupiah } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import { type PayoutState, known } from './payout.js';
import { isNewBankResult } from './policies/bank-result.policies.js';

export interface SettlePayoutInput {
  readonly payoutId: string;
  readonly bankReference: string;
  readonly on: LocalDate;
  /** What arrived; another sum than the ordered one is refused. */
  readonly amountIdr: Rupiah;
}

/**
 * Records that the money arrived (lunas). Saying it again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, or the code of the first bank result policy that objects
 */
export function settlePayout(
  { payoutId, bankReference, on, amountIdr }: SettlePayoutInput,
  state: PayoutState,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (
    !isNewBankResult({
      payout,
      result: { result: 'SETTLED', bankReference, on, amountIdr },
      today,
      recorderId: actor.id,
    })
  )
    return [];
  return [
    {
      type: 'PayoutSettled',
      data: { payoutId, bankReference, amountIdr, settledOn: on, effectiveOn: on },
    },
  ];
}
