import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { period, periodsFrom } from '#kernel';
import { calculate } from '../calculate.js';
import { type Reform, underReform } from '../kernel/reform.js';
import { BPU_BAND_RULE } from '../wage/bpu-bands.rules.js';
import { benefitKernel } from './benefit-kernel.js';
import { contributionKernel, CONTRIBUTION_CODES } from './contribution-kernels.js';
import { BENEFIT_CODES, benefitRequest } from './events.js';
import { chunksOf, DISTRICTS, generateChunk, GENERATOR, type Generated } from './generate.js';
import {
  figuresTable,
  MEMBERS_OF_FIGURES,
  MONTHS_OF_FIGURES,
  publishedFigures,
} from './published-figures.js';
import { Random } from './random.js';
import { contributionRequests, type ScalarRequest } from './scalar-requests.js';
import { reportOf, simulation } from './simulation.js';

const MONTHS = periodsFrom(period('2025-07'), 24);

/** Rates, the edge of a band, a cap, amounts and a row of the disability table, each from a day of its own. */
const REFORM: Reform = {
  CONTRIB_JKM_PU: { '2026-05-01': '0.27' },
  JP_WAGE_CAP: { '2026-03-01': 12_345_678 },
  BPU_BANDS: {
    '2026-02-01': BPU_BAND_RULE.versions[0]!.value.map((band) => ({
      ...band,
      ...(band.band === 1 && { to: 1_199_000 }),
      ...(band.band === 2 && { from: 1_200_000 }),
    })),
  },
  JKM_DEATH: { '2026-06-15': 23_000_000 },
  JKM_SEVERAL_EMPLOYERS: { '2025-10-01': ['JKM_DEATH'] },
  JKK_STMB: { '2026-02-01': [{ months: 1, share: '90' }, { share: '33.3' }] },
  JKK_PARTIAL_MONTHS: { '2026-04-01': 81 },
  JARI_LAIN_TANGAN: { '2026-05-01': { kind: 'PART', right: '5', left: '4.25' } },
  JKK_TOTAL_PERMANENT: { '2025-08-01': { share: '72.5', months: 79 } },
  JP_FULL_MONTHS: { '2026-07-01': 120 },
  JP_SURVIVOR_CONDITION: { '2026-01-01': { memberMonths: 80, densityPct: 75 } },
};

/** The sums of the components that the calculators give for some requests. */
function said(requests: readonly ScalarRequest[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { code, amountIdr } of requests.flatMap((request) => calculate(request).components)) {
    if (amountIdr !== 0) sums[code] = (sums[code] ?? 0) + amountIdr;
  }
  return sums;
}

/** The components of one row of the columns that are not zero. */
function rowOf(
  codes: readonly string[],
  columns: readonly Float64Array[],
  row: number,
): Record<string, number> {
  const amounts = codes.map((code, at) => [code, columns[at]![row]!] as const);
  return Object.fromEntries(amounts.filter(([, amount]) => amount !== 0));
}

function swept({ batch, events }: Generated) {
  const contributions = CONTRIBUTION_CODES[batch.group].map(() => new Float64Array(batch.size));
  const benefits = BENEFIT_CODES.map(() => new Float64Array(events.size));
  contributionKernel(batch.group, MONTHS)(batch, contributions);
  benefitKernel(MONTHS)(batch, events, benefits);
  return { contributions, benefits };
}

const linesOf = (sums: Readonly<Record<string, number>>): string =>
  Object.entries(sums)
    .map(([code, amount]) => `${code} ${amount}`)
    .sort()
    .join(', ');

