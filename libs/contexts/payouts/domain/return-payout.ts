import type { CommandContext, LocalDate } from '#kernel';
import { isEnteredLate } from './late-settlement.js';
import type { ReturnReason } from './money-back.events.js';
import type { PayoutEvent } from './payout.events.js';
import type { PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { isNewBankResult } from './policies/bank-result.policies.js';

export interface ReturnPayoutInput {
  readonly payoutId: string;
  readonly bankReference: string;
  readonly on: LocalDate;
  readonly reason: ReturnReason;
}

/**
 * Records that the bank sent the money back (retur). Where it is recorded long after, by one person alone, it stands still for the payee
 * from then only: nobody was asked for another account before. Saying it again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, or the code of the first bank result policy that objects
 */
export function returnPayout(
  { payoutId, bankReference, on, reason }: ReturnPayoutInput,
  state: PayoutState,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (
    !isNewBankResult({
      payout,
      result: { result: 'RETURNED', bankReference, on, reason },
      today,
      recorderId: actor.id,
    })
  )
    return [];
  const late = isEnteredLate(on, today) && { recordedOn: today };
  return [
    {
      type: 'PayoutReturned',
      data: { payoutId, bankReference, reason, returnedOn: on, ...late, effectiveOn: on },
    },
  ];
}
