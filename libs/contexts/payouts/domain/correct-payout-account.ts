import { type BankAccount, type CommandContext, Rejection } from '#kernel';
import type { PayoutEvent } from './payout.events.js';
import type { PayoutState } from './payout.js';
import { nextSteps, requireKnown } from './require-known.js';

export interface CorrectPayoutAccountInput {
  readonly payoutId: string;
  readonly person: { readonly account: BankAccount };
}

/**
 * Gives a returned payment another account (perbaikan rekening), so that it can be instructed again.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_RETURNED`, `FACILITY_IS_PAID`
 */
export function correctPayoutAccount(
  { payoutId, person }: CorrectPayoutAccountInput,
  state: PayoutState,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = requireKnown(state);
  if (payout.situation !== 'RETURNED') {
    throw new Rejection('NOT_RETURNED', `The payment is ${payout.situation}`, {
      allowed: nextSteps(payout),
    });
  }
  if (payout.facilityId) {
    throw new Rejection('FACILITY_IS_PAID', 'The account of a PLKK is kept with the facility', {
      allowed: ['instruct the bank'],
    });
  }
  const { participantId } = payout;
  return [{ type: 'PayoutAccountCorrected', data: { payoutId, participantId, effectiveOn: today, person } }];
}
