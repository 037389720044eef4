import { EVENT_KINDS, emptyEvents, type EventKind, type Events } from './events.js';
import { type Batch, emptyBatch, FLAG_BIT, type Group, GROUPS, PROGRAM_BIT } from './population.js';
import { EVENT_QUOTAS, type MemberKind, quotaAmong, QUOTAS } from './quotas.js';
import { Random } from './random.js';

/** Raised whenever the same seed would give other members. */
export const GENERATOR = 'kabupaten-bekasi/1';

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

/** The members of one chunk, a batch for each group that has any. */
export function generateChunk({ members, seed }: SyntheticPopulation, chunk: number): Generated[] {
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
  return batches.map((batch) => ({ batch, events: eventsOf(batch, from, to, random) }));
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

/** The minimum wage of Kabupaten Bekasi in 2025, rupiah a month; wages are in steps of a thousand. */
const MINIMUM_WAGE = 5_558_515;
const ROUND = 1_000;

/** Most earn little above the least, few much: an exponential tail over it, cut where nobody earns more. */
function wageAbove(least: number, meanAbove: number, random: Random): number {
  const above = Math.min(-Math.log(1 - random.unit()) * meanAbove, 20 * meanAbove);
  return Math.round((least + above) / ROUND) * ROUND;
}

/** Risk classes of a hundred employees: an industrial regency. */
const RISK_OF_HUNDRED = Uint8Array.from({ length: 100 }, (_, at) =>
  at < 12 ? 1 : at < 37 ? 2 : at < 72 ? 3 : at < 92 ? 4 : 5,
);

const WITH_JHT = PROGRAM_BIT.JKK | PROGRAM_BIT.JKM | PROGRAM_BIT.JHT;
const IN_ALL = WITH_JHT | PROGRAM_BIT.JP | PROGRAM_BIT.JKP;

const bpu =
  (flags: number, mostIncome: number): Fill =>
  (batch, at, random) => {
    batch.income[at] = random.happens(0.7) ? 1_000_000 : random.between(1, mostIncome / ROUND) * ROUND;
    batch.flags[at] = flags;
    if (random.happens(0.1)) batch.programs[at] = WITH_JHT;
  };

const FILL: Readonly<Record<MemberKind, Fill>> = {
  EMPLOYEE: (batch, at, random) => {
    batch.income[at] = random.happens(0.85)
      ? wageAbove(MINIMUM_WAGE, 1_500_000, random)
      : wageAbove(2_000_000, 1_200_000, random);
    batch.riskClass[at] = RISK_OF_HUNDRED[random.between(0, 99)]!;
    batch.programs[at] = random.happens(0.7) ? IN_ALL : WITH_JHT;
    if (random.happens(0.15)) batch.flags[at] = FLAG_BIT.LABOUR_INTENSIVE;
  },
  STATE_STAFF: (batch, at, random) => {
    batch.income[at] = wageAbove(2_000_000, 1_000_000, random);
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
    batch.income[at] = wageAbove(3_000_000, 1_500_000, random);
  },
  PROJECT: (batch, at, random) => {
    batch.income[at] = Math.round(50_000_000 * Math.exp(random.unit() * 6));
    batch.flags[at] = FLAG_BIT.CONTRACT;
    batch.paidInMonth[at] = random.between(0, 11);
  },
  MIGRANT: (batch, at, random) => {
    batch.contractMonths[at] = random.pick(MIGRANT_CONTRACTS);
    batch.paidInMonth[at] = random.between(0, 11);
    batch.flags[at] = random.happens(0.7) ? FLAG_BIT.AGENCY : 0;
    batch.income[at] = wageAbove(5_000_000, 3_000_000, random);
    if (random.happens(0.2)) batch.voluntaryJht[at] = random.between(1, 12) * 50_000;
  },
};

const MIGRANT_CONTRACTS = [12, 24, 24] as const;

/** Every so manieth member a claim of each kind, to the published sums (docs/reference/synthetic-population.md). */
function eventsOf(batch: Batch, from: number, to: number, random: Random): Events {
  const quotas = EVENT_QUOTAS.filter(({ group }) => group === batch.group).map(({ kind, claims }) => ({
    kind,
    count: quotaAmong(claims, to) - quotaAmong(claims, from),
  }));
  const events = emptyEvents(quotas.reduce((sum, { count }) => sum + count, 0));
  let at = 0;
  for (const { kind, count } of quotas) {
    for (const end = at + count; at < end; at += 1) {
      events.kind[at] = EVENT_KINDS.indexOf(kind);
      events.member[at] = memberFor(kind, batch, random);
      events.month[at] = random.between(0, 11);
      BEFALL[kind](events, at, random);
    }
  }
  return events;
}

const NEEDED: Readonly<Partial<Record<EventKind, number>>> = {
  SAVINGS: PROGRAM_BIT.JHT,
  PENSION: PROGRAM_BIT.JP,
  JOB_LOSS: PROGRAM_BIT.JKP,
};
const MOST_TRIES = 200;

/** Somebody who is in the programme, and no project; nearly everybody of the group is. */
function memberFor(kind: EventKind, { size, programs, flags }: Batch, random: Random): number {
  const needed = NEEDED[kind] ?? 0;
  const fits = (at: number) => (programs[at]! & needed) === needed && (flags[at]! & FLAG_BIT.CONTRACT) === 0;
  let member = random.between(0, size - 1);
  for (let tries = 0; tries < MOST_TRIES && !fits(member); tries += 1) {
    member = random.between(0, size - 1);
  }
  return member;
}

/** Of a hundred scholarships in payment, how many at each level of school. */
const LEVEL_OF_HUNDRED = Uint8Array.from({ length: 100 }, (_, at) =>
  at < 5 ? 0 : at < 42 ? 1 : at < 63 ? 2 : at < 85 ? 3 : 4,
);

const BEFALL: Readonly<Record<EventKind, (events: Events, at: number, random: Random) => void>> = {
  DEATH: ({ months }, at, random) => {
    months[at] = random.between(1, 120);
  },
  ACCIDENT_DEATH: () => {},
  SAVINGS: ({ balance }, at, random) => {
    balance[at] = wageAbove(1_000_000, 16_000_000, random);
  },
  PENSION: ({ months, balance }, at, random) => {
    months[at] = random.between(60, 130);
    balance[at] = wageAbove(3_000_000, 9_000_000, random);
  },
  JOB_LOSS: ({ months }, at, random) => {
    months[at] = random.between(1, 6);
  },
  SCHOOL_YEAR: ({ level }, at, random) => {
    level[at] = LEVEL_OF_HUNDRED[random.between(0, 99)]!;
  },
};
