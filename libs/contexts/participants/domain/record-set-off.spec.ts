import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { arrearsOfEvent } from '#law';
import { decisionSpec, testContext } from '#testing/decisions';
import { contributions } from './contributions.js';
import { incomeBandChanged } from './correction.examples.js';
import { SITI, contributionPaid, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { recordSetOff } from './record-set-off.js';

const given = decisionSpec(contributions);
const CLAIM = '5f0c7f0e-1111-5000-8000-000000000001';
const EVENT = localDate('2026-09-20');

const PAID_TO_JUNE = contributionPaid('2026-01', 6, '2026-01-05');
const siti = fold(participants, [sitiRegistered({ effectiveOn: localDate('2026-01-05') })]);
const input = {
  participantId: SITI,
  claimId: CLAIM,
  eventOn: EVENT,
  months: ['2026-07', '2026-08', '2026-09'].map((text) => period(text)),
  setOffOn: localDate('2026-11-27'),
};
const record = (state: typeof contributions.initial) =>
  recordSetOff(input, state, testContext(), { participant: siti });

describe('arrears that were deducted from a benefit', () => {
  it('count as received on the day of the decision, at the tariff of each month, and settle the event', () => {
    const [received] = record(fold(contributions, [PAID_TO_JUNE]));
    expect(received).toMatchObject({
      type: 'ContributionPaid',
      data: {
        period: '2026-07',
        months: 3,
        amountIdr: 25_200,
        paidOn: '2026-11-27',
        settlesEventOn: EVENT,
        setOffClaimId: CLAIM,
      },
    });
    const { paid } = fold(contributions, [PAID_TO_JUNE, received!]);
    expect(arrearsOfEvent(EVENT, paid, 'BPU').unpaid).toEqual([]);
  });

  it('count month by month on the income that was declared for each, as they were deducted', () => {
    const declared = fold(participants, [
      sitiRegistered({ effectiveOn: localDate('2026-01-05') }),
      {
        ...incomeBandChanged,
        data: { ...incomeBandChanged.data, from: period('2026-08'), incomeBaseIdr: rupiah(3_000_000) },
      },
    ]);
    const received = recordSetOff(input, fold(contributions, [PAID_TO_JUNE]), testContext(), {
      participant: declared,
    });
    expect(
      received.map(({ data }) => 'incomeBaseIdr' in data && [data.period, data.months, data.incomeBaseIdr]),
    ).toEqual([
      ['2026-07', 1, 1_000_000],
      ['2026-08', 2, 3_000_000],
    ]);
    const { paid } = fold(contributions, [PAID_TO_JUNE, ...received]);
    expect(arrearsOfEvent(EVENT, paid, 'BPU').unpaid).toEqual([]);
  });

  it('are not recorded twice, nor a month that somebody paid while that was decided', () => {
    given([PAID_TO_JUNE, ...record(fold(contributions, [PAID_TO_JUNE]))])
      .when(record)
      .thenNothing();
    const july = contributionPaid('2026-07', 1, '2026-11-27', { settlesEventOn: EVENT });
    expect(record(fold(contributions, [PAID_TO_JUNE, july]))).toMatchObject([
      { data: { period: '2026-08', months: 2, amountIdr: 16_800 } },
    ]);
  });

  it('are refused of nobody', () => {
    given()
      .when((state) => recordSetOff(input, state, testContext(), { participant: participants.initial }))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });
});
