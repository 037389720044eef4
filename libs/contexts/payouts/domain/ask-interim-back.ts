import { type CommandContext, type Rupiah, rupiah, view } from '#kernel';
import { WITH_NOBODY } from './cancel-payout.js';
import type { PayoutEvent } from './payout.events.js';
import { type PayoutState, payouts } from './payout.js';
import { leftOf } from './record-part-back.js';

export interface AskInterimBackInput {
  readonly payoutId: string;
  readonly claimId: string;
  /** What of the payment is not due. */
  readonly amountIdr: Rupiah;
  /** Id of the event of the claim that found it: by one event it is asked back once. */
  readonly findingId: string;
  readonly finderId: string;
}

/** A payment, and whether others are paid in its place. */
export interface StoppablePayout {
  readonly payout: PayoutState;
  readonly isRedirected: boolean;
}

/** The same streams as `payouts`, for whoever stops a payment: one that others get instead is not theirs to stop. */
export const stoppablePayouts = view<StoppablePayout, PayoutEvent>(payouts, {
  initial: { payout: payouts.initial, isRedirected: false },
  evolve: ({ payout, isRedirected }, event) => ({
    payout: payouts.evolve(payout, event),
    isRedirected: isRedirected || event.type === 'PayoutRedirected',
  }),
});

/**
 * What was to be paid before the end of a treatment is not due. Where all of a payment is not, and no bank has it, it is given up, and
 * nobody owes anything; else it goes out, or has, and is owed back. What was never ordered, or was given up before, nobody got.
 */
export function askInterimBack(
  { payoutId, claimId, amountIdr, findingId, finderId }: AskInterimBackInput,
  { payout, isRedirected }: StoppablePayout,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  if (payout.situation === 'UNKNOWN') return [];
  if (payout.askedBack?.some((one) => one.findingId === findingId)) return [];
  if (payout.situation === 'CANCELLED' && !isRedirected) return [];
  const isWhole = amountIdr === payout.amountIdr;
  if (isWhole && WITH_NOBODY.includes(payout.situation)) {
    return [
      {
        type: 'PayoutCancelled',
        data: { payoutId, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
      },
    ];
  }
  const owedIdr = rupiah(Math.min(amountIdr, leftOf(payout)));
  if (owedIdr === 0) return [];
  const { participantId, employerId } = payout;
  return [
    {
      type: 'PaymentAskedBack',
      data: {
        payoutId,
        participantId,
        claimId,
        ...(employerId && { employerId }),
        amountIdr: owedIdr,
        findingId,
        finderId,
        effectiveOn: today,
      },
    },
  ];
}
