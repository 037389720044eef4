import type { Events } from './events.js';
import { eventsOf } from './generate-events.js';
import { type Batch, emptyBatch, FLAG_BIT, type Group, GROUPS, PROGRAM_BIT } from './population.js';
import { type MemberKind, quotaAmong, QUOTAS } from './quotas.js';
import { amountAbove, Random, STEP } from './random.js';

/** Raised whenever the same seed would give other members. */
export const GENERATOR = 'kabupaten-bekasi/2';

/** Members are made in chunks of this many, each from the seed and its own number, so that any can be made alone. */
export const CHUNK = 65_536;

export interface SyntheticPopulation {
  readonly members: number;
  readonly seed: number;
}

/** The districts (kecamatan) of Kabupaten Bekasi, with their parts of a hundred of its people (an assumption, rounded). */
const DISTRICT_PARTS: readonly (readonly [string, number])[] = [
  ['Tambun Selatan', 14],
  ['Babelan', 8],
  ['Cikarang Utara', 8],
  ['Cibitung', 8],
  ['Cikarang Barat', 7],
  ['Tambun Utara', 6],
  ['Cikarang Selatan', 5],
  ['Serang Baru', 5],
  ['Tarumajaya', 5],
  ['Setu', 5],
  ['Karangbahagia', 4],
  ['Cikarang Timur', 4],
  ['Pebayuran', 3],
  ['Cibarusah', 3],
  ['Sukatani', 3],
  ['Cikarang Pusat', 2],
  ['Kedungwaringin', 2],
  ['Cabangbungin', 2],
  ['Sukakarya', 2],
  ['Sukawangi', 1],
  ['Tambelang', 1],
  ['Bojongmangu', 1],
  ['Muara Gembong', 1],
];

export const DISTRICTS: readonly string[] = DISTRICT_PARTS.map(([name]) => name);
const DISTRICT_OF_HUNDRED = Uint16Array.from(
  DISTRICT_PARTS.flatMap(([, parts], district) => Array.from({ length: parts }, () => district)),
);

export const chunksOf = ({ members }: SyntheticPopulation): number => Math.ceil(members / CHUNK);

/** Members of one group, and what befalls them. */
export interface Generated {
  readonly batch: Batch;
  readonly events: Events;
}

/** Numbers for what befalls the members in a year are told apart from those of other years and of the members. */
const STREAMS_OF_YEAR = 65_536;

/**
 * The members of one chunk and what befalls them in so many months, a batch for each group that has any. The members are the
 * same however long the time, and so is what befalls them in its first months.
 */
export function generateChunk(
  { members, seed }: SyntheticPopulation,
  chunk: number,
  months: number,
): Generated[] {
  const [from, to] = [chunk * CHUNK, Math.min((chunk + 1) * CHUNK, members)];
  const kinds = QUOTAS.map(({ group, kind, members: published }) => ({
    group,
    kind,
    count: quotaAmong(published, to) - quotaAmong(published, from),
  }));
  // What rounding leaves over are employees, so that a chunk is never short.
  const counted = kinds.reduce((sum, { count }) => sum + count, 0);
  kinds[0]!.count += to - from - counted;
  const random = new Random(seed, chunk);
  const batches = GROUPS.flatMap((group) =>
    batchOf(
      group,
      kinds.filter((kind) => kind.group === group),
      random,
    ),
  );
  const years = Array.from(
    { length: Math.ceil(months / 12) },
    (_, year) => new Random(seed, chunk + (year + 1) * STREAMS_OF_YEAR),
  );
  return batches.map((batch) => ({ batch, events: eventsOf(batch, from, to, years) }));
}

