import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { instructed, ordered, toTheHeir, toThePlkk, withoutAccount } from './payout.examples.js';
import { orderPayout } from './order-payout.js';
import { payouts } from './payout.js';

const given = decisionSpec(payouts);

describe('ordering a payment', () => {
  it('records who is to be paid how much, from which decision, and until when', () => {
    given()
      .when((state) => orderPayout(toTheHeir, state))
      .thenRecorded([ordered()]);
  });

  it('keeps no account for a PLKK: it is paid to the account it has later', () => {
    const asked = { ...toThePlkk, person: toTheHeir.person };
    given()
      .when((state) => orderPayout(asked, state))
      .thenRecorded([ordered(toThePlkk)]);
  });

  it('changes nothing when the same order comes again, however far the payment has got', () => {
    given([ordered()])
      .when((state) => orderPayout(toTheHeir, state))
      .thenNothing();
    given([ordered(), instructed(localDate('2026-03-13'))])
      .when((state) => orderPayout(toTheHeir, state))
      .thenNothing();
  });

  it('refuses another amount, person or payee for the same payment', () => {
    for (const change of [
      { amountIdr: rupiah(1) },
      { participantId: 'somebody else' },
      { payee: 'GUARDIAN' },
      { facilityId: 'a facility' },
      { source: { ...toTheHeir.source, eventId: 'another event' } },
    ]) {
      given([ordered()])
        .when((state) => orderPayout({ ...toTheHeir, ...change }, state))
        .thenRejected('PAYOUT_DIFFERS');
    }
  });

  it('refuses an amount of zero or less', () => {
    for (const amount of [0, -1]) {
      given()
        .when((state) => orderPayout({ ...toTheHeir, amountIdr: rupiah(amount) }, state))
        .thenRejected('AMOUNT_NOT_POSITIVE');
    }
  });

  it('refuses a person without an account, and says nothing personal', () => {
    const refusal = given()
      .when((state) => orderPayout(withoutAccount, state))
      .thenRejected('ACCOUNT_MISSING');
    expect(refusal.details.facts).toEqual({ payee: 'HEIR' });
  });
});