/** Recomputes so many members taken at random, and every event; counts both and lists what differs. */
function recomputed(generated: Generated, members: number, random: Random) {
  const { batch, events } = generated;
  const { contributions, benefits } = swept(generated);
  const differences: string[] = [];
  const compare = (what: string, is: Record<string, number>, should: Record<string, number>) => {
    const [left, right] = [is, should].map((sums) => linesOf(sums));
    if (left !== right) differences.push(`${batch.group} ${what}: ${left} instead of ${right}`);
  };
  for (let drawn = 0; drawn < members; drawn += 1) {
    const at = random.between(0, batch.size - 1);
    const is = rowOf(CONTRIBUTION_CODES[batch.group], contributions, at);
    compare(`member ${at}`, is, said(contributionRequests(batch, at, MONTHS)));
  }
  for (let at = 0; at < events.size; at += 1) {
    const request = benefitRequest(batch, events, at, MONTHS);
    compare(`event ${at}`, rowOf(BENEFIT_CODES, benefits, at), said(request ? [request] : []));
  }
  return differences;
}

describe('of a simulation', () => {
  it.each([
    [10_000, 'as the law is', {}],
    [2_000, 'under a reform', REFORM],
  ])(
    '%i random members and all events, recomputed by the calculators %s, differ in nothing',
    (members, _, reform) => {
      const random = new Random(3, 3);
      const chunk = generateChunk({ members: 65_536, seed: 20_261_128 }, 0, MONTHS.length);
      const differences = underReform(reform, () =>
        chunk.flatMap((generated) => recomputed(generated, members / chunk.length, random)),
      );
      expect(chunk).toHaveLength(5);
      expect(differences).toEqual([]);
    },
  );
});

describe('a synthetic population', () => {
  it('is the same for the same seed, or its name changes', () => {
    const hash = createHash('sha256');
    for (const { batch, events } of generateChunk({ members: 100_000, seed: 1 }, 1, 12)) {
      for (const column of [...Object.values(batch), ...Object.values(events)] as unknown[]) {
        if (ArrayBuffer.isView(column)) hash.update(new Uint8Array(column.buffer));
      }
    }
    expect(`${GENERATOR} ${hash.digest('hex').slice(0, 16)}`).toBe('kabupaten-bekasi/2 add1ccba79c4ce43');
  });

  it.each([1, 65_536, 65_537, 200_000])('of %i members has so many', (members) => {
    const population = { members, seed: 9 };
    const chunks = Array.from({ length: chunksOf(population) }, (_, chunk) =>
      generateChunk(population, chunk, 12),
    );
    expect(chunks.flat().reduce((sum, { batch }) => sum + batch.size, 0)).toBe(members);
  });

  it('befalls as much in each year, and the same in the first months however long the time is', () => {
    const eventsIn = (months: number) =>
      generateChunk({ members: 65_536, seed: 4 }, 0, months).map(({ events }) => events);
    eventsIn(30).forEach((long, group) => {
      const short = eventsIn(12)[group]!;
      expect(long.size).toBe(short.size * 3);
      for (const column of ['kind', 'member', 'month', 'balance', 'which'] as const) {
        expect(long[column].subarray(0, short.size)).toEqual(short[column]);
      }
      if (short.size > 50) expect(new Set(long.month.map((month) => month / 12))).toEqual(new Set([0, 1, 2]));
    });
  });

  it('comes to the published figures, as the page about it says', () => {
    const months = periodsFrom(period(MONTHS_OF_FIGURES.first), MONTHS_OF_FIGURES.count);
    const { add, tally } = simulation({ months, districts: DISTRICTS });
    const population = { members: MEMBERS_OF_FIGURES, seed: 1 };
    for (let chunk = 0; chunk < chunksOf(population); chunk += 1) {
      for (const { batch, events } of generateChunk(population, chunk, MONTHS_OF_FIGURES.count))
        add(batch, events);
    }
    const figures = publishedFigures(reportOf(tally, DISTRICTS));
    for (const { published, generated } of figures) {
      expect(Math.abs(generated - published) / published).toBeLessThan(0.005);
    }
    const page = join(import.meta.dirname, '../../../../docs/reference/synthetic-population.md');
    const cells = (text: string) => text.replaceAll(/[ -]+/g, ' ');
    expect(cells(readFileSync(page, 'utf8'))).toContain(cells(figuresTable(figures)));
  });
});
