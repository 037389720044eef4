import { describe, expect, it } from '@jest/globals';
import { addDays, event, fold, localDate } from '#kernel';
import { TEST_ACTOR } from '#testing/decisions';
import { afterStandstill } from './payment-step.js';
import type { PayoutEvent } from './payout.events.js';
import {
  PAYOUT_ID,
  confirmed,
  corrected,
  instructed,
  ordered,
  returned,
  toTheHeir,
} from './payout.examples.js';
import { payoutSteps } from './payout-steps.js';
import { inTime } from './standing-still.js';

const PAY_BY = localDate('2026-03-16');
const on = (day: string) => localDate(`2026-${day}`);
const told = (...events: readonly PayoutEvent[]) => fold(payoutSteps, [ordered(), ...events]);

describe('Until when something is in time that stands still', () => {
  it('is as many days later as it stood still after its last one', () => {
    expect(inTime(PAY_BY, [{ from: on('03-13'), to: on('03-20') }])).toEqual({ until: on('03-20') });
    expect(inTime(PAY_BY, [{ from: on('03-20'), to: on('03-24') }])).toEqual({ until: on('03-20') });
    expect(inTime(PAY_BY, [{ from: on('03-01'), to: on('03-16') }])).toEqual({ until: PAY_BY });
  });

  it('is counted once for each day, for however many reasons', () => {
    const both = [
      { from: on('03-13'), to: on('03-20') },
      { from: on('03-18'), to: on('03-26') },
    ];
    expect(inTime(PAY_BY, both)).toEqual({ until: on('03-26') });
  });

  it('says since when no further day is late, and whether it was late by then', () => {
    const since = on('03-12');
    expect(inTime(PAY_BY, [{ from: since }])).toEqual({
      until: PAY_BY,
      stillSince: since,
      costsUntil: since,
    });
    expect(inTime(PAY_BY, [{ from: on('03-20') }])).toEqual({ until: PAY_BY, costsUntil: on('03-20') });
  });
});

describe('A payment', () => {
  it('that heirs disagreed about is due by so many days more', () => {
    const held = afterStandstill(told(), [{ from: on('03-13'), to: on('11-13') }]);
    expect(held).toMatchObject({ expected: { dueDays: ['2026-11-13'] }, inTimeUntil: '2026-11-13' });
    expect(held.costsUntil).toBeUndefined();
  });

  it('whose account was wrong in time is asked after within fourteen days, and costs nothing', () => {
    const cameBack = told(instructed(on('03-13')), returned(on('03-14')));
    expect(cameBack).toMatchObject({
      expected: { step: 'CORRECT_ACCOUNT', dueDays: ['2026-03-28'] },
      inTimeUntil: '2026-03-16',
      costsUntil: '2026-03-14',
    });
    const again = fold(payoutSteps, [
      ordered(),
      instructed(on('03-13')),
      returned(on('03-14')),
      corrected(on('05-02')),
      confirmed(on('05-04')),
    ]);
    expect(again).toMatchObject({ expected: { step: 'INSTRUCT_PAYOUT', dueDays: ['2026-05-04'] } });
    expect(again.costsUntil).toBeUndefined();
  });

  it('that was late before its account turned out wrong stays late', () => {
    const late = told(instructed(on('03-13')), returned(on('03-20')));
    expect(late).toMatchObject({ expected: { dueDays: ['2026-03-16'] }, costsUntil: '2026-03-20' });
  });

  it('that only the bank refused is due by the same day', () => {
    const byBank = event('PayoutReturned', {
      payoutId: PAYOUT_ID,
      bankReference: 'B-1',
      reason: 'OTHER',
      returnedOn: on('03-14'),
      effectiveOn: on('03-14'),
    }) as PayoutEvent;
    expect(told(instructed(on('03-13')), byBank).expected?.dueDays).toEqual([PAY_BY]);
  });

  it('that has arrived by what somebody entered costs until that day', () => {
    const entered = event('LateSettlementEntered', {
      payoutId: PAYOUT_ID,
      bankReference: 'B-1',
      amountIdr: toTheHeir.amountIdr,
      settledOn: on('03-20'),
      entererId: TEST_ACTOR.id,
      effectiveOn: on('04-02'),
    }) as PayoutEvent;
    const known = told(instructed(on('03-13')), entered);
    expect(known).toMatchObject({
      expected: { step: 'CONFIRM_SETTLEMENT', dueDays: [addDays(on('04-02'), 14)] },
      inTimeUntil: PAY_BY,
      costsUntil: '2026-03-20',
    });
  });

  it('of which a part is not due costs for the rest alone', () => {
    const notDue = event('PaymentNotDue', {
      payoutId: PAYOUT_ID,
      claimId: 'claim-id',
      findingId: 'f',
      finderId: 'ani',
      amountIdr: 2_000_000,
      effectiveOn: on('03-14'),
    }) as unknown as PayoutEvent;
    expect(told(notDue)).toMatchObject({ lateIdr: 40_000_000, amountIdr: 42_000_000 });
  });
});
