import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { publishedFrom } from '#testing';
import type { MonthBilled } from './domain/dues.events.js';
import type { WageReported } from './domain/wages.events.js';
import { duesContracts } from './published.js';

const ids = {
  employerId: '7c1d2e3f-0a4b-5c6d-8e7f-901234567801',
  reportId: '3a9b7c5d-1e2f-5a0b-8c6d-4e3f2a1b0c9d',
};
const MONTH = period('2026-10');

const reported = (wageIdr: number): WageReported => ({
  type: 'WageReported',
  data: {
    ...ids,
    membershipId: '9f2b6a10-0000-4000-8000-000000000003',
    participantId: '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01',
    period: MONTH,
    wageIdr: rupiah(wageIdr),
    backPayIdr: rupiah(0),
    programmes: ['JKK', 'JKM'],
    components: [{ code: 'CONTRIB_JKK', amountIdr: rupiah(46_280) }],
    contributionIdr: rupiah(46_280),
    effectiveOn: localDate('2026-11-05'),
  },
});

describe('the contracts of dues', () => {
  it('tell that a wage was reported, and neither the wage nor what is due for it', () => {
    const [told] = publishedFrom(duesContracts, reported(5_200_000));
    expect(told).toMatchObject({
      type: 'lindung.dues.wage-reported.v1',
      data: { isTakenBack: false, programmes: [{ programme: 'JKK' }, { programme: 'JKM' }] },
    });
    expect(JSON.stringify(told)).not.toMatch(/5200000|46280/);
  });

  it('tell that what had been reported was a mistake', () => {
    expect(publishedFrom(duesContracts, reported(0))).toMatchObject([{ data: { isTakenBack: true } }]);
  });

  it('tell what a bill grows by, by programme', () => {
    const billed: MonthBilled = {
      type: 'MonthBilled',
      data: {
        ...ids,
        period: MONTH,
        components: [
          { code: 'CONTRIB_JKK', amountIdr: rupiah(-46_280) },
          { code: 'CONTRIB_JKM', amountIdr: rupiah(-15_600) },
        ],
        changeIdr: rupiah(-61_880),
        dueOn: localDate('2026-11-16'),
        effectiveOn: localDate('2026-12-29'),
      },
    };
    expect(publishedFrom(duesContracts, billed)).toEqual([
      {
        type: 'lindung.dues.month-billed.v1',
        data: {
          ...ids,
          period: '2026-10',
          funds: [
            { programme: 'JKK', amountIdr: -46_280 },
            { programme: 'JKM', amountIdr: -15_600 },
          ],
          changeIdr: -61_880,
          dueOn: '2026-11-16',
          billedOn: '2026-12-29',
        },
      },
    ]);
  });
});
