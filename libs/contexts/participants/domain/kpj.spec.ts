import { describe, expect, it } from '@jest/globals';
import { KPJ } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { NUMBERS_A_YEAR, isKpj, kpjOf } from './kpj.js';
import { kpjSeries, setAsideKpjNumbers } from './kpj-series.js';

describe('The number of a card', () => {
  it('is eleven digits: the year, the place in it, and a digit that checks them', () => {
    expect(kpjOf(2026, 0)).toBe('26000000005');
    expect(kpjOf(2026, 12_345_678)).toBe('26123456787');
    for (const place of [0, 1, 99, 12_345_678, NUMBERS_A_YEAR - 1]) {
      expect(KPJ.fits(kpjOf(2026, place))).toBe(true);
      expect(isKpj(kpjOf(2026, place))).toBe(true);
    }
  });

  it('tells a digit that was mistyped, and neighbours that changed places', () => {
    expect(isKpj('26123456777')).toBe(false);
    expect(isKpj('62123456787')).toBe(false);
  });
});

describe('The numbers of a year', () => {
  const given = decisionSpec(kpjSeries);
  const context = testContext();
  const setAside = (from: number, count: number) =>
    ({ type: 'KpjNumbersSetAside', data: { year: 2026, from, count, effectiveOn: context.today } }) as const;

  it('are set aside one behind the other, each once', () => {
    given()
      .when((state) => setAsideKpjNumbers({ year: 2026, count: 200 }, state, context))
      .thenRecorded([setAside(0, 200)]);
    given([setAside(0, 200)])
      .when((state) => setAsideKpjNumbers({ year: 2026, count: 100 }, state, context))
      .thenRecorded([setAside(200, 100)]);
  });

  it('end', () => {
    given([setAside(0, NUMBERS_A_YEAR - 1)])
      .when((state) => setAsideKpjNumbers({ year: 2026, count: 2 }, state, context))
      .thenRejected('KPJ_SERIES_ENDED');
  });
});
