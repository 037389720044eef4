import { describe, expect, it } from '@jest/globals';
import { calculate, CALCULATOR_FIELDS, INPUT_ERRORS, underReform } from '#law';
import { addDays, localDate } from '#kernel';
import { errorOf } from './spec/outcome.js';
import { WORKED_EXAMPLES } from './spec/worked-examples.js';

const JKM = {
  calculator: 'JKM',
  segment: 'BPU',
  deathDate: '2025-03-10',
  consecutivePaidMonths: 8,
  totalPaidMonths: 8,
  eligibleChildren: [],
};
const PARTIAL = {
  calculator: 'JKK_PARTIAL',
  segment: 'PU',
  accidentDate: '2025-02-03',
  monthlyWage: 5_000_000,
  injuries: [{ item: 'SEBELAH_MATA' }],
};

const eyes = (length: number) => Array.from({ length }, () => ({ item: 'SEBELAH_MATA' }));

describe('an impossible request', () => {
  it.each([
    [undefined, 'MISSING_FIELD'],
    [null, 'NOT_AN_OBJECT'],
    [[], 'NOT_AN_OBJECT'],
    ['JKM', 'NOT_AN_OBJECT'],
    [{}, 'MISSING_FIELD'],
    [{ calculator: 'PENSIUN' }, 'UNKNOWN_CALCULATOR'],
    [{ calculator: 'toString' }, 'UNKNOWN_CALCULATOR'],
    [{ calculator: 7 }, 'UNKNOWN_CALCULATOR'],
  ])('%j is refused with %s', (inputs, code) => {
    expect(errorOf(inputs)).toBe(code);
  });

  it.each([
    ['deathDate', undefined, 'MISSING_FIELD'],
    ['deathDate', '2025-02-29', 'INVALID_DATE'],
    ['deathDate', '2025-13-01', 'INVALID_DATE'],
    ['deathDate', '2025-03-10T25:00', 'INVALID_DATE'],
    ['deathDate', '10-03-2025', 'INVALID_DATE'],
    ['deathDate', 20250310, 'INVALID_DATE'],
    ['deathDate', '2201-01-01', 'INVALID_DATE'],
    ['deathDate', '1899-12-31', 'INVALID_DATE'],
    ['deathDate', '2015-06-30', 'DATE_BEFORE_FIRST_LAW'],
    ['segment', 'ASN', 'UNKNOWN_VALUE'],
    ['segment', 'toString', 'UNKNOWN_VALUE'],
    ['segment', undefined, 'MISSING_FIELD'],
    ['consecutivePaidMonths', undefined, 'MISSING_FIELD'],
    ['consecutivePaidMonths', '8', 'NOT_A_NUMBER'],
    ['consecutivePaidMonths', null, 'NOT_A_NUMBER'],
    ['consecutivePaidMonths', Number.NaN, 'NOT_A_NUMBER'],
    ['consecutivePaidMonths', Infinity, 'UNSAFE_INTEGER'],
    ['consecutivePaidMonths', 2 ** 53, 'UNSAFE_INTEGER'],
    ['consecutivePaidMonths', 7.5, 'NOT_WHOLE'],
    ['consecutivePaidMonths', -1, 'NEGATIVE_AMOUNT'],
    ['consecutivePaidMonths', 721, 'OUT_OF_RANGE'],
    ['active', 'yes', 'NOT_A_BOOLEAN'],
    ['lastPaidPeriod', '2025-13', 'INVALID_PERIOD'],
    ['lastPaidPeriod', '2025-01-01', 'INVALID_PERIOD'],
    ['lastPaidPeriod', '2015-06', 'DATE_BEFORE_FIRST_LAW'],
    ['eligibleChildren', {}, 'NOT_A_LIST'],
    ['eligibleChildren', [7], 'NOT_AN_OBJECT'],
    ['eligibleChildren', [{}], 'MISSING_FIELD'],
    ['eligibleChildren', [{ remainingYears: { SD: 1 }, name: 'x' }], 'UNKNOWN_FIELD'],
    ['eligibleChildren', Array.from({ length: 31 }, () => ({ remainingYears: {} })), 'OUT_OF_RANGE'],
    ['mode', 'SOMETIME', 'UNKNOWN_VALUE'],
    ['monthlyWage', -5, 'NEGATIVE_AMOUNT'],
    ['deathdate', '2025-03-10', 'UNKNOWN_FIELD'],
    ['totalPaidMonth', 8, 'UNKNOWN_FIELD'],
  ])('with %s = %p is refused with %s', (field, value, code) => {
    expect(errorOf({ ...JKM, [field]: value })).toBe(code);
  });

  it.each([
    ['monthlyWage', -5_000_000, 'NEGATIVE_AMOUNT'],
    ['monthlyWage', '5000000', 'NOT_A_NUMBER'],
    ['monthlyWage', 0.1, 'NOT_WHOLE'],
    ['monthlyWage', 1_000_000_000_001, 'OUT_OF_RANGE'],
    ['monthlyWage', 0, 'ZERO_WAGE'],
    ['accidentTime', '25:00', 'INVALID_TIME'],
    ['accidentTime', '23:60', 'INVALID_TIME'],
    ['accidentTime', 900, 'INVALID_TIME'],
    ['injuries', [{ item: 'TANDUK' }], 'UNKNOWN_ITEM'],
    ['injuries', [{ item: 7 }], 'UNKNOWN_VALUE'],
    ['injuries', eyes(101), 'OUT_OF_RANGE'],
    ['injuries', [{}], 'MISSING_FIELD'],
    ['injuries', [{ item: 'SEBELAH_MATA', functionLossPct: 33.333 }], 'OUT_OF_RANGE'],
    ['injuries', [{ item: 'SEBELAH_MATA', functionLossPct: 1e-7 }], 'OUT_OF_RANGE'],
    ['injuries', [{ item: 'SEBELAH_MATA', functionLossPct: -1 }], 'NEGATIVE_AMOUNT'],
    ['injuries', [{ item: 'SEBELAH_MATA', functionLossPct: '50' }], 'NOT_A_NUMBER'],
  ])('of JKK with %s = %p is refused with %s', (field, value, code) => {
    expect(errorOf({ ...PARTIAL, [field]: value })).toBe(code);
  });

  it('may hold a hundred injuries', () => {
    const injuries = eyes(100).map((eye) => ({ ...eye, functionLossPct: 2 }));
    expect(calculate({ ...PARTIAL, injuries }).components).toHaveLength(100);
  });

  it('may be one only under a reform, where an amount would not be exact any more', () => {
    const wealthy = { ...PARTIAL, monthlyWage: 1_000_000_000_000 };
    const soManyMonths = { JKK_PARTIAL_MONTHS: { '2020-01-01': 1_000_000_000_000 } };
    expect(underReform(soManyMonths, () => errorOf(wealthy))).toBe('UNSAFE_INTEGER');
  });

  it('names the path of what is wrong', () => {
    const injuries = [{ item: 'SEBELAH_MATA' }, { item: 'SEBELAH_MATA', functionLossPct: '50' }];
    expect(() => calculate({ ...PARTIAL, injuries })).toThrow('injuries[1].functionLossPct must be a number');
  });
});

