import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { checkCase } from './check-case.js';
import type { ExpectedOutput, LawCase } from './law-case.js';

const INPUT = {
  calculator: 'JKM',
  segment: 'PU',
  deathDate: '2019-12-02',
  consecutivePaidMonths: 24,
  totalPaidMonths: 24,
  eligibleChildren: [],
};
const DUE = [
  { code: 'JKM_DEATH', amountIdr: 20_000_000 },
  { code: 'JKM_PERIODIC', amountIdr: 12_000_000 },
  { code: 'JKM_FUNERAL', amountIdr: 10_000_000 },
];

const lawCase = (output: Partial<ExpectedOutput>, more: Partial<LawCase> = {}): LawCase => ({
  name: 'a death on the first day of PP 82/2019',
  input: INPUT,
  source: 'PP 82/2019 Art. 34',
  keywords: ['JKM'],
  ...more,
  output: { parts: {}, ...output },
});

const differences = (output: Partial<ExpectedOutput>, more?: Partial<LawCase>) =>
  checkCase(lawCase(output, more));

const BY_PP_82 = { law: 'PP 44/2015 jo. PP 82/2019', article: 'Art. 34' };

describe('a case', () => {
  it('holds when each component and the total come out as it says, in whatever order it names them', () => {
    const parts = { totalIdr: 42_000_000 };
    expect(differences({ components: DUE, parts }, { date: localDate('2019-12-02') })).toEqual([]);
    expect(differences({ components: DUE.toReversed(), parts })).toEqual([]);
  });

  it('that expects another amount says which component came, with law and arithmetic', () => {
    const components = [{ code: 'JKM_DEATH', amountIdr: 16_200_000 }, ...DUE.slice(1)];
    expect(differences({ components })).toEqual([
      {
        what: 'JKM_DEATH',
        unit: 'Rp',
        expected: 16_200_000,
        came: 20_000_000,
        ...BY_PP_82,
        arithmetic: '20,000,000',
      },
    ]);
  });

  it('misses a component that did not come, and one that it does not name', () => {
    const components = [...DUE.slice(0, 2), { code: 'SCHOLARSHIP_SD', amountIdr: 1_500_000 }];
    expect(differences({ components })).toEqual([
      { what: 'SCHOLARSHIP_SD', unit: 'Rp', expected: 1_500_000, came: undefined },
      expect.objectContaining({ what: 'JKM_FUNERAL', expected: undefined, came: 10_000_000 }),
    ]);
  });

  it('compares the second component of a code with the second', () => {
    const input = {
      calculator: 'JKK_PARTIAL',
      segment: 'PU',
      accidentDate: '2025-02-03',
      monthlyWage: 3_000_000,
      dominantHand: 'RIGHT',
      injuries: [
        { item: 'LENGAN_SIKU', side: 'LEFT', functionLossPct: 100, kind: 'ANATOMIC' },
        { item: 'SEBELAH_MATA', functionLossPct: 100, kind: 'ANATOMIC' },
      ],
    };
    const code = 'JKK_PARTIAL_ANATOMIC';
    const components = [
      { code, amountIdr: 72_000_000 },
      { code, amountIdr: 84_000_001 },
    ];
    expect(differences({ components }, { input })).toMatchObject([
      { what: code, expected: 84_000_001, came: 84_000_000 },
    ]);
  });

  it('expects no decision when it names none, and the one that it names', () => {
    const input = {
      calculator: 'EXPIRY',
      accidentDate: '2016-03-01',
      claimDate: '2018-06-01',
      monthlyWage: 5_000_000,
    };
    expect(differences({ parts: { totalIdr: 0 } }, { input })).toEqual([
      { what: 'decision', expected: undefined, came: 'REJECTED_EXPIRED' },
    ]);
    expect(differences({ parts: { decision: 'REJECTED_EXPIRED' } }, { input })).toEqual([]);
  });

  it('expects nothing of the employer when it names nothing', () => {
    const input = {
      calculator: 'JKK_DEATH',
      segment: 'PU',
      accidentDate: '2025-05-19',
      monthlyWage: 2_600_000,
      actualMonthlyWage: 4_100_000,
    };
    expect(differences({}, { input })).toEqual([
      { what: 'owedByEmployerTotalIdr', unit: 'Rp', expected: 0, came: 72_000_000 },
    ]);
  });

  it('compares of a memo and of lists what it names, and calls each by where it stands', () => {
    const input = {
      calculator: 'CONTRIB_PU',
      monthlyWage: 12_000_000,
      riskClass: 3,
      period: '2025-04',
      programs: ['JKK', 'JKM', 'JHT', 'JP'],
      mode: 'PAYABLE_NOW',
    };
    const parts = {
      memo: { jkpRecompositionInsideJkkIdr: 16_801, nothing: 1 },
      ignoredFields: ['mode', 'route'],
    };
    expect(differences({ parts }, { input })).toEqual([
      { what: 'memo.jkpRecompositionInsideJkkIdr', unit: 'Rp', expected: 16_801, came: 16_800 },
      { what: 'memo.nothing', expected: 1, came: undefined },
      { what: 'ignoredFields.2', expected: 'route', came: undefined },
    ]);
  });

  it('notices that the answer comes from the law of another day', () => {
    expect(differences({ components: DUE }, { date: localDate('2019-12-01') })).toMatchObject([
      {
        what: 'date',
        expected: expect.stringContaining('2015-07-01'),
        came: expect.stringContaining('2019-12-02'),
      },
    ]);
  });

  it('holds when the request is refused as it says, and tells of another refusal why', () => {
    const input = { ...INPUT, deathDate: '2015-06-30' };
    expect(differences({ error: 'DATE_BEFORE_FIRST_LAW' }, { input })).toEqual([]);
    expect(differences({ error: 'MISSING_FIELD' }, { input })).toMatchObject([
      {
        what: 'error',
        expected: 'MISSING_FIELD',
        came: 'DATE_BEFORE_FIRST_LAW',
        arithmetic: expect.any(String),
      },
    ]);
    expect(differences({ error: 'MISSING_FIELD' })).toEqual([
      { what: 'error', expected: 'MISSING_FIELD', came: undefined },
    ]);
  });
});
