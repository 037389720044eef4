import type { Policy } from '#kernel';
import { type KnownPayout, isBody } from '../payout-state.js';
import { payoutRefusals } from '../refusals.js';

/** What the rules about who tells the bank look at, by person and not by role (reference 6.2). */
export interface HandsGrounds {
  readonly payout: KnownPayout;
  readonly instructorId: string;
  /** Subjects of those who decided that it is paid. */
  readonly deciderIds?: readonly string[];
  /** Subjects of those who gave the account of the person that is paid. */
  readonly accountGiverIds?: readonly string[];
}

const notByWhoeverDecided: Policy<HandsGrounds> = {
  name: 'not-by-whoever-decided',
  check: ({ instructorId, deciderIds = [] }) =>
    deciderIds.includes(instructorId) ? payoutRefusals.DECIDER_CANNOT_INSTRUCT() : undefined,
};

/** Also whoever gave another one after money had come back. The account of a body is kept with it, and nobody gave it for this payment. */
const notByWhoeverGaveTheAccount: Policy<HandsGrounds> = {
  name: 'not-by-whoever-gave-the-account',
  check: ({ payout, instructorId, accountGiverIds = [] }) =>
    !isBody(payout) && [...accountGiverIds, payout.correctorId].includes(instructorId)
      ? payoutRefusals.ACCOUNT_GIVER_CANNOT_INSTRUCT()
      : undefined,
};

/** In this order; the first refusal wins. */
export const HANDS_POLICIES: readonly Policy<HandsGrounds>[] = [
  notByWhoeverDecided,
  notByWhoeverGaveTheAccount,
];
