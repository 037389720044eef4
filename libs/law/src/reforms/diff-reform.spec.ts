import { describe, expect, it } from '@jest/globals';
import { diffReform } from './diff-reform.js';
import { withPart } from './parts.js';

describe('the difference that a reform makes', () => {
  it('is told rule by rule with what the law says then, where it is written, and until when', () => {
    expect(diffReform({ CONTRIB_JHT_WORKER: { '2027-01-01': '2.5', '2028-01-01': null } })).toMatchObject([
      {
        rule: 'CONTRIB_JHT_WORKER',
        title: { en: 'JHT contribution of the worker' },
        unit: '% of wage',
        from: '2027-01-01',
        until: '2027-12-31',
        proposed: '2.5',
        law: [{ value: '2', from: '2015-07-01', until: '2027-12-31', law: 'PP 46/2015', sources: ['S19'] }],
        changed: [{ part: '', law: '2', proposed: '2.5' }],
        calculators: ['CONTRIB_NON_ASN', 'CONTRIB_PU', 'EMPLOYER_DUES'],
      },
      { from: '2028-01-01', proposed: null, law: [{ value: '2' }], changed: [] },
    ]);
  });

  it('names the parts of a value that change, and those that a side does not have', () => {
    const [change] = diffReform({
      JKP_CONTRIBUTIONS: { '2024-01-01': { monthsOfLast24: 10 } },
    });
    expect(change!.changed).toEqual([
      { part: 'monthsOfLast24', law: 12, proposed: 10 },
      { part: 'consecutiveMonths', law: 6 },
    ]);
  });

  it('tells of everything that the law would have said later', () => {
    const [change] = diffReform({ JP_RETIREMENT_AGE: { '2030-01-01': 59, '2035-01-01': null } });
    expect(change!.law.map(({ value, from, until }) => [value, from, until])).toEqual([
      [60, '2028-01-01', '2030-12-31'],
      [61, '2031-01-01', '2033-12-31'],
      [62, '2034-01-01', '2034-12-31'],
    ]);
  });

  it('knows days on which the law says nothing', () => {
    const [before] = diffReform({ JKK_GLASSES: { '2016-01-01': 900_000, '2017-01-01': null } });
    expect(before).toMatchObject({ law: [], changed: [{ part: '', proposed: 900_000 }] });
  });

  it('is told of a rule that takes over the values of the one that is named, unless the reform names both', () => {
    const named = { JKM_DEATH: { '2027-01-01': 25_000_000 } };
    expect(diffReform(named)).toMatchObject([
      { rule: 'JKM_DEATH' },
      { rule: 'JKK_DEATH_FLOOR', follows: 'JKM_DEATH', proposed: 25_000_000, calculators: ['JKK_DEATH'] },
    ]);
    const both = diffReform({ ...named, JKK_DEATH_FLOOR: { '2027-01-01': 30_000_000 } });
    expect(both.map(({ rule, follows }) => [rule, follows])).toEqual([
      ['JKM_DEATH', undefined],
      ['JKK_DEATH_FLOOR', undefined],
    ]);
  });

  it('is none where the reform says what the law says', () => {
    expect(diffReform({ JKM_FUNERAL: { '2027-01-01': 10_000_000 } })[0]!.changed).toEqual([]);
  });
});

describe('a part of a value', () => {
  const bands = [
    { to: 10, rates: { jkk: '1' } },
    { to: 20, rates: { jkk: '2' } },
  ];

  it('is changed where it stands, and nothing else', () => {
    expect(withPart(bands, '1.rates.jkk', '3')).toEqual([bands[0], { to: 20, rates: { jkk: '3' } }]);
    expect(withPart({ months: 24 }, 'months', 30)).toEqual({ months: 30 });
    expect(withPart(5, '', 6)).toBe(6);
  });

  it.each(['2.to', '0.from', '0.to.inner', 'to'])('is not found at %s', (part) => {
    expect(withPart(bands, part, 1)).toBeUndefined();
  });
});
