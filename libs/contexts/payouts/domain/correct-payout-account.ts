import { type BankAccount, type CommandContext, Rejection } from '#kernel';
import { WITH_NOBODY } from './cancel-payout.js';
import type { PayoutEvent } from './payout.events.js';
import type { PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface CorrectPayoutAccountInput {
  readonly payoutId: string;
  readonly person: { readonly account: BankAccount };
}

/**
 * Gives a payment that no bank has another account (perbaikan rekening): before the bank is told, once the money came back, or in place of
 * one that nobody confirmed (reference 2, K-13). The bank is told once a second person has confirmed it. The same account once more changes
 * nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_RETURNED`, `FACILITY_IS_PAID`, `EMPLOYER_IS_PAID`, `PERSONAL_DATA_ERASED`
 */
export function correctPayoutAccount(
  { payoutId, person }: CorrectPayoutAccountInput,
  state: PayoutState,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (!WITH_NOBODY.includes(payout.situation)) {
    throw new Rejection(payoutRefusals.NOT_RETURNED(payout));
  }
  if (payout.facilityId) throw new Rejection(payoutRefusals.FACILITY_IS_PAID());
  if (payout.employerId) throw new Rejection(payoutRefusals.EMPLOYER_IS_PAID());
  // Nothing can be sealed for this person any more either.
  if (payout.accountErased) throw new Rejection(payoutRefusals.PERSONAL_DATA_ERASED());
  if (payout.situation === 'ACCOUNT_CORRECTED' && isSameAccount(payout.account, person.account)) return [];
  const { participantId } = payout;
  return [
    {
      type: 'PayoutAccountCorrected',
      data: { payoutId, participantId, correctorId: actor.id, effectiveOn: today, person },
    },
  ];
}

function isSameAccount(one: BankAccount | undefined, other: BankAccount): boolean {
  return one?.bank === other.bank && one.number === other.number && one.holder === other.holder;
}
