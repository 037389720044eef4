import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { bankReferences, takeBankReference } from './bank-reference.js';
import type { BankReferenceTaken } from './instruction.events.js';
import { MARCH_13, PAYOUT_ID, accepted } from './payout.examples.js';
import type { PayoutEvent } from './payout.events.js';

const given = decisionSpec(bankReferences);
const { today } = testContext();

const taken = (payoutId: string): BankReferenceTaken => ({
  type: 'BankReferenceTaken',
  data: { payoutId, effectiveOn: today },
});
const take = (history: readonly BankReferenceTaken[], said: readonly PayoutEvent[] = [accepted(MARCH_13)]) =>
  given(history).when((state) =>
    takeBankReference({ payoutId: PAYOUT_ID, bankReference: 'BANK-1' }, state, testContext(), { said }),
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

  it('is not taken where nothing is recorded under it', () => {
    take([], []).thenNothing();
  });
});
