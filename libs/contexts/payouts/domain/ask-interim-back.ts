import {
  type CommandContext,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  rupiah,
  sumRupiah,
  view,
} from '#kernel';
import { WITH_NOBODY } from './cancel-payout.js';
import type { PaymentNotDue, PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, payouts } from './payout.js';
import { type NotDue, isWhollyNotDue, leftOf } from './what-is-due.js';

export interface AskInterimBackInput {
  readonly payoutId: string;
  readonly claimId: string;
  /** What of the payment is not due. */
  readonly amountIdr: Rupiah;
  /** Id of the event of the claim that found it: by one event it is asked back once. */
  readonly findingId: string;
  readonly finderId: string;
}

export interface EndNotDueInput {
  readonly payoutId: string;
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
 * Notes that what was to be paid of a claim is not due, before the end of the treatment or since, and what follows from that by now. What was
 * never ordered, or was given up before, nobody got.
 */
export function askInterimBack(
  { payoutId, claimId, amountIdr, findingId, finderId }: AskInterimBackInput,
  state: StoppablePayout,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  const { payout, isRedirected } = state;
  if (payout.situation === 'UNKNOWN') return [];
  if (payout.situation === 'CANCELLED' && !isRedirected) return [];
  const { participantId, findingIds = [], askedBack = [], unfoundIdr = ZERO_RUPIAH } = payout;
  if (findingIds.includes(findingId) || askedBack.some((one) => one.findingId === findingId)) return [];
  // What came back as not due, or is kept and owed, is what this finds: only the rest of it is asked back.
  const gaveBackIdr = rupiah(Math.min(amountIdr, unfoundIdr));
  const notDueIdr = sumRupiah([gaveBackIdr, rupiah(Math.min(amountIdr - gaveBackIdr, leftOf(payout)))]);
  if (notDueIdr === 0) return [];
  const found: PaymentNotDue = {
    type: 'PaymentNotDue',
    data: {
      payoutId,
      participantId,
      claimId,
      amountIdr: notDueIdr,
      ...(gaveBackIdr > 0 && { gaveBackIdr }),
      findingId,
      finderId,
      effectiveOn: today,
    },
  };
  return [found, ...followingNow(stoppablePayouts.evolve(state, found), today)];
}

/**
 * What follows where it has arrived, or is paid to others instead: what is not due of it is owed back, of what others are paid also before
 * that has arrived. What no bank has is given up where nothing of it is due, and then nobody owes anything.
 */
export const endNotDue = (
  _input: EndNotDueInput,
  state: StoppablePayout,
  { today }: CommandContext,
): readonly PayoutEvent[] => followingNow(state, today);

function followingNow({ payout, isRedirected }: StoppablePayout, today: LocalDate): readonly PayoutEvent[] {
  if (payout.situation === 'UNKNOWN') return [];
  const { situation, payoutId, notDue = [] } = payout;
  if (situation === 'SETTLED' || (situation === 'CANCELLED' && isRedirected)) {
    return notDue.map((one) => askingBack(payout, one, today));
  }
  return isWhollyNotDue(payout) && WITH_NOBODY.includes(situation)
    ? [
        {
          type: 'PayoutCancelled',
          data: { payoutId, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
        },
      ]
    : [];
}

const askingBack = (
  { payoutId, participantId, employerId, heirId, situation }: KnownPayout,
  notDue: NotDue,
  today: LocalDate,
): PayoutEvent => ({
  type: 'PaymentAskedBack',
  data: {
    payoutId,
    participantId,
    ...(employerId && { employerId }),
    // Where others were paid in their place, they have it.
    ...(heirId && situation === 'SETTLED' && { heirId }),
    ...notDue,
    effectiveOn: today,
  },
});
