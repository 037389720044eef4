import type { CommandContext, LocalDate, Rupiah } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import { isEnteredLate } from './late-settlement.js';
import type { KnownPayout, PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { isNewBankResult } from './policies/bank-result.policies.js';

export interface SettlePayoutInput {
  readonly payoutId: string;
  readonly bankReference: string;
  readonly on: LocalDate;
  /** What arrived; another sum than the ordered one is refused. */
  readonly amountIdr: Rupiah;
}

/**
 * Records that the money arrived (lunas). Saying it again changes nothing. What is said long after the day waits for a second person.
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
  const said = { payoutId, bankReference, amountIdr, settledOn: on };
  if (isEnteredLate(on, today)) {
    if (isEnteredAlready(payout, said)) return [];
    const { participantId } = payout;
    return [
      {
        type: 'LateSettlementEntered',
        data: { ...said, participantId, entererId: actor.id, effectiveOn: today },
      },
    ];
  }
  return [
    {
      type: 'PayoutSettled',
      data: { ...said, effectiveOn: on },
    },
  ];
}

const isEnteredAlready = (
  payout: KnownPayout,
  { bankReference, settledOn }: { readonly bankReference: string; readonly settledOn: LocalDate },
): boolean =>
  payout.situation === 'ACCEPTED' &&
  payout.entered?.bankReference === bankReference &&
  payout.entered.settledOn === settledOn;
