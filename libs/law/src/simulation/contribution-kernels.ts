import type { Period } from '#kernel';
import {
  BAND_KEY_SHIFT,
  type BpuTables,
  bpuTables,
  type JakonTables,
  jakonTables,
  KEYS_OF_BAND,
  KEYS_OF_MONTH,
  LABOUR_INTENSIVE_KEY,
  type PmiTables,
  pmiTables,
  type PuTables,
  puTables,
  type Slices,
} from './contribution-tables.js';
import { NotComputable } from './not-computable.js';
import { type Batch, FLAG_BIT, type Group, PROGRAM_BIT } from './population.js';
import type { PmiTariff } from '../pmi/pmi.rules.js';
import type { SharedRates } from './shared-rates.js';

/** One column of whole rupiah for each component, in the order of `CONTRIBUTION_CODES`. */
export type Amounts = readonly Float64Array[];

const WAGE_EARNERS = [
  'CONTRIB_JKK',
  'CONTRIB_JKM',
  'CONTRIB_JHT_EMPLOYER',
  'CONTRIB_JHT_WORKER',
  'CONTRIB_JP_EMPLOYER',
  'CONTRIB_JP_WORKER',
] as const;

/** The components that each group may owe, by the codes of the calculators. */
export const CONTRIBUTION_CODES = {
  PU: WAGE_EARNERS,
  NON_ASN: WAGE_EARNERS,
  BPU: ['CONTRIB_JKK', 'CONTRIB_JKM', 'CONTRIB_JHT'],
  JAKON: ['CONTRIB_JKK', 'CONTRIB_JKM'],
  PMI: ['CONTRIB_PMI_BEFORE', 'CONTRIB_PMI_DURING_AFTER', 'CONTRIB_JHT'],
} as const satisfies Record<Group, readonly string[]>;

/** Adds what each member of a batch owes in all months to the columns of the components. */
export type Contribute = (batch: Batch, into: Amounts) => void;

/**
 * The sweep over a group for some months, compiled from the rules in force (or from a reform, inside `underReform`).
 * @throws Rejection DATE_BEFORE_FIRST_LAW, NotComputable when a batch holds an amount too large to be computed exactly
 */
export function contributionKernel(group: Group, months: readonly Period[]): Contribute {
  const kernels: Readonly<Record<Group, () => Contribute>> = {
    PU: () => ofWageEarners(puTables(months)),
    NON_ASN: () => ofWageEarners(puTables(months)),
    BPU: () => ofSelfEmployed(bpuTables(months)),
    JAKON: () => ofConstruction(jakonTables(months)),
    PMI: () => ofMigrantWorkers(pmiTables(months)),
  };
  return kernels[group]();
}

/** Everything a sweep multiplies stays a whole number below 2^53, or nothing is computed. */
function assertExact(bases: Float64Array, size: number, ...rates: readonly SharedRates[]): void {
  const most = Math.min(...rates.map(({ largestBase }) => largestBase));
  for (let at = 0; at < size; at += 1) {
    const base = bases[at]!;
    if (!(base >= 0 && base <= most)) {
      throw new NotComputable(
        `An amount of ${base} rupiah cannot be computed exactly; 0 to ${most} can`,
        `Jumlah ${base} rupiah tidak dapat dihitung secara eksak; 0 sampai ${most} dapat`,
      );
    }
  }
}

/** The sweep that most members go through: written out programme by programme, so that nothing is looked up or called within it. */
function ofWageEarners(tables: PuTables): Contribute {
  const { times, jpCap } = tables;
  const kinds = times.length;
  const { numerators: jkkN, denominator: jkkD, half: jkkHalf } = tables.jkk;
  const { numerators: jkmN, denominator: jkmD, half: jkmHalf } = tables.jkm;
  const { numerators: jhtEmployerN, denominator: jhtEmployerD, half: jhtEmployerHalf } = tables.jhtEmployer;
  const { numerators: jhtWorkerN, denominator: jhtWorkerD, half: jhtWorkerHalf } = tables.jhtWorker;
  const { numerators: jpEmployerN, denominator: jpEmployerD, half: jpEmployerHalf } = tables.jpEmployer;
  const { numerators: jpWorkerN, denominator: jpWorkerD, half: jpWorkerHalf } = tables.jpWorker;
  return ({ size, income, riskClass, programs, flags }, into) => {
    const [jkk, jkm, jhtEmployer, jhtWorker, jpEmployer, jpWorker] = into as Six;
    assertExact(income, size, tables.jkk, tables.jkm, tables.jhtEmployer, tables.jpEmployer);
    assertExact(income, size, tables.jhtWorker, tables.jpWorker);
    for (let at = 0; at < size; at += 1) {
      const wage = income[at]!;
      const joined = programs[at]!;
      if (joined & PROGRAM_BIT.JKK) {
        let key = riskClass[at]! + (flags[at]! & FLAG_BIT.LABOUR_INTENSIVE ? LABOUR_INTENSIVE_KEY : 0);
        let sum = jkk[at]!;
        for (let kind = 0; kind < kinds; kind += 1, key += KEYS_OF_MONTH) {
          sum += times[kind]! * Math.floor((jkkN[key]! * wage + jkkHalf) / jkkD);
        }
        jkk[at] = sum;
      }
      if (joined & PROGRAM_BIT.JKM) {
        let sum = jkm[at]!;
        for (let kind = 0; kind < kinds; kind += 1) {
          sum += times[kind]! * Math.floor((jkmN[kind]! * wage + jkmHalf) / jkmD);
        }
        jkm[at] = sum;
      }
      if (joined & PROGRAM_BIT.JHT) {
        let [employer, worker] = [jhtEmployer[at]!, jhtWorker[at]!];
        for (let kind = 0; kind < kinds; kind += 1) {
          employer +=
            times[kind]! * Math.floor((jhtEmployerN[kind]! * wage + jhtEmployerHalf) / jhtEmployerD);
          worker += times[kind]! * Math.floor((jhtWorkerN[kind]! * wage + jhtWorkerHalf) / jhtWorkerD);
        }
        jhtEmployer[at] = employer;
        jhtWorker[at] = worker;
      }
      if (joined & PROGRAM_BIT.JP) {
        let [employer, worker] = [jpEmployer[at]!, jpWorker[at]!];
        for (let kind = 0; kind < kinds; kind += 1) {
          const cap = jpCap[kind]!;
          const base = wage < cap ? wage : cap;
          employer += times[kind]! * Math.floor((jpEmployerN[kind]! * base + jpEmployerHalf) / jpEmployerD);
          worker += times[kind]! * Math.floor((jpWorkerN[kind]! * base + jpWorkerHalf) / jpWorkerD);
        }
        jpEmployer[at] = employer;
        jpWorker[at] = worker;
      }
    }
  };
}

