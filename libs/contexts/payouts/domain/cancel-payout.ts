import { type CommandContext, Rejection } from '#kernel';
import type { GivenUpReason, PayoutEvent } from './payout.events.js';
import type { KnownPayout, PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface CancelPayoutInput {
  readonly payoutId: string;
  readonly reason: GivenUpReason;
}

/** Where no bank has the money: it was not told, or sent it back. */
export const WITH_NOBODY: readonly KnownPayout['situation'][] = ['ORDERED', 'RETURNED', 'ACCOUNT_CORRECTED'];

type MayBe = (payout: KnownPayout, of: PaidFor) => boolean;

const whoeverCannotBePaid: MayBe = ({ accountErased, moneyBack }, { isRevoked = false }) =>
  accountErased === true || isRevoked || moneyBack !== undefined;

/** What is given up for which reason. */
const MAY_BE: Readonly<Record<GivenUpReason, MayBe>> = {
  SETTLED_BY_PAPERS: whoeverCannotBePaid,
  // What nobody comes for who inherits stays with the fund (PP 44/2015 Art. 37(5)b).
  NOBODY_CLAIMS_IT: (payout, of) => of.isNobodys === true || whoeverCannotBePaid(payout, of),
  EVENT_REVOKED: (_payout, { isRevoked = false }) => isRevoked,
  NOT_OWED: ({ moneyBack }) => moneyBack !== undefined,
};

/** What the decision needs of what is paid for. */
export interface PaidFor {
  /** What a person is to be paid for did not happen after all: the death was taken back. */
  readonly isRevoked?: boolean;
  /** Whoever was to be paid has died, and nobody has come in time who inherits. */
  readonly isNobodys?: boolean;
}

/**
 * Gives a payment up that nobody can make, because its person was erased and the account with them, or that nobody is to make,
 * because its death was taken back, because its payee died and nobody inherits, or because it came back after it had arrived and is not owed, or nobody comes for it (pembatalan):
 * that by another person than the one who recorded it. Doing so again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_TO_BE_CANCELLED`, `RECORDER_CANNOT_CANCEL`
 */
export function cancelPayout(
  { payoutId, reason }: CancelPayoutInput,
  state: PayoutState,
  { today, actor }: CommandContext,
  paidFor: PaidFor = {},
): readonly PayoutEvent[] {
  const payout = known(state);
  if (payout.situation === 'CANCELLED') return [];
  if (!MAY_BE[reason](payout, paidFor) || !WITH_NOBODY.includes(payout.situation)) {
    throw new Rejection(payoutRefusals.NOT_TO_BE_CANCELLED(payout));
  }
  if (!payout.accountErased && !paidFor.isRevoked && payout.moneyBack?.recorderId === actor.id) {
    throw new Rejection(payoutRefusals.RECORDER_CANNOT_CANCEL());
  }
  return [{ type: 'PayoutCancelled', data: { payoutId, reason, cancelledOn: today, effectiveOn: today } }];
}