function batchOf(
  group: Group,
  kinds: readonly { readonly kind: MemberKind; readonly count: number }[],
  random: Random,
): Batch[] {
  const size = kinds.reduce((sum, { count }) => sum + count, 0);
  if (size === 0) return [];
  const batch = emptyBatch(group, size);
  let at = 0;
  for (const { kind, count } of kinds) {
    const fill = FILL[kind];
    for (const end = at + count; at < end; at += 1) {
      batch.district[at] = DISTRICT_OF_HUNDRED[random.between(0, DISTRICT_OF_HUNDRED.length - 1)]!;
      batch.programs[at] = PROGRAM_BIT.JKK | PROGRAM_BIT.JKM;
      fill(batch, at, random);
    }
  }
  return [batch];
}

type Fill = (batch: Batch, at: number, random: Random) => void;

/** The minimum wage of Kabupaten Bekasi in 2025, rupiah a month */
const MINIMUM_WAGE = 5_558_515;

/** Risk classes of a hundred employees: an industrial regency. */
const RISK_OF_HUNDRED = Uint8Array.from({ length: 100 }, (_, at) =>
  at < 12 ? 1 : at < 37 ? 2 : at < 72 ? 3 : at < 92 ? 4 : 5,
);

const WITH_JHT = PROGRAM_BIT.JKK | PROGRAM_BIT.JKM | PROGRAM_BIT.JHT;
const IN_ALL = WITH_JHT | PROGRAM_BIT.JP | PROGRAM_BIT.JKP;

const bpu =
  (flags: number, mostIncome: number): Fill =>
  (batch, at, random) => {
    batch.income[at] = random.happens(0.7) ? 1_000_000 : random.between(1, mostIncome / STEP) * STEP;
    batch.flags[at] = flags;
    if (random.happens(0.1)) batch.programs[at] = WITH_JHT;
  };

const FILL: Readonly<Record<MemberKind, Fill>> = {
  EMPLOYEE: (batch, at, random) => {
    batch.income[at] = random.happens(0.85)
      ? amountAbove(MINIMUM_WAGE, 1_500_000, random)
      : amountAbove(2_000_000, 1_200_000, random);
    batch.riskClass[at] = RISK_OF_HUNDRED[random.between(0, 99)]!;
    batch.programs[at] = random.happens(0.7) ? IN_ALL : WITH_JHT;
    if (random.happens(0.15)) batch.flags[at] = FLAG_BIT.LABOUR_INTENSIVE;
  },
  STATE_STAFF: (batch, at, random) => {
    batch.income[at] = amountAbove(2_000_000, 1_000_000, random);
    batch.riskClass[at] = 1;
    batch.flags[at] = FLAG_BIT.GOVERNMENT_PAID;
  },
  FARMER: bpu(0, 3_000_000),
  OJEK: bpu(FLAG_BIT.TRANSPORT, 5_000_000),
  SPONSORED: (batch, at) => {
    batch.income[at] = 1_000_000;
  },
  VILLAGE_PAID: (batch, at) => {
    batch.income[at] = 1_000_000;
    batch.flags[at] = FLAG_BIT.GOVERNMENT_PAID;
  },
  OTHER_BPU: bpu(0, 12_000_000),
  BUILDER: (batch, at, random) => {
    batch.income[at] = amountAbove(3_000_000, 1_500_000, random);
  },
  PROJECT: (batch, at, random) => {
    batch.income[at] = Math.round(50_000_000 * Math.exp(random.unit() * 6));
    batch.flags[at] = FLAG_BIT.CONTRACT;
    batch.paidInMonth[at] = random.between(0, 11);
    // Where one project ends the next begins.
    batch.paidEvery[at] = 12;
  },
  MIGRANT: (batch, at, random) => {
    batch.contractMonths[at] = random.pick(MIGRANT_CONTRACTS);
    batch.paidEvery[at] = batch.contractMonths[at]!;
    batch.paidInMonth[at] = random.between(0, 11);
    batch.flags[at] = random.happens(0.7) ? FLAG_BIT.AGENCY : 0;
    batch.income[at] = amountAbove(5_000_000, 3_000_000, random);
    if (random.happens(0.2)) batch.voluntaryJht[at] = random.between(1, 12) * 50_000;
  },
};

const MIGRANT_CONTRACTS = [12, 24, 24] as const;
