import { type CommandContext, type LocalDate, Rejection, addDays } from '#kernel';
import type { LateSettlementEntered, NoLateSettlementReason } from './late-settlement.events.js';
import type { PayoutEvent } from './payout.events.js';
import type { KnownPayout, PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { bankRefusals } from './bank.refusals.js';

/**
 * So many days after the money arrived one person says so alone. Whoever says it later could hide how late it came: what lies longer
 * back is confirmed by a second person (part 2, 1.6).
 */
const SAID_ALONE_WITHIN_DAYS = 7;

/** Whether what the bank did on a day is entered so long after it that the word of one person does not do. */
export const isEnteredLate = (on: LocalDate, today: LocalDate): boolean =>
  on < addDays(today, -SAID_ALONE_WITHIN_DAYS);

interface OfPayout {
  readonly payoutId: string;
}

/**
 * Confirms, as a second person, on which day money arrived that somebody entered late (konfirmasi pelunasan): now it has arrived.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NO_SETTLEMENT_ENTERED`, `ENTERED_BY_YOU`
 */
export function confirmSettlement(
  { payoutId }: OfPayout,
  state: PayoutState,
  { actor }: CommandContext,
): readonly PayoutEvent[] {
  const { bankReference, amountIdr, settledOn, entererId } = enteredOf(known(state));
  if (entererId === actor.id) throw new Rejection(bankRefusals.ENTERED_BY_YOU());
  return [
    {
      type: 'PayoutSettled',
      data: { payoutId, bankReference, amountIdr, settledOn, effectiveOn: settledOn },
    },
  ];
}

export interface RefuseSettlementInput extends OfPayout {
  readonly reason: NoLateSettlementReason;
}

/**
 * Refuses what somebody entered late of money that arrived, or takes it back (penolakan pelunasan): the bank is awaited as before, and
 * the day is entered anew.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NO_SETTLEMENT_ENTERED`
 */
export function refuseSettlement(
  { payoutId, reason }: RefuseSettlementInput,
  state: PayoutState,
  { actor, today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  enteredOf(payout);
  const { participantId } = payout;
  return [
    {
      type: 'LateSettlementRefused',
      data: { payoutId, participantId, reason, refuserId: actor.id, effectiveOn: today },
    },
  ];
}

/** @throws Rejection `NO_SETTLEMENT_ENTERED` */
function enteredOf(payout: KnownPayout): LateSettlementEntered['data'] {
  if (payout.situation !== 'ACCEPTED' || !payout.entered) {
    throw new Rejection(bankRefusals.NO_SETTLEMENT_ENTERED(payout));
  }
  return payout.entered;
}
