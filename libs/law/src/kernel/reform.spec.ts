import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { PP_44, PP_44_FROM, PP_82, PP_82_FROM } from './laws.js';
import { isUnderReform, type Reform, underReform } from './reform.js';
import { type Rule, versionOn } from './rule.js';

const law = { article: 'Art. 1', sources: [], confidence: 'V' } as const;
const FUNERAL: Rule<number> = {
  id: 'FUNERAL',
  title: { id: 'Biaya pemakaman', en: 'Funeral benefit' },
  unit: 'Rp',
  versions: [
    { ...law, law: PP_44, from: PP_44_FROM, value: 3 },
    { ...law, law: PP_82, from: PP_82_FROM, value: 10 },
    { ...law, law: 'PP 1/2020', from: localDate('2020-08-01'), until: localDate('2021-01-31'), value: 1 },
  ],
};

const DAYS = ['2019-12-01', '2020-07-31', '2020-08-01', '2021-01-31', '2021-02-01', '2027-01-01'].map((day) =>
  localDate(day),
);

const valuesUnder = (reform: Reform) =>
  underReform(reform, () => DAYS.map((day) => versionOn(FUNERAL, day)?.value));

describe('a rule under a reform', () => {
  it('has the proposed value from the proposed day on, and the law before', () => {
    expect(valuesUnder({ FUNERAL: { '2027-01-01': 12 } })).toEqual([3, 10, 1, 1, 10, 12]);
  });

  it('knows nothing else of the law from then on, not even what the law interrupts for a time', () => {
    expect(valuesUnder({ FUNERAL: { '2020-08-01': 12 } })).toEqual([3, 10, 12, 12, 12, 12]);
    expect(valuesUnder({ FUNERAL: { '2020-07-31': 12 } })).toEqual([3, 12, 12, 12, 12, 12]);
    expect(valuesUnder({ FUNERAL: { '2021-01-31': 12 } })).toEqual([3, 10, 1, 12, 12, 12]);
  });

  it('has several proposed values one after another, in whatever order they stand', () => {
    expect(valuesUnder({ FUNERAL: { '2021-02-01': 13, '2020-07-31': 12 } })).toEqual([3, 12, 12, 12, 13, 13]);
  });

  it('is given back to the law from a day with nothing', () => {
    expect(valuesUnder({ FUNERAL: { '2020-07-31': 12, '2021-01-31': null } })).toEqual([
      3, 12, 12, 1, 10, 10,
    ]);
  });

  it('that did not exist begins on the proposed day', () => {
    expect(
      underReform({ FUNERAL: { '2010-01-01': 2 } }, () => versionOn(FUNERAL, localDate('2010-01-01'))?.value),
    ).toBe(2);
    expect(versionOn(FUNERAL, localDate('2010-01-01'))).toBeUndefined();
  });

  it('is cited as proposed, and is the same rule still', () => {
    const version = underReform({ FUNERAL: { '2027-01-01': 12 } }, () =>
      versionOn(FUNERAL, localDate('2027-06-01')),
    );
    expect(version).toMatchObject({ law: 'Reform', from: '2027-01-01', rule: { id: 'FUNERAL' } });
  });

  it('is what the law says when the reform speaks of others', () => {
    expect(valuesUnder({ OTHER: { '2015-07-01': 12 } })).toEqual([3, 10, 1, 1, 10, 10]);
  });
});

describe('underReform', () => {
  const reform = { FUNERAL: { '2015-07-01': 12 } };
  const today = () => versionOn(FUNERAL, localDate('2026-11-28'))?.value;

  it('ends with what is computed, with an error as well', () => {
    expect(underReform(reform, today)).toBe(12);
    expect(() =>
      underReform(reform, () => {
        throw new Error('no amount');
      }),
    ).toThrow('no amount');
    expect([today(), isUnderReform()]).toEqual([10, false]);
  });

  it('gives way to one within it and holds again after it', () => {
    const seen = underReform(reform, () => [
      today(),
      underReform({ FUNERAL: { '2015-07-01': 13 } }, today),
      today(),
    ]);
    expect(seen).toEqual([12, 13, 12]);
  });

  it('refuses what goes on after it', () => {
    expect(() => underReform(reform, async () => Promise.resolve(today()))).toThrow(TypeError);
  });

  it('refuses a day that does not exist', () => {
    expect(() => underReform({ FUNERAL: { '2027-02-29': 1 } }, today)).toThrow(RangeError);
  });
});