describe('a request', () => {
  it('may hold facts that play no part, and is told so', () => {
    expect(calculate({ ...JKM, note: 'seen at the branch' }).ignoredFields).toEqual(['note']);
    expect(calculate(JKM).ignoredFields).toBeUndefined();
  });

  it('reads a negative zero as nothing', () => {
    expect(calculate({ ...PARTIAL, calculator: 'JKK_TRANSPORT', receipts: { LAND: -0 } }).components).toEqual(
      [],
    );
  });

  it('names the rule set of its event, a new one from each day the law changed', () => {
    const changes = [
      '2015-07-01',
      '2019-12-02',
      '2020-08-01',
      '2021-02-02',
      '2021-04-01',
      '2022-04-01',
      '2023-02-22',
      '2023-10-01',
      '2025-02-07',
      '2025-02-24',
      '2025-09-04',
      '2026-01-01',
    ];
    const ruleSet = (deathDate: string) => calculate({ ...JKM, segment: 'PU', deathDate }).ruleSetVersion;
    expect(changes.map(ruleSet)).toEqual(changes.map((day) => `${day}/2`));
    const dayBefore = changes.slice(1).map((day) => addDays(localDate(day), -1));
    expect(dayBefore.map(ruleSet)).toEqual(changes.slice(0, -1).map((day) => `${day}/2`));
    expect(ruleSet('2026-11-20')).toBe('2026-01-01/2');
  });

  it.each([
    ['2019-12-01', 'PP 44/2015'],
    ['2019-12-02', 'PP 44/2015 jo. PP 82/2019'],
    ['2023-09-30', 'PP 44/2015 jo. PP 82/2019'],
    ['2023-10-01', 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023'],
  ])('of an event on %s is decided under %s', (deathDate, law) => {
    expect(calculate({ ...JKM, deathDate }).components[0]).toMatchObject({ law });
  });
});

describe('an occupational disease (PAK)', () => {
  const disease = { ...PARTIAL, accidentDate: '2019-06-01', diagnosisDate: '2019-12-02' };

  it('is judged by the law of its diagnosis, in place of an accident', () => {
    const receipts = { LAND: 3_000_000 };
    const transport = { ...disease, calculator: 'JKK_TRANSPORT', receipts };
    expect(calculate(transport)).toMatchObject({ totalIdr: 3_000_000, ruleSetVersion: '2019-12-02/2' });
    expect(calculate({ ...transport, diagnosisDate: '2019-12-01' }).totalIdr).toBe(1_000_000);
    expect(calculate({ ...transport, accidentDate: undefined }).totalIdr).toBe(3_000_000);
    expect(calculate({ ...transport, segment: 'PU' }).ignoredFields).not.toContain('diagnosisDate');
  });

  it('has an existing day of diagnosis', () => {
    expect(errorOf({ ...disease, diagnosisDate: '2025-02-30' })).toBe('INVALID_DATE');
    expect(errorOf({ ...disease, diagnosisDate: '2015-06-30' })).toBe('DATE_BEFORE_FIRST_LAW');
  });

  it('may stand in every calculator that asks for an accident', () => {
    const asking = Object.entries(CALCULATOR_FIELDS).filter(([, fields]) => fields.includes('accidentDate'));
    const without = asking.filter(([, fields]) => !fields.includes('diagnosisDate'));
    expect(without.map(([name]) => name)).toEqual([]);
  });
});

describe('the list of calculators', () => {
  it('has every one of the worked examples', () => {
    const named = [...new Set(WORKED_EXAMPLES.map(({ inputs }) => inputs.calculator))];
    expect(Object.keys(CALCULATOR_FIELDS)).toEqual(expect.arrayContaining(named));
  });

  it.each(Object.keys(CALCULATOR_FIELDS))('%s answers an empty request with a named error', (calculator) => {
    expect(Object.keys(INPUT_ERRORS)).toContain(errorOf({ calculator }));
  });
});
