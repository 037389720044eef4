import type { CommandContext, LocalDate } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import type { PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { isNewBankResult } from './policies/bank-result.policies.js';

export interface AcceptPayoutInput {
  readonly payoutId: string;
  readonly bankReference: string;
  readonly on: LocalDate;
}

/**
 * Records that the bank took the instruction (diterima bank). Saying it again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, or the code of the first bank result policy that objects
 */
export function acceptPayout(
  { payoutId, bankReference, on }: AcceptPayoutInput,
  state: PayoutState,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (
    !isNewBankResult({
      payout,
      result: { result: 'ACCEPTED', bankReference, on },
      today,
      recorderId: actor.id,
    })
  )
    return [];
  return [{ type: 'PayoutAccepted', data: { payoutId, bankReference, acceptedOn: on, effectiveOn: on } }];
}
