import { JP_KINDS, type JpKind } from '../jp/jp.rules.js';
import { emptyEvents, EVENT_KINDS, type EventKind, type Events } from './events.js';
import { type Batch, FLAG_BIT, PROGRAM_BIT } from './population.js';
import { EVENT_QUOTAS, quotaAmong } from './quotas.js';
import { amountAbove, type Random } from './random.js';

/** Every so manieth member a claim of each kind in a year, to the published sums (docs/reference/synthetic-population.md). */
export function eventsOf(batch: Batch, from: number, to: number, years: readonly Random[]): Events {
  const quotas = EVENT_QUOTAS.filter(({ group }) => group === batch.group).map(({ kind, claims }) => ({
    kind,
    count: quotaAmong(claims, to) - quotaAmong(claims, from),
  }));
  const inYear = quotas.reduce((sum, { count }) => sum + count, 0);
  const events = emptyEvents(inYear * years.length, INJURIES);
  let at = 0;
  years.forEach((random, year) => {
    for (const { kind, count } of quotas) {
      for (const end = at + count; at < end; at += 1) {
        events.kind[at] = EVENT_KINDS.indexOf(kind);
        events.member[at] = memberFor(kind, batch, random);
        events.month[at] = year * 12 + random.between(0, 11);
        BEFALL[kind](events, at, random);
      }
    }
  });
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

/** The injuries of accidents that leave a partial disability: mostly of fingers. */
const INJURIES: Events['injuries'] = [
  [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT' }],
  [{ item: 'JARI_LAIN_TANGAN', side: 'LEFT' }],
  [{ item: 'RUAS_PERTAMA_TELUNJUK', side: 'RIGHT' }],
  [{ item: 'TELUNJUK_TANGAN', side: 'LEFT' }],
  [{ item: 'IBU_JARI_TANGAN', side: 'RIGHT', functionLossPct: 30 }],
  [
    { item: 'JARI_LAIN_TANGAN', side: 'RIGHT' },
    { item: 'TELUNJUK_TANGAN', side: 'RIGHT' },
  ],
  [{ item: 'DAYA_DENGAR_SEBELAH_PER_10DB', units: 3 }],
  [{ item: 'SEBELAH_MATA' }],
  [{ item: 'LENGAN_SIKU', side: 'RIGHT' }, { item: 'SEBELAH_KAKI_PANGKAL_PAHA' }, { item: 'PENCIUMAN' }],
];
const INJURY_OF_HUNDRED = Uint8Array.from({ length: 100 }, (_, at) =>
  [30, 55, 70, 80, 87, 92, 96, 99, 100].findIndex((end) => at < end),
);

/** Of twenty first payments of JP, to whom: most to families. */
const DRAWER_OF_TWENTY: readonly JpKind[] = (
  [
    ['OLD_AGE', 7],
    ['WIDOW', 8],
    ['CHILD', 2],
    ['DISABILITY', 2],
    ['PARENT', 1],
  ] as const
).flatMap(([kind, parts]) => Array.from({ length: parts }, () => kind));

const BEFALL: Readonly<Record<EventKind, (events: Events, at: number, random: Random) => void>> = {
  DEATH: ({ months, employers }, at, random) => {
    months[at] = random.between(1, 120);
    employers[at] = random.happens(0.03) ? 2 : 1;
  },
  ACCIDENT_DEATH: () => {},
  TOTAL_DISABILITY: () => {},
  PARTIAL_DISABILITY: ({ which }, at, random) => {
    which[at] = INJURY_OF_HUNDRED[random.between(0, 99)]!;
  },
  INCAPACITY: ({ months, days }, at, random) => {
    months[at] = random.happens(0.05) ? random.between(1, 18) : 0;
    days[at] = random.between(3, 60);
  },
  SAVINGS: ({ balance }, at, random) => {
    balance[at] = amountAbove(1_000_000, 16_000_000, random);
  },
  PENSION: ({ months, membership, which, balance }, at, random) => {
    const paid = random.between(60, 130);
    months[at] = paid;
    membership[at] = Math.round(paid * (1 + random.unit() * 0.4));
    which[at] = JP_KINDS.indexOf(DRAWER_OF_TWENTY[random.between(0, 19)]!);
    balance[at] = amountAbove(3_000_000, 9_000_000, random);
  },
  JOB_LOSS: ({ months }, at, random) => {
    months[at] = random.between(1, 6);
  },
  SCHOOL_YEAR: ({ which }, at, random) => {
    which[at] = LEVEL_OF_HUNDRED[random.between(0, 99)]!;
  },
};