type Six = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function ofSelfEmployed({ stretches }: BpuTables): Contribute {
  return ({ size, income, programs, flags }, into) => {
    const [jkk, jkm, jht] = into as readonly [Float64Array, Float64Array, Float64Array];
    for (const table of stretches) {
      const { edges } = table;
      for (let at = 0; at < size; at += 1) {
        const joined = programs[at]!;
        const band = bandOf(edges, income[at]!);
        const key = band * KEYS_OF_BAND + ((flags[at]! >> BAND_KEY_SHIFT) & (KEYS_OF_BAND - 1));
        if (joined & PROGRAM_BIT.JKK) jkk[at]! += table.jkk[key]!;
        if (joined & PROGRAM_BIT.JKM) jkm[at]! += table.jkm[key]!;
        if (joined & PROGRAM_BIT.JHT) jht[at]! += table.jht[band]!;
      }
    }
  };
}

/** The last band whose lower bound is not above the amount; the first bound is 0. */
export function bandOf(edges: Float64Array, amount: number): number {
  let [low, high] = [0, edges.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= amount) low = middle;
    else high = middle;
  }
  return low;
}

function ofConstruction(tables: JakonTables): Contribute {
  const { months, times, wageJkk, wageJkm, contractJkk, contractJkm } = tables;
  return ({ size, income, flags, paidInMonth, paidEvery }, into) => {
    const [jkk, jkm] = into as readonly [Float64Array, Float64Array];
    assertExact(
      income,
      size,
      wageJkk,
      wageJkm,
      ...[...contractJkk, ...contractJkm].map(({ rates }) => rates),
    );
    for (let at = 0; at < size; at += 1) {
      const base = income[at]!;
      if (flags[at]! & FLAG_BIT.CONTRACT) {
        for (let month = paidInMonth[at]!; month < months; month += paidEvery[at]! || months) {
          jkk[at]! += overSlices(contractJkk[month]!, base);
          jkm[at]! += overSlices(contractJkm[month]!, base);
        }
      } else {
        jkk[at]! += overMonths(wageJkk, times, base);
        jkm[at]! += overMonths(wageJkm, times, base);
      }
    }
  };
}

function overMonths(
  { numerators, denominator, half }: SharedRates,
  times: Float64Array,
  base: number,
): number {
  let sum = 0;
  for (let kind = 0; kind < times.length; kind += 1) {
    sum += times[kind]! * Math.floor((numerators[kind]! * base + half) / denominator);
  }
  return sum;
}

function overSlices(
  { edges, below, rates: { numerators, denominator, half } }: Slices,
  value: number,
): number {
  const band = bandOf(edges, value);
  return Math.floor((below[band]! + numerators[band]! * (value - edges[band]!) + half) / denominator);
}

function ofMigrantWorkers({ tariffs }: PmiTables): Contribute {
  return ({ size, flags, contractMonths, paidInMonth, paidEvery, voluntaryJht }, into) => {
    const [before, duringAfter, jht] = into as readonly [Float64Array, Float64Array, Float64Array];
    for (let at = 0; at < size; at += 1) {
      const [months, jhtMonthly] = [contractMonths[at]!, voluntaryJht[at]!];
      for (let month = paidInMonth[at]!; month < tariffs.length; month += paidEvery[at]! || tariffs.length) {
        const tariff = tariffs[month]!;
        if (flags[at]! & FLAG_BIT.AGENCY) before[at]! += tariff.before;
        duringAfter[at]! += coverOf(tariff, months);
        jht[at]! += voluntary(tariff, jhtMonthly) * months;
      }
    }
  };
}

const sold = (contracts: PmiTariff['duringAfter']): string => Object.keys(contracts).join(', ');

function coverOf({ duringAfter }: PmiTariff, months: number): number {
  const cover = duringAfter[months];
  if (cover === undefined)
    throw new NotComputable(
      `No contract of ${months} months is sold; ${sold(duringAfter)} are`,
      `Tidak ada kontrak ${months} bulan; yang ada ${sold(duringAfter)}`,
    );
  return cover;
}

function voluntary({ jhtLeast, jhtMost }: PmiTariff, monthly: number): number {
  if (monthly !== 0 && !(monthly >= jhtLeast && monthly <= jhtMost)) {
    throw new NotComputable(
      `JHT of a migrant worker is ${jhtLeast} to ${jhtMost} a month`,
      `JHT pekerja migran ${jhtLeast} sampai ${jhtMost} sebulan`,
    );
  }
  return monthly;
}
