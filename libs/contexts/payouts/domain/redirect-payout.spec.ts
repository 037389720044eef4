import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { contextBy, decisionSpec, testContext } from '#testing/decisions';
import { redirectedPayments } from '../processes/redirected-payments.js';
import { compensateLateness } from './compensate-lateness.js';
import { instructPayout } from './instruct-payout.js';
import { lateness } from './lateness.js';
import { type OrderPayoutInput, orderPayout } from './order-payout.js';
import { payoutSteps } from './payout-steps.js';
import type { PayoutEvent } from './payout.events.js';
import {
  ACCOUNT,
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  cameBack,
  confirmed,
  instructed,
  ordered,
  returned,
  settled,
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
  establisherIds: ['adjudicator'],
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
        source: { ...toTheHeir.source, eventId: 'redirection', redirectorId: 'supervisor' },
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

describe('A payment in place of one that was not late', () => {
  const PAY_BY = localDate('2026-03-16');
  const sent = [instructed(MARCH_13), accepted(MARCH_13)];
  const owedWhere = (
    history: readonly PayoutEvent[],
    {
      on,
      settledOn,
      waited,
      ...facts
    }: { on: string; settledOn: string; isBack?: true } & Pick<RedirectFacts, 'waited'>,
  ) => {
    const shares = facts.isBack
      ? [{ payee: 'PARTICIPANT', amountIdr: toTheHeir.amountIdr }]
      : [{ payee: 'HEIR', heirId: 'the-widower', amountIdr: toTheHeir.amountIdr }];
    const [redirected] = redirectPayout(
      { payoutId: PAYOUT_ID },
      fold(orderedPayouts, history),
      { ...contextBy('supervisor', 'supervisor'), today: localDate(on) },
      { instead: { shares, accounts: [OTHER_ACCOUNT], ...facts }, ...(waited && { waited }) },
    );
    const [order] = redirectedPayments.on.PayoutRedirected!({ ...redirected, id: 'redirection' } as never);
    const payoutId = 'theirs';
    const events = orderPayout({ ...(order!.input as OrderPayoutInput), payoutId }, { situation: 'UNKNOWN' });
    const paid = fold(lateness, [...events, settled(localDate(settledOn))]);
    return {
      owed: compensateLateness({ payoutId }, paid, testContext({ today: localDate(settledOn) }))[0]?.data,
      dueDays: fold(payoutSteps, events).expected?.dueDays,
      order: events[0]?.data,
    };
  };

  it('is not late where that had arrived in time and came back', () => {
    const arrived = [ordered(), ...sent, settled(MARCH_14), cameBack(localDate('2026-08-14'))];
    const { owed, order } = owedWhere(arrived, { on: '2026-08-24', settledOn: '2026-08-25' });
    expect(order).not.toHaveProperty('payBy');
    expect(owed).toBeUndefined();
  });

  it('is late by the days alone on which no wrong account of the first payee was the reason', () => {
    const stood = [ordered(), ...sent, returned(MARCH_14)];
    const { owed, dueDays } = owedWhere(stood, { on: '2026-08-24', settledOn: '2026-08-25' });
    expect(owed).toMatchObject({ payBy: PAY_BY, stoppedDays: 161, daysLate: 1, amountIdr: 420_000 });
    expect(dueDays).toEqual(['2026-08-24']);
    const corrected = [...stood, confirmed(localDate('2026-03-26'))];
    expect(owedWhere(corrected, { on: '2026-04-01', settledOn: '2026-04-02' }).owed).toMatchObject({
      stoppedDays: 10,
      daysLate: 7,
    });
  });

  it('is not late by the days on which nobody was known who takes the share of an heir who died', () => {
    const late = { on: '2026-03-28', settledOn: '2026-03-29' };
    const known = { from: localDate('2026-03-18'), to: localDate('2026-03-28') };
    expect(owedWhere([ordered()], { ...late, waited: [known] }).owed).toMatchObject({
      stoppedDays: 10,
      daysLate: 3,
    });
    expect(owedWhere([ordered()], { ...late, waited: [{ from: known.from }] }).owed).toMatchObject({
      daysLate: 3,
    });
  });

  it('is late as before where the office was the reason', () => {
    const { owed, dueDays } = owedWhere([ordered()], { on: '2026-03-19', settledOn: '2026-03-20' });
    expect(owed).toMatchObject({ stoppedDays: 0, daysLate: 4 });
    expect(dueDays).toEqual([PAY_BY]);
  });

  it('is not late for a participant who lives after all by the days on which heirs were to be paid', () => {
    const heirs = ordered({
      ...toTheHeir,
      orderedOn: localDate('2026-03-20'),
      stopped: [{ from: MARCH_14, to: localDate('2026-03-20') }],
    });
    const back = { on: '2026-08-24', settledOn: '2026-08-25', isBack: true as const };
    expect(owedWhere([heirs], back).owed).toMatchObject({ daysLate: 1 });
    const arrived = [heirs, ...sent, settled(localDate('2026-03-23'))];
    expect(owedWhere(arrived, back).owed).toBeUndefined();
  });

  it('is not late by the days on which the participant was thought dead', () => {
    const died = (type: 'PayeeDied' | 'PayeeLives', on: string): PayoutEvent => ({
      type,
      data: {
        payoutId: PAYOUT_ID,
        participantId: PARTICIPANT_ID,
        claimId: 'claim-id',
        effectiveOn: localDate(on),
      },
    });
    const toParticipant = [ordered({ ...toTheHeir, payee: 'PARTICIPANT' }), died('PayeeDied', '2026-03-18')];
    const later = { on: '2026-03-28', settledOn: '2026-03-29' };
    expect(owedWhere(toParticipant, later).owed).toMatchObject({ stoppedDays: 10, daysLate: 3 });
    const lived = fold(lateness, [
      ...toParticipant,
      died('PayeeLives', '2026-03-28'),
      ...sent,
      settled(localDate('2026-03-29')),
    ]);
    const [found] = compensateLateness({ payoutId: PAYOUT_ID }, lived, testContext());
    expect(found?.data).toMatchObject({ stoppedDays: 10, daysLate: 3 });
  });
});
