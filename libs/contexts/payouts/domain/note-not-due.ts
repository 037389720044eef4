import {
  type CommandContext,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  eventIdOf,
  inProportion,
  rupiah,
  sumRupiah,
  view,
} from '#kernel';
import { WITH_NOBODY } from './cancel-payout.js';
import { paymentBy } from './died-payee.js';
import type { NotDuePassedOn, PaymentNotDue } from './not-due.events.js';
import type { PayoutRedirected } from './payee.events.js';
import type { PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, isNobodys } from './payout-state.js';
import { payouts } from './payout.js';
import { type NotDue, isWhollyNotDue, leftOf } from './what-is-due.js';

export interface NoteNotDueInput {
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

/** A payment, and what is paid in its place. */
export interface StoppablePayout {
  readonly payout: PayoutState;
  /** Each of those payments, and what of it was not found by way of this one not to be due; absent where nobody is paid in its place. */
  readonly inPlace?: readonly InPlace[];
  /** By which events of its claim something of them was. */
  readonly passedOnBy: readonly string[];
}

type InPlace = NotDuePassedOn['data']['payments'][number];

/** The same streams as `payouts`, for whoever stops a payment: one that others get instead is not theirs to stop. */
export const stoppablePayouts = view<StoppablePayout, PayoutEvent>(payouts, {
  initial: { payout: payouts.initial, passedOnBy: [] },
  evolve: (state, event) => ({
    ...state,
    payout: payouts.evolve(state.payout, event),
    ...(event.type === 'PayoutRedirected' && inPlaceBy(state, event)),
    ...(event.type === 'NotDuePassedOn' && passedOn(state, event)),
  }),
});

/** What was paid again without what was not due is paid as far as it is due: nothing of that is asked of it. */
function inPlaceBy(
  { payout, passedOnBy }: StoppablePayout,
  event: PayoutRedirected,
): Omit<StoppablePayout, 'payout'> {
  const inPlace = sharesOf(event);
  if (payout.situation === 'UNKNOWN') return { inPlace, passedOnBy };
  const { amountIdr, notDue = [] } = payout;
  const isLess = sumRupiah(event.data.shares.map((share) => share.amountIdr)) < amountIdr;
  const takenOff = isLess ? notDue.map(({ findingId }) => findingId) : [];
  return { inPlace, passedOnBy: [...passedOnBy, ...takenOff] };
}

/** The payments that a redirection orders. What is not recorded yet has no id, and orders none. */
function sharesOf(event: PayoutRedirected): readonly InPlace[] {
  const eventId = eventIdOf(event);
  if (eventId === undefined) return [];
  return event.data.shares.map(({ amountIdr, ...share }) => ({
    payoutId: paymentBy(eventId, share).payoutId,
    amountIdr,
  }));
}

const passedOn = (
  { inPlace = [], passedOnBy }: StoppablePayout,
  { data: { findingId, payments } }: NotDuePassedOn,
): Omit<StoppablePayout, 'payout'> => ({
  passedOnBy: [...passedOnBy, findingId],
  inPlace: inPlace.map(({ payoutId, amountIdr }) => {
    const asked = payments.find((one) => one.payoutId === payoutId)?.amountIdr ?? ZERO_RUPIAH;
    return { payoutId, amountIdr: rupiah(amountIdr - asked) };
  }),
});

/**
 * Notes that what was to be paid of a claim is not due, before the end of the treatment or since, and what follows from that by now. What was
 * never ordered, or was given up before, nobody got; it counts where nobody came for it, and its payee may live after all. Where others are
 * paid in its place, it is theirs that is not due.
 */
export function noteNotDue(
  { payoutId, claimId, amountIdr, findingId, finderId }: NoteNotDueInput,
  state: StoppablePayout,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  const { payout, inPlace } = state;
  if (payout.situation === 'UNKNOWN') return [];
  if (payout.situation === 'CANCELLED' && !inPlace && !isNobodys(payout)) return [];
  const { participantId, findingIds = [], askedBack = [], unfoundIdr = ZERO_RUPIAH } = payout;
  if (findingIds.includes(findingId) || askedBack.some((one) => one.findingId === findingId)) return [];
  if (inPlace) return passingOn(state, [{ claimId, findingId, finderId, amountIdr }], today);
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
 * What follows where it has arrived: what is not due of it is owed back. What no bank has is given up where nothing of it is due, and then
 * nobody owes anything. Where others are paid in its place, what is not due of it, or is owed back of it, is not due to them either.
 */
export const endNotDue = (
  _input: EndNotDueInput,
  state: StoppablePayout,
  { today }: CommandContext,
): readonly PayoutEvent[] => followingNow(state, today);

function followingNow(state: StoppablePayout, today: LocalDate): readonly PayoutEvent[] {
  const { payout, inPlace } = state;
  if (payout.situation === 'UNKNOWN') return [];
  const { situation, payoutId, notDue = [], askedBack = [] } = payout;
  if (inPlace) return passingOn(state, [...notDue, ...(situation === 'SETTLED' ? askedBack : [])], today);
  if (situation === 'SETTLED') return notDue.map((one) => askingBack(payout, one, today));
  return isWhollyNotDue(payout) && WITH_NOBODY.includes(situation)
    ? [
        {
          type: 'PayoutCancelled',
          data: { payoutId, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
        },
      ]
    : [];
}

/** Asks it of what is paid in its place, by one event of the claim once. */
function passingOn(
  before: StoppablePayout,
  findings: readonly NotDue[],
  today: LocalDate,
): readonly PayoutEvent[] {
  let state = before;
  return findings.flatMap(({ claimId, findingId, finderId, amountIdr }) => {
    const { payout, inPlace = [], passedOnBy } = state;
    if (payout.situation === 'UNKNOWN' || passedOnBy.includes(findingId)) return [];
    const left = inPlace.map((one) => one.amountIdr);
    const shares = inProportion(left, rupiah(Math.min(amountIdr, sumRupiah(left))));
    const payments = inPlace.flatMap(({ payoutId }, place) => {
      const share = shares[place] ?? ZERO_RUPIAH;
      return share > 0 ? [{ payoutId, amountIdr: share }] : [];
    });
    if (payments.length === 0) return [];
    const { payoutId, participantId } = payout;
    const event: NotDuePassedOn = {
      type: 'NotDuePassedOn',
      data: { payoutId, participantId, claimId, findingId, finderId, payments, effectiveOn: today },
    };
    state = stoppablePayouts.evolve(state, event);
    return [event];
  });
}

const askingBack = (
  { payoutId, participantId, employerId, heirId }: KnownPayout,
  notDue: NotDue,
  today: LocalDate,
): PayoutEvent => ({
  type: 'PaymentAskedBack',
  data: {
    payoutId,
    participantId,
    ...(employerId && { employerId }),
    ...(heirId && { heirId }),
    ...notDue,
    effectiveOn: today,
  },
});
