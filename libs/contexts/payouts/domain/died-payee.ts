import { type CommandContext, eventIdOf, view } from '#kernel';
import { isOfHeirs, isOfParticipant } from './late-cash.js';
import { WITH_NOBODY } from './cancel-payout.js';
import type { PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, isBody, isNobodys } from './payout-state.js';
import { payoutIdOf, payouts } from './payout.js';

export interface NotePayeeDeathInput {
  readonly payoutId: string;
}

/** Whether the participant lives, and which claim is paid; neither where no claim is. */
export interface PayeeFacts {
  readonly claimId?: string;
  readonly hasDied?: boolean;
  /** What it is for was taken back. */
  readonly isRevoked?: boolean;
}

/** Nobody has it, and its payee may be paid still: also what was given up because nobody came for it. */
const isToBePaid = (payout: KnownPayout): boolean =>
  WITH_NOBODY.includes(payout.situation) || isNobodys(payout);

/**
 * Notes that a participant has died who is still to be paid, or lives after all. Noting it again changes nothing, nor where a bank has the
 * money: what arrives was paid in good faith, and what comes back is looked at then.
 */
export function notePayeeDeath(
  { payoutId }: NotePayeeDeathInput,
  state: PayoutState,
  { today }: CommandContext,
  { claimId, hasDied }: PayeeFacts,
): readonly PayoutEvent[] {
  if (state.situation === 'UNKNOWN' || claimId === undefined || !isOfParticipant(state)) return [];
  const { participantId, payeeDied = false } = state;
  const data = { payoutId, participantId, claimId, effectiveOn: today };
  if (payeeDied) return hasDied ? [] : [{ type: 'PayeeLives', data }];
  // Of somebody who was erased nobody knows an account, whoever inherits.
  return hasDied && isToBePaid(state) && !state.accountErased ? [{ type: 'PayeeDied', data }] : [];
}

/** Notes that an heir was recorded in place of a participant who lives after all. Noting it again changes nothing. */
export function noteNotTheirs(
  { payoutId }: NotePayeeDeathInput,
  state: PayoutState,
  { today }: CommandContext,
  { hasDied }: PayeeFacts,
): readonly PayoutEvent[] {
  if (state.situation === 'UNKNOWN' || !isOfHeirs(state)) return [];
  if (state.situation === 'CANCELLED' && !isNobodys(state)) return [];
  if (state.isNotTheirs || hasDied) return [];
  const { participantId } = state;
  return [{ type: 'PaymentNotTheirs', data: { payoutId, participantId, effectiveOn: today } }];
}

/**
 * Notes that what heirs, or a child, were to be paid for did not happen, or did after all. Noting it again changes nothing, nor where a bank
 * has the money: what comes back is looked at then.
 */
export function noteRevoked(
  { payoutId }: NotePayeeDeathInput,
  state: PayoutState,
  { today }: CommandContext,
  { isRevoked = false }: PayeeFacts,
): readonly PayoutEvent[] {
  if (state.situation === 'UNKNOWN' || state.isNotTheirs || isBody(state)) return [];
  const { participantId, isRevoked: isNoted = false } = state;
  if (isRevoked === isNoted || !isToBePaid(state)) return [];
  return [{ type: 'PaymentNotTheirs', data: { payoutId, participantId, isRevoked, effectiveOn: today } }];
}

/** Notes what keeps one from being made that is ordered, or came back: of the participant their death, of others that of which it is not so. */
export const notePayee: typeof notePayeeDeath = (input, state, ...asked) =>
  state.situation === 'UNKNOWN' || isOfParticipant(state)
    ? notePayeeDeath(input, state, ...asked)
    : noteRevoked(input, state, ...asked);

/** A payment, by whom it pays. */
export interface OnePayment {
  readonly payoutId: string;
  readonly payee: string;
  readonly heirId?: string;
}

/** A payment that comes from an event, to the same as another one or to whom that was redirected. */
export const paymentBy = (eventId: string, { payee, heirId }: Omit<OnePayment, 'payoutId'>): OnePayment => {
  const to = { payee, ...(heirId !== undefined && { heirId }) };
  return { ...to, payoutId: payoutIdOf({ source: { eventId }, ...to }) };
};

/** The same streams as `payouts`: which payments took the place of one, to heirs or back to the participant. */
export const paidInPlace = view<readonly OnePayment[], PayoutEvent>(payouts, {
  initial: [],
  evolve(known, event) {
    const eventId = eventIdOf(event);
    if (event.type !== 'PayoutRedirected' || eventId === undefined) return known;
    return [...known, ...event.data.shares.map((share) => paymentBy(eventId, share))];
  },
});
