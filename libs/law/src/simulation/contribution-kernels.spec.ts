import { describe, expect, it } from '@jest/globals';
import { type Period, period, periodsFrom } from '#kernel';
import { calculate } from '../calculate.js';
import { bandOf, contributionKernel, CONTRIBUTION_CODES } from './contribution-kernels.js';
import { type Batch, emptyBatch, FLAG_BIT, type Group, GROUPS, PROGRAM_BIT } from './population.js';
import { Random } from './random.js';
import { contributionRequests } from './scalar-requests.js';

const INCOMES = [1, 999_999, 1_099_000, 1_099_500, 1_100_000, 5_000_000, 10_547_399, 10_547_400, 20_200_000];
const CONTRACTS = [1, 99_999_999, 100_000_000, 500_000_001, 1_000_000_000, 5_000_000_001, 999_999_999_999];

/** Members as odd as requests allow: every edge, and amounts that no rate divides. */
function oddBatch(group: Group, size: number, random: Random): Batch {
  const batch = emptyBatch(group, size);
  for (let at = 0; at < size; at += 1) {
    const contract = group === 'JAKON' && random.happens(0.5);
    batch.income[at] = random.happens(0.3)
      ? random.pick(contract ? CONTRACTS : INCOMES)
      : random.between(1, contract ? 9_000_000_000 : 30_000_000);
    batch.riskClass[at] = random.between(1, 5);
    batch.programs[at] = random.between(0, group === 'BPU' ? PROGRAM_BIT.JP - 1 : 31);
    batch.flags[at] = (random.between(0, 31) & ~FLAG_BIT.CONTRACT) | (contract ? FLAG_BIT.CONTRACT : 0);
    batch.contractMonths[at] = random.pick([6, 12, 24]);
    batch.paidInMonth[at] = random.between(0, 13);
    batch.paidEvery[at] = random.pick([0, 1, 4, 12]);
    batch.voluntaryJht[at] = random.happens(0.5) ? random.between(50_000, 600_000) : 0;
  }
  return batch;
}

/** By code, what the kernel says of each member. */
function swept(batch: Batch, months: readonly Period[]): Record<string, Float64Array> {
  const codes = CONTRIBUTION_CODES[batch.group];
  const columns = codes.map(() => new Float64Array(batch.size));
  contributionKernel(batch.group, months)(batch, columns);
  return Object.fromEntries(codes.map((code, at) => [code, columns[at]!]));
}

/** The same by the calculators, one request at a time. */
function recomputed(batch: Batch, at: number, months: readonly Period[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const request of contributionRequests(batch, at, months)) {
    for (const { code, amountIdr } of calculate(request).components)
      sums[code] = (sums[code] ?? 0) + amountIdr;
  }
  return sums;
}

function differences(batch: Batch, months: readonly Period[]): string[] {
  const columns = swept(batch, months);
  const found: string[] = [];
  for (let at = 0; at < batch.size; at += 1) {
    const expected = recomputed(batch, at, months);
    for (const code of new Set([...Object.keys(expected), ...Object.keys(columns)])) {
      const [is, should] = [columns[code]?.[at] ?? 0, expected[code] ?? 0];
      if (is !== should) found.push(`member ${at}, ${code}: ${is} instead of ${should}`);
    }
  }
  return found;
}

describe('what a sweep over columns says is what the calculators say, to the rupiah, component by component:', () => {
  it.each(GROUPS)('of 2,000 members of %s in any month of the law', (group) => {
    const random = new Random(11, GROUPS.indexOf(group));
    const first = group === 'PMI' ? '2023-03' : '2015-07';
    for (let round = 0; round < 20; round += 1) {
      const month = periodsFrom(period(first), 140)[random.between(0, group === 'PMI' ? 60 : 139)]!;
      expect(differences(oddBatch(group, 100, random), [month])).toEqual([]);
    }
  });

  it.each(GROUPS)('of %s over twelve months in which reliefs and caps change', (group) => {
    const random = new Random(12, GROUPS.indexOf(group));
    for (const first of ['2025-06', '2026-01']) {
      expect(differences(oddBatch(group, 50, random), periodsFrom(period(first), 12))).toEqual([]);
    }
  });
});

describe('a sweep', () => {
  it('refuses an amount that cannot be computed exactly', () => {
    const batch = oddBatch('PU', 1, new Random(1, 1));
    batch.income[0] = 2 ** 52;
    expect(() => swept(batch, [period('2026-03')])).toThrow(RangeError);
  });

  it('refuses a month before the law', () => {
    expect(() => contributionKernel('PMI', [period('2019-01')])).toThrow('DATE_BEFORE_FIRST_LAW');
  });

  it('finds the last edge that is not above an amount', () => {
    const edges = Float64Array.of(0, 10, 20);
    expect([0, 9, 10, 19, 20, 99].map((amount) => bandOf(edges, amount))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
