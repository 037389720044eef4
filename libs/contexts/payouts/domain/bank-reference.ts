import { type CommandContext, type DomainEvent, derivedId, stream } from '#kernel';
import type { BankReferenceTaken } from './instruction.events.js';
import { bankRefusals } from './bank.refusals.js';
import { type TakenNumber, isToBeTaken } from './taken-number.js';

/** One reference of the bank: `bankreference-<id made from the reference>`. */
export const bankReferences = stream<TakenNumber, BankReferenceTaken>('bankreference', {
  initial: {},
  evolve: (_state, { data: { payoutId, receivableId } }) => (payoutId ? { payoutId } : { receivableId }),
});

/** The identity of a reference. Its parts are stored, so they never change. */
export const bankReferenceIdOf = (bankReference: string): string =>
  derivedId('bank-reference', bankReference);

/** Of what the bank says something: of a payment, or of what somebody owed and paid. */
export type BankSaid = { readonly bankReference: string } & (
  { readonly payoutId: string } | { readonly receivableId: string }
);

/**
 * Takes a reference of the bank for that of which something is recorded under it: one transfer settles one thing.
 * @throws Rejection `BANK_REFERENCE_USED`
 */
export function takeBankReference(
  input: BankSaid,
  state: TakenNumber,
  { today }: CommandContext,
): readonly BankReferenceTaken[] {
  const of = 'payoutId' in input ? { payoutId: input.payoutId } : { receivableId: input.receivableId };
  const [id] = Object.values(of);
  if (!isToBeTaken(id, state, bankRefusals.BANK_REFERENCE_USED)) return [];
  return [{ type: 'BankReferenceTaken', data: { ...of, effectiveOn: today } }];
}

/** Takes a reference: what handles commands does it. */
type Take = (
  name: 'bank-reference',
  input: BankSaid,
  stream: typeof bankReferences,
  id: string,
  decide: typeof takeBankReference,
  facts: () => undefined,
) => Promise<unknown>;

/**
 * Takes the references under which something is recorded, before it is: so two things of one moment do not get the same.
 * @throws Rejection `BANK_REFERENCE_USED`
 */
export async function takeReferences(take: Take, said: readonly DomainEvent[]): Promise<void> {
  for (const { data } of said as readonly { readonly data: BankSaid }[]) {
    const id = bankReferenceIdOf(data.bankReference);
    await take('bank-reference', data, bankReferences, id, takeBankReference, () => undefined);
  }
}
