import { describe, expect, it } from '@jest/globals';
import { RULES } from '../catalogue.js';
import { checkReform, lawOn } from './check-reform.js';
import { localDate } from '#kernel';

const faultsOf = (proposed: unknown) => {
  const checked = checkReform(proposed);
  return 'faults' in checked ? checked.faults.map(({ where, words }) => `${where}: ${words.en}`) : [];
};
const FROM = '2027-01-01';
const BAND = { band: 1, from: 0, to: 1_999_999, base: 1_000_000 };

describe('a reform', () => {
  it('may propose for each rule, from any of its days, what the law says of it', () => {
    const asIs = RULES.flatMap(({ id, versions }) =>
      versions.map(({ value }) => ({ [id]: { [FROM]: value } })),
    );
    expect(asIs.length).toBeGreaterThan(150);
    for (const reform of asIs) {
      expect(checkReform(JSON.parse(JSON.stringify(reform)))).toEqual({ reform });
    }
  });

  it('is read as the law writes it: a percentage in digits, an amount as a number, nothing where the law comes back', () => {
    expect(
      checkReform({
        CONTRIB_JHT_WORKER: { [FROM]: 2.5, '2028-01-01': null },
        JKM_DEATH: { [FROM]: '25000000' },
        WILL_IS_NOTARIAL: { [FROM]: 'false' },
      }),
    ).toEqual({
      reform: {
        CONTRIB_JHT_WORKER: { [FROM]: '2.5', '2028-01-01': null },
        JKM_DEATH: { [FROM]: 25_000_000 },
        WILL_IS_NOTARIAL: { [FROM]: false },
      },
    });
  });

  it.each<[string, unknown, readonly string[]]>([
    [
      'a list',
      [],
      [
        ': a reform names rules, and from which days they hold what value: { "JKM_DEATH": { "2027-01-01": 25000000 } }',
      ],
    ],
    ['nothing', {}, [expect.stringContaining('a reform names rules') as unknown as string]],
    [
      'a misspelt rule',
      { JKM_DEAD: { [FROM]: 1 } },
      ['JKM_DEAD: there is no such rule; did you mean JKM_DEATH?'],
    ],
    [
      'a part of the name of rules',
      { jkk_transport: { [FROM]: 1 } },
      [
        'jkk_transport: there is no such rule; did you mean JKK_TRANSPORT_LAND, JKK_TRANSPORT_SEA, JKK_TRANSPORT_AIR?',
      ],
    ],
    [
      'an unknown rule',
      { XYZZY_PLUGH: { [FROM]: 1 } },
      ['XYZZY_PLUGH: there is no such rule; docs/reference/law.md lists them'],
    ],
    [
      'a rule without days',
      { JKM_DEATH: 25_000_000 },
      ['JKM_DEATH: days are needed, each with its value: { "2027-01-01": … }'],
    ],
    [
      'a day without zeros',
      { JKM_DEATH: { '2027-1-1': 1 } },
      ['JKM_DEATH 2027-1-1: 2027-1-1 is no day; did you mean 2027-01-01?'],
    ],
    [
      'a day with the year last',
      { JKM_DEATH: { '01/02/2027': 1 } },
      ['JKM_DEATH 01/02/2027: 01/02/2027 is no day; write it as 2027-01-01'],
    ],
    [
      'a day that does not exist',
      { JKM_DEATH: { '2027-02-29': 1 } },
      ['JKM_DEATH 2027-02-29: 2027-02-29 is no day; write it as 2027-01-01'],
    ],
    [
      'a day before the law',
      { JKM_DEATH: { '2015-06-30': 1 } },
      ['JKM_DEATH 2015-06-30: 2015-06-30 is not between 2015-07-01, the first law here, and 2100-12-31'],
    ],
    [
      'an amount with points',
      { JKM_DEATH: { [FROM]: '25.000.000' } },
      [
        'JKM_DEATH 2027-01-01: 25.000.000 is not a whole number to 1000000000000, without points or commas: 1200000',
      ],
    ],
    [
      'half a rupiah',
      { JKM_DEATH: { [FROM]: 0.5 } },
      ['JKM_DEATH 2027-01-01: 0.5 is not a whole number to 1000000000000, without points or commas: 1200000'],
    ],
    [
      'a percentage with its sign',
      { VAT: { [FROM]: '12%' } },
      ['VAT 2027-01-01: 12% is not a whole number to 1000000000000, without points or commas: 1200000'],
    ],
    [
      'a rate in words',
      { CONTRIB_JKM_PU: { [FROM]: 'half' } },
      ['CONTRIB_JKM_PU 2027-01-01: half is not a number below 1000 in digits, with a point: 2.5'],
    ],
    [
      'a word that nothing is coded for',
      { JKK_MEDICAL: { [FROM]: 'CEILING' } },
      ['JKK_MEDICAL 2027-01-01: CEILING is none of NO_CEILING'],
    ],
    [
      'a day within a rule',
      { RELIEF_PP_7_2025_PAID_BY: { [FROM]: 'soon' } },
      ['RELIEF_PP_7_2025_PAID_BY 2027-01-01: soon is not a day: 2027-01-01'],
    ],
    [
      'a part too many',
      { JKM_PERIODIC: { [FROM]: { months: 24, monthly: 1, weekly: 1 } } },
      ['JKM_PERIODIC 2027-01-01 weekly: weekly is none of months, monthly'],
    ],
    [
      'a part too few',
      { JKM_PERIODIC: { [FROM]: { months: 24 } } },
      [
        'JKM_PERIODIC 2027-01-01 monthly: nothing is not a whole number to 1000000000000, without points or commas: 1200000',
      ],
    ],
    [
      'a number where parts are',
      { JKM_PERIODIC: { [FROM]: 24 } },
      ['JKM_PERIODIC 2027-01-01: 24 is not an object with months, monthly'],
    ],
    [
      'an empty list',
      { BPU_BANDS: { [FROM]: [] } },
      ['BPU_BANDS 2027-01-01: [] is not a list with something in it'],
    ],
    [
      'a band that ends before it begins',
      { BPU_BANDS: { [FROM]: [{ ...BAND, from: 2_000_000 }] } },
      ['BPU_BANDS 2027-01-01 0: this band ends before it begins'],
    ],
    [
      'bands that overlap',
      { BPU_BANDS: { [FROM]: [BAND, { band: 2, from: 1_999_999, base: 2_000_000 }] } },
      ['BPU_BANDS 2027-01-01 1: this band does not begin and end after the one before it'],
    ],
    [
      'bands that leave out the lowest incomes',
      { BPU_BANDS: { [FROM]: [{ band: 1, from: 1_000_000, base: 1_000_000 }] } },
      ['BPU_BANDS 2027-01-01 0: the first band begins at 0'],
    ],
    [
      'bands that leave out the highest incomes',
      { BPU_BANDS: { [FROM]: [BAND] } },
      ['BPU_BANDS 2027-01-01 0: the last band has no end: leave "to" out'],
    ],
    [
      'slices that leave out the largest contracts',
      { JAKON_BANDS: { [FROM]: [{ to: 5, jkk: '1', jkm: '1' }] } },
      ['JAKON_BANDS 2027-01-01 0: the last band has no end: leave "to" out'],
    ],
    [
      'an amount that no benefit can be computed from exactly',
      { JKM_DEATH: { [FROM]: 1_000_000_000_001 } },
      [
        'JKM_DEATH 2027-01-01: 1000000000001 is not a whole number to 1000000000000, without points or commas: 1200000',
      ],
    ],
    [
      'a percentage that is a slip',
      { CONTRIB_JKM_PU: { [FROM]: '3000' } },
      ['CONTRIB_JKM_PU 2027-01-01: 3000 is not a number below 1000 in digits, with a point: 2.5'],
    ],
    [
      'slices out of order',
      {
        JAKON_BANDS: {
          [FROM]: [
            { to: 5, jkk: '1', jkm: '1' },
            { to: 5, jkk: '1', jkm: '1' },
          ],
        },
      },
      ['JAKON_BANDS 2027-01-01 1: this band does not begin and end after the one before it'],
    ],
  ])('refuses %s', (_what, proposed, faults) => {
    expect(faultsOf(proposed)).toEqual(faults);
  });

  it('names every fault at once, in Indonesian as well', () => {
    const checked = checkReform({ JKM_DEAD: { [FROM]: 1 }, JKM_FUNERAL: { [FROM]: 'much' } });
    expect(checked).toMatchObject({
      faults: [
        { where: 'JKM_DEAD', words: { id: 'tidak ada aturan ini; apakah maksudnya JKM_DEATH?' } },
        {
          where: 'JKM_FUNERAL 2027-01-01',
          words: { id: expect.stringContaining('much bukan bilangan bulat') },
        },
      ],
    });
  });

  it('is written by a person: five hundred rules and a hundred days of each at most', () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`RULE_${at}`, {}]));
    expect(faultsOf(many)).toContain(': more than 500 of them');
    const eachDay = Object.fromEntries(
      Array.from({ length: 101 }, (_, at) => [
        `2030-${String(1 + (at % 12)).padStart(2, '0')}-${10 + Math.floor(at / 12)}`,
        1,
      ]),
    );
    expect(faultsOf({ JKM_DEATH: eachDay })).toEqual(['JKM_DEATH: more than 100 of them']);
  });
});

describe('what the law says', () => {
  it('is known of a rule and a day', () => {
    expect(lawOn('JKM_DEATH', localDate('2019-12-01'))).toBe(16_200_000);
    expect(lawOn('JKM_DEATH', localDate('2015-06-30'))).toBeUndefined();
    expect(lawOn('JKM_DEAD', localDate('2019-12-01'))).toBeUndefined();
  });
});
