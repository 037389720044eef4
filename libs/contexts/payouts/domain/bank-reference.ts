import { type CommandContext, derivedId, stream } from '#kernel';
import type { BankReferenceTaken } from './instruction.events.js';
import type { PayoutEvent } from './payout.events.js';
import { payoutRefusals } from './refusals.js';
import { type TakenNumber, isToBeTaken } from './taken-number.js';

/** One reference of the bank: `bankreference-<id made from the reference>`. */
export const bankReferences = stream<TakenNumber, BankReferenceTaken>('bankreference', {
  initial: {},
  evolve: (_state, { data: { payoutId } }) => ({ payoutId }),
});

/** The identity of a reference. Its parts are stored, so they never change. */
export const bankReferenceIdOf = (bankReference: string): string =>
  derivedId('bank-reference', bankReference);

export interface BankSaid {
  readonly payoutId: string;
  readonly bankReference: string;
}

/**
 * Takes a reference of the bank for a payment of which something is recorded under it: one transfer settles one payment.
 * @throws Rejection `BANK_REFERENCE_USED`
 */
export function takeBankReference(
  { payoutId }: BankSaid,
  state: TakenNumber,
  { today }: CommandContext,
  { said }: { readonly said: readonly PayoutEvent[] },
): readonly BankReferenceTaken[] {
  if (said.length === 0 || !isToBeTaken(payoutId, state, payoutRefusals.BANK_REFERENCE_USED)) return [];
  return [{ type: 'BankReferenceTaken', data: { payoutId, effectiveOn: today } }];
}
