import { describe, expect, it } from '@jest/globals';
import { type LocalDate, fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { compensateLateness } from './compensate-lateness.js';
import { lateness } from './lateness.js';
import type { ReturnReason } from './money-back.events.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import { payouts } from './payout.js';
import { returnPayout } from './return-payout.js';

const given = decisionSpec(lateness);
const payoutId = 'a0000000-0000-5000-8000-000000000001';
const context = testContext();

const ordered = (more: Partial<PayoutOrdered['data']> = {}): PayoutEvent => ({
  type: 'PayoutOrdered',
  data: {
    payoutId,
    participantId: '5f0c7f0e-2222-8000-8000-000000000001',
    source: { kind: 'CLAIM', id: '5f0c7f0e-1111-5000-8000-000000000001', eventId: payoutId },
    payee: 'HEIR',
    componentCodes: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'],
    amountIdr: rupiah(42_000_000),
    payBy: localDate('2026-11-13'),
    effectiveOn: localDate('2026-11-11'),
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
    ...more,
  },
});

const settled = (day: string): PayoutEvent => ({
  type: 'PayoutSettled',
  data: {
    payoutId,
    bankReference: 'B-1',
    amountIdr: rupiah(42_000_000),
    settledOn: localDate(day),
    effectiveOn: localDate(day),
  },
});

const returned = (day: string, reason: ReturnReason): PayoutEvent => ({
  type: 'PayoutReturned',
  data: { payoutId, bankReference: 'B-0', reason, returnedOn: localDate(day), effectiveOn: localDate(day) },
});

const confirmed = (day: LocalDate): PayoutEvent => ({
  type: 'PayoutAccountConfirmed',
  data: { payoutId, confirmerId: 'finance-2', effectiveOn: day },
});

const found = (...history: PayoutEvent[]) =>
  compensateLateness({ payoutId }, fold(lateness, history), context)[0]?.data;

describe('A payment that comes late', () => {
  it('owes 1 % of the benefit for each calendar day after the last one in time', () => {
    expect(found(ordered(), settled('2026-11-16'))).toMatchObject({
      daysLate: 3,
      benefitDueIdr: 42_000_000,
      amountIdr: 1_260_000,
      article: 'Art. 40(3)',
    });
  });

  it('owes 6,300,000 of 42,000,000 where it comes 15 days late (W18)', () => {
    expect(found(ordered(), settled('2026-11-28'))).toMatchObject({ daysLate: 15, amountIdr: 6_300_000 });
  });

  it('owes it to an heir who is a minor as well, through the guardian', () => {
    const ofMinor = ordered({ payee: 'GUARDIAN', heirId: 'the-son' });
    expect(found(ofMinor, settled('2026-11-16'))).toMatchObject({ amountIdr: 1_260_000 });
  });

  it.each([
    ['came on its last day', [ordered(), settled('2026-11-13')]],
    ['has not come', [ordered()]],
    ['is for a PLKK', [ordered({ payee: 'PLKK', facilityId: payoutId }), settled('2026-11-20')]],
    [
      'is for a school year',
      [
        ordered({ source: { kind: 'SCHOLARSHIP_YEAR', id: payoutId, eventId: payoutId }, payee: 'GUARDIAN' }),
        settled('2026-11-20'),
      ],
    ],
    ['has no last day', [ordered({ payBy: undefined }), settled('2026-11-20')]],
  ])('owes nothing where it %s', (_what, history) => {
    given(history)
      .when((state) => compensateLateness({ payoutId }, state, context))
      .thenNothing();
  });

  it('does not count the days that it stood still for an account that the payee had given wrong', () => {
    const history = [ordered(), returned('2026-11-16', 'ACCOUNT_CLOSED'), confirmed(localDate('2026-11-20'))];
    expect(found(...history, settled('2026-11-21'))).toMatchObject({ stoppedDays: 4, daysLate: 4 });
    const before = [ordered(), returned('2026-11-12', 'NAME_MISMATCH'), confirmed(localDate('2026-11-14'))];
    expect(found(...before, settled('2026-11-16'))).toMatchObject({ stoppedDays: 1, daysLate: 2 });
  });

  it('counts the days before a return that was recorded long after: nobody had asked the payee for another account', () => {
    const instructed: PayoutEvent = {
      type: 'PayoutInstructed',
      data: {
        payoutId,
        instructorId: 'finance-1',
        instructedOn: localDate('2026-11-13'),
        instructionNumber: 'SP2D-1',
        effectiveOn: localDate('2026-11-13'),
      },
    };
    const history = [ordered(), instructed];
    const recorded = (today: string) =>
      returnPayout(
        { payoutId, bankReference: 'B-0', on: localDate('2026-11-14'), reason: 'ACCOUNT_UNKNOWN' },
        fold(payouts, history),
        testContext({ today: localDate(today) }),
      );
    const owed = (today: string) =>
      found(...history, ...recorded(today), confirmed(localDate('2026-12-20')), settled('2026-12-21'));
    expect(recorded('2026-11-21')[0]?.data).not.toHaveProperty('recordedOn');
    expect(owed('2026-11-21')).toMatchObject({ stoppedDays: 36, daysLate: 2 });
    expect(owed('2026-12-20')).toMatchObject({ stoppedDays: 0, daysLate: 38 });
  });

  it('counts those for which the bank alone refused', () => {
    const history = [ordered(), returned('2026-11-16', 'BANK_REFUSED'), confirmed(localDate('2026-11-20'))];
    expect(found(...history, settled('2026-11-21'))).toMatchObject({ stoppedDays: 0, daysLate: 8 });
  });

  it('owes it for the cash of it alone, and once', () => {
    const mixed = ordered({
      payee: 'PARTICIPANT',
      componentCodes: ['JKK_STMB', 'JKK_MEDICAL'],
      amountIdr: rupiah(5_000_000),
      careIdr: rupiah(2_000_000),
    });
    expect(found(mixed, settled('2026-11-14'))).toMatchObject({
      benefitDueIdr: 3_000_000,
      amountIdr: 30_000,
    });
    const history = [mixed, settled('2026-11-14')];
    const once = compensateLateness({ payoutId }, fold(lateness, history), context);
    given([...history, ...once])
      .when((state) => compensateLateness({ payoutId }, state, context))
      .thenNothing();
  });

  it('owes nothing for care alone', () => {
    const care = ordered({
      payee: 'PARTICIPANT',
      componentCodes: ['JKK_MEDICAL'],
      amountIdr: rupiah(2_000_000),
    });
    expect(found(care, settled('2026-11-20'))).toBeUndefined();
  });

  const disputed = (from: string, to?: string) => ({
    disputes: [{ from: localDate(from), ...(to && { to: localDate(to) }) }],
  });

  it('counts no day on which the heirs disagreed: nobody was to be paid then', () => {
    const history = [ordered(), settled('2026-11-23')];
    const seven = disputed('2026-11-12', '2026-11-20');
    const [found] = compensateLateness({ payoutId }, fold(lateness, history), context, seven);
    expect(found?.data).toMatchObject({ stoppedDays: 7, daysLate: 3, amountIdr: 1_260_000 });
    given(history)
      .when((state) => compensateLateness({ payoutId }, state, context, disputed('2026-11-13')))
      .thenNothing();
  });

  it('takes a day off once on which it stood still for an account and heirs disagreed as well', () => {
    const history = [ordered(), returned('2026-11-16', 'ACCOUNT_CLOSED'), confirmed(localDate('2026-11-20'))];
    const state = fold(lateness, [...history, settled('2026-11-23')]);
    const [both] = compensateLateness({ payoutId }, state, context, disputed('2026-11-18', '2026-11-21'));
    expect(both?.data).toMatchObject({ stoppedDays: 5, daysLate: 5, amountIdr: 2_100_000 });
  });
});
