import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { contextBy, decisionSpec } from '#testing/decisions';
import { redirectedPayments } from '../processes/redirected-payments.js';
import { instructPayout } from './instruct-payout.js';
import {
  ACCOUNT,
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  instructed,
  ordered,
  toTheHeir,
} from './payout.examples.js';
import { payouts } from './payout.js';
import { type OrderedPayout, type RedirectFacts, orderedPayouts, redirectPayout } from './redirect-payout.js';

const given = decisionSpec(orderedPayouts);
const instead: NonNullable<RedirectFacts['instead']> = {
  shares: [
    { payee: 'HEIR', heirId: 'the-widower', amountIdr: rupiah(21_000_001) },
    { payee: 'GUARDIAN', heirId: 'the-son', amountIdr: rupiah(20_999_999) },
  ],
  accounts: [ACCOUNT, OTHER_ACCOUNT],
  establisherId: 'adjudicator',
};
const redirect =
  (facts: RedirectFacts = { instead }, by = 'supervisor') =>
  (state: OrderedPayout) =>
    redirectPayout({ payoutId: PAYOUT_ID }, state, contextBy(by, 'supervisor'), facts);

describe('A payment to heirs who disagree', () => {
  const instruct =
    (facts: Parameters<typeof instructPayout>[3]) => (state: Parameters<typeof instructPayout>[1]) =>
      instructPayout(
        { payoutId: PAYOUT_ID, instructedOn: MARCH_13, instructionNumber: 'INS-1' },
        state,
        contextBy('finance', 'finance'),
        facts,
      );

  it('is not made while they do, nor to those who do not inherit after all', () => {
    const pays = decisionSpec(payouts);
    const until = localDate('2027-03-13');
    const { details } = pays([ordered()])
      .when(instruct({ disputedUntil: until }))
      .thenRejected('HEIRS_IN_DISPUTE');
    expect(details.facts).toEqual({ until });
    pays([ordered()])
      .when(instruct({ isOthers: true }))
      .thenRejected('PAID_TO_OTHERS');
    expect(instruct({})(fold(payouts, [ordered()]))).toHaveLength(1);
  });

  it('is redirected to those who inherit, each to their own account, together to the rupiah', () => {
    const [redirected, cancelled, ...more] = redirect()(fold(orderedPayouts, [ordered()]));
    expect(more).toEqual([]);
    expect(cancelled).toMatchObject({
      type: 'PayoutCancelled',
      data: { payoutId: PAYOUT_ID, reason: 'REDIRECTED' },
    });
    if (redirected?.type !== 'PayoutRedirected') throw new Error(redirected?.type);
    const orders = redirectedPayments.on.PayoutRedirected!({ ...redirected, id: 'redirection' } as never);
    expect(orders.map(({ key, input }) => [key, 'amountIdr' in input && input.amountIdr])).toEqual([
      ['HEIR/the-widower', 21_000_001],
      ['GUARDIAN/the-son', 20_999_999],
    ]);
    expect(orders[1]).toMatchObject({
      command: 'OrderPayout',
      input: {
        participantId: PARTICIPANT_ID,
        source: { ...toTheHeir.source, eventId: 'redirection' },
        payBy: toTheHeir.payBy,
        componentCodes: toTheHeir.componentCodes,
        person: { account: OTHER_ACCOUNT },
      },
    });
  });

  it('is redirected only where a dispute has ended so, by somebody else than who recorded the heirs, and before the money has left', () => {
    given([ordered()]).when(redirect({})).thenRejected('NOT_TO_BE_REDIRECTED');
    given([ordered()]).when(redirect({ instead }, 'adjudicator')).thenRejected('ESTABLISHER_CANNOT_REDIRECT');
    given([ordered(), instructed(MARCH_13)])
      .when(redirect())
      .thenRejected('MONEY_HAS_LEFT');
    given([ordered(), instructed(MARCH_13), accepted(MARCH_14)])
      .when(redirect())
      .thenRejected('MONEY_HAS_LEFT');
    const again = redirect()(fold(orderedPayouts, [ordered()]));
    given([ordered(), ...again])
      .when(redirect())
      .thenRejected('MONEY_HAS_LEFT');
    given([ordered()])
      .when(redirect({ instead: { ...instead, accounts: [ACCOUNT, undefined] } }))
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});
