import { type BankAccount, type CommandContext, type LocalDate, Rejection, type Rupiah, view } from '#kernel';
import { WITH_NOBODY } from './cancel-payout.js';
import type { Awaiting } from './instruct-payout.js';
import { type Lateness, lateness } from './lateness.js';
import type { PayoutRedirected, RedirectedShare } from './payee.events.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import type { PayoutState } from './payout-state.js';
import { known, payouts } from './payout.js';
import { payeeRefusals } from './payee.refusals.js';
import { payoutRefusals } from './refusals.js';
import { stoodStillUntil } from './standing-still.js';
import type { Stopped } from './stopped-days.js';
import { dueOf, leftOf } from './what-is-due.js';

export interface RedirectPayoutInput {
  readonly payoutId: string;
}

/** A payment, and how it was ordered. */
export interface OrderedPayout {
  readonly payout: PayoutState;
  readonly order?: PayoutOrdered['data'];
  /** How late it is. */
  readonly late: Lateness;
  /** It was given up, because nobody came for it. */
  readonly isNobodys?: true;
  /** Others are paid in its place, or the same are paid again. */
  readonly isRedirected?: true;
}

/** The same streams as `payouts`, for whoever pays others instead. */
export const orderedPayouts = view<OrderedPayout, PayoutEvent>(payouts, {
  initial: { payout: payouts.initial, late: lateness.initial },
  evolve: ({ payout, order, late, ...known }, event) => ({
    ...known,
    payout: payouts.evolve(payout, event),
    order: event.type === 'PayoutOrdered' ? event.data : order,
    late: lateness.evolve(late, event),
    ...(isForNobody(event) && { isNobodys: true as const }),
    ...(event.type === 'PayoutRedirected' && { isRedirected: true as const }),
  }),
});

const isForNobody = (event: PayoutEvent): boolean =>
  event.type === 'PayoutCancelled' && event.data.reason === 'NOBODY_CLAIMS_IT';

/** Who is paid in place of the payee of a payment. */
export interface RedirectFacts extends Awaiting {
  /** Nothing where no dispute ended otherwise than was approved, or this payment is one of theirs already. */
  readonly instead?: {
    readonly shares: readonly RedirectedShare[];
    /** In the same order; undefined of somebody who was erased. */
    readonly accounts: readonly (BankAccount | undefined)[];
    /** Subjects of the tokens of those who recorded who inherits. */
    readonly establisherIds?: readonly string[];
    /** The participant lives after all: what heirs were paid is the participant's, also where it has arrived. */
    readonly isBack?: true;
    /** It was given up because nobody came for it, and its payee lives after all: the same are paid again. */
    readonly isAgain?: true;
  };
  /** When it was not to be paid because its payee had died, and nobody had recorded who takes that share. */
  readonly waited?: readonly Stopped[];
}

/**
 * Pays those who inherit after all, in place of whom it was approved for (pengalihan pembayaran): as long as no bank has the money, by
 * somebody else than who recorded them. Where the participant lives after all, it goes back to them, also what had arrived: the heirs owe
 * that then (reference 2, K-10). What was given up because its payee was said to have died and nobody came for it is paid again to a payee
 * who lives after all, as far as it is due.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_REDIRECTED`, `MONEY_HAS_LEFT`, `CLAIM_AWAITS_ANSWER`,
 *   `ESTABLISHER_CANNOT_REDIRECT`, `PERSONAL_DATA_ERASED`
 */
export function redirectPayout(
  { payoutId }: RedirectPayoutInput,
  { payout: state, order, late, isRedirected }: OrderedPayout,
  { actor, today }: CommandContext,
  { instead, awaited, waited }: RedirectFacts,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (!instead || !order) throw new Rejection(payeeRefusals.NOT_TO_BE_REDIRECTED());
  const { shares, establisherIds = [], isBack, isAgain = false } = instead;
  const hasArrived = payout.situation === 'SETTLED' && isBack === true;
  const hasEnded = hasArrived || isAgain;
  if (hasEnded && isRedirected) throw new Rejection(payeeRefusals.NOT_TO_BE_REDIRECTED());
  if (!hasEnded && !WITH_NOBODY.includes(payout.situation)) {
    throw new Rejection(payeeRefusals.MONEY_HAS_LEFT());
  }
  // What goes back waits there, as what was approved for the participant does.
  if (awaited && !isBack) throw new Rejection(payoutRefusals.CLAIM_AWAITS_ANSWER(awaited));
  if (establisherIds.includes(actor.id)) throw new Rejection(payeeRefusals.ESTABLISHER_CANNOT_REDIRECT());
  const accounts = accountOfEach(instead);
  requireWhole(shares, isAgain ? dueOf(payout) : payout.amountIdr);
  const { participantId, source, componentCodes } = order;
  const redirected: PayoutRedirected['data'] = {
    payoutId,
    participantId,
    source,
    componentCodes,
    ...inTimeUntil(order, late, today, { isBack, waited }),
    shares,
    ...(hasArrived && { keptIdr: leftOf(payout), ...(payout.heirId && { heirId: payout.heirId }) }),
    redirectorId: actor.id,
    effectiveOn: today,
    person: { accounts },
  };
  return [{ type: 'PayoutRedirected', data: redirected }, ...(hasEnded ? [] : [givenUp(payoutId, today)])];
}

/** What had not ended is given up with it: nobody pays it beside those who are paid in its place. */
const givenUp = (payoutId: string, today: LocalDate): PayoutEvent => ({
  type: 'PayoutCancelled',
  data: { payoutId, reason: 'REDIRECTED', cancelledOn: today, effectiveOn: today },
});

/** @throws Rejection `PERSONAL_DATA_ERASED` where one of them has none */
function accountOfEach({ shares, accounts }: NonNullable<RedirectFacts['instead']>): readonly BankAccount[] {
  const known = accounts.filter((account) => account !== undefined);
  if (known.length < shares.length) throw new Rejection(payoutRefusals.PERSONAL_DATA_ERASED());
  return known;
}

/**
 * By when those are paid who are paid in its place: as it was to be, without the days on which it stood still for its payee. What had
 * arrived was late or not then. While heirs were to be paid, nobody was to pay the participant.
 */
function inTimeUntil(
  { payBy, effectiveOn }: PayoutOrdered['data'],
  late: Lateness,
  today: LocalDate,
  {
    isBack = false,
    waited = [],
  }: { readonly isBack?: boolean | undefined; readonly waited?: readonly Stopped[] | undefined },
): Pick<PayoutRedirected['data'], 'payBy' | 'stopped'> {
  if (!payBy || late.settledOn) return {};
  const stopped = [
    ...stoodStillUntil(late.still, today),
    ...waited.map(({ from, to = today }) => ({ from, to })),
    ...(isBack ? [{ from: effectiveOn, to: today }] : []),
  ];
  return { payBy, ...(stopped.length > 0 && { stopped }) };
}

function requireWhole(shares: readonly RedirectedShare[], amountIdr: Rupiah): void {
  const sum = shares.reduce((total, share) => total + share.amountIdr, 0);
  if (sum !== amountIdr) throw new Error('The shares of a payment do not come to it');
}
