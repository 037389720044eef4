import { describe, expect, it } from '@jest/globals';
import type { LawCase } from '../cases/law-case.js';
import type { Reform } from '../kernel/reform.js';
import { tryReform } from './try-reform.js';

const lawCase = (name: string, input: object): LawCase => ({
  name,
  input,
  output: { parts: {} },
  source: '-',
  keywords: [],
});

const death = (deathDate: string) => ({
  calculator: 'JKM',
  segment: 'PU',
  deathDate,
  consecutivePaidMonths: 24,
  totalPaidMonths: 24,
  eligibleChildren: [],
});
const CASES = [
  lawCase('before', death('2026-12-31')),
  lawCase('after', death('2027-01-01')),
  lawCase('impossible', { calculator: 'JKM' }),
];

describe('cases under a reform', () => {
  it('that come out otherwise are told with both outcomes', () => {
    const tried = tryReform({ JKM_FUNERAL: { '2027-01-01': 12_000_000 } }, CASES);
    expect(tried.map(({ of: { name }, law, reformed }) => [name, law.totalIdr, reformed.totalIdr])).toEqual([
      ['after', 42_000_000, 44_000_000],
    ]);
  });

  it('of a rule move the rules that take over its values: the floor of JKK with the lump sum of JKM', () => {
    const facts = { segment: 'JAKON', accidentDate: '2027-01-01', monthlyWage: 300_000 };
    const floor = [lawCase('floor', { calculator: 'JKK_DEATH', ...facts })];
    const totals = (reform: Reform) => tryReform(reform, floor).map(({ reformed }) => reformed.totalIdr);
    expect(totals({ JKM_DEATH: { '2027-01-01': 25_000_000 } })).toEqual([47_000_000]);
    expect(
      totals({ JKM_DEATH: { '2027-01-01': 25_000_000 }, JKK_DEATH_FLOOR: { '2027-01-01': 30_000_000 } }),
    ).toEqual([52_000_000]);
  });
});
