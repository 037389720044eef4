import { describe, expect, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { bankReferences, takeBankReference, takeReferences } from './bank-reference.js';
import type { BankReferenceTaken } from './instruction.events.js';
import { MARCH_13, PAYOUT_ID, accepted } from './payout.examples.js';

const given = decisionSpec(bankReferences);
const { today } = testContext();

const taken = (payoutId: string): BankReferenceTaken => ({
  type: 'BankReferenceTaken',
  data: { payoutId, effectiveOn: today },
});
const take = (history: readonly BankReferenceTaken[]) =>
  given(history).when((state) =>
    takeBankReference({ payoutId: PAYOUT_ID, bankReference: 'BANK-1' }, state, testContext()),
  );

describe('a reference of the bank', () => {
  it('is taken for the payment of which the bank says something under it', () => {
    take([]).thenRecorded([taken(PAYOUT_ID)]);
  });

  it('settles one payment only: another one under it is refused', () => {
    take([taken('5f0c7f0e-9999-5000-8000-000000000009')]).thenRejected('BANK_REFERENCE_USED');
  });

  it('is taken once, however much is said under it', () => {
    take([taken(PAYOUT_ID)]).thenNothing();
  });

  it('settles one thing that is owed, and no payment beside it', () => {
    const receivableId = '5f0c7f0e-8888-5000-8000-000000000008';
    const settle = (history: readonly BankReferenceTaken[], id = receivableId) =>
      given(history).when((state) =>
        takeBankReference({ receivableId: id, bankReference: 'BANK-1' }, state, testContext()),
      );
    const ofReceivable: BankReferenceTaken = {
      type: 'BankReferenceTaken',
      data: { receivableId, effectiveOn: today },
    };
    settle([]).thenRecorded([ofReceivable]);
    settle([ofReceivable]).thenNothing();
    settle([ofReceivable], '5f0c7f0e-8888-5000-8000-000000000009').thenRejected('BANK_REFERENCE_USED');
    take([ofReceivable]).thenRejected('BANK_REFERENCE_USED');
  });

  it('is not taken where nothing is recorded under it', async () => {
    const asked: unknown[] = [];
    const heard = async (_name: string, input: unknown) => asked.push(input);
    await takeReferences(heard, []);
    expect(asked).toEqual([]);
    await takeReferences(heard, [accepted(MARCH_13)]);
    expect(asked).toMatchObject([{ payoutId: PAYOUT_ID, bankReference: 'BANK-1' }]);
  });
});
