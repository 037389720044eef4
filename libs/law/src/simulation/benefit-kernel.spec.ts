import { describe, expect, it } from '@jest/globals';
import { period, periodsFrom } from '#kernel';
import { calculate } from '../calculate.js';
import { DISABILITY_ROWS } from '../jkk/disability.rules.js';
import type { Injury } from '../jkk/injury.js';
import { JP_KINDS } from '../jp/jp.rules.js';
import { LEVELS } from '../scholarship/scholarship.rules.js';
import { benefitKernel } from './benefit-kernel.js';
import {
  BENEFIT_CODES,
  benefitRequest,
  emptyEvents,
  EVENT_KINDS,
  type EventKind,
  type Events,
} from './events.js';
import { type Batch, emptyBatch, type Group } from './population.js';
import { Random } from './random.js';
import type { BenefitComponent } from '../kernel/component.js';

const GROUPS_WITH_BENEFITS = ['PU', 'NON_ASN', 'BPU', 'JAKON'] as const;

/** Each row of the disability table, several in one accident, and more than the most. */
const INJURIES: readonly (readonly Injury[])[] = [
  ...DISABILITY_ROWS.map(({ id }) => [injuryOf(id)]),
  [{ item: 'TELUNJUK_TANGAN', side: 'LEFT', functionLossPct: 33.33 }],
  [{ item: 'JARI_KAKI_LAIN' }, { item: 'JARI_KAKI_LAIN' }, { item: 'PENCIUMAN' }],
  [{ item: 'SEBELAH_MATA' }, { item: 'SEBELAH_KAKI_PANGKAL_PAHA' }],
  [{ item: 'SEBELAH_MATA' }, { item: 'SEBELAH_KAKI_PANGKAL_PAHA' }, { item: 'JARI_KAKI_LAIN' }],
  [{ item: 'SEBELAH_MATA', alreadyPaidPct: 12.5 }],
];

function injuryOf(item: string): Injury {
  return {
    item,
    side: 'RIGHT',
    units: 2,
    ...(item === 'KULIT_KEPALA' && { percent: 17.25 }),
    ...(item === 'KAKI_MEMENDEK' && { shorteningCm: 7.5 }),
    ...(item === 'KERJA_FISIK' && { abilityLossPct: 26 }),
    ...(item === 'BINOKULER' && { betterEyeLossPct: 35.5, worseEyeLossPct: 80 }),
  };
}

/** Members with an event each, at every edge. */
function oddEvents(group: Group, size: number, random: Random): { batch: Batch; events: Events } {
  const [batch, events] = [emptyBatch(group, size), emptyEvents(size, INJURIES)];
  for (let at = 0; at < size; at += 1) {
    batch.income[at] = random.happens(0.3)
      ? random.pick([1, 416_666, 416_667, 1_099_500, 4_999_999, 5_000_000, 5_000_001, 27_000_000])
      : random.between(1, 40_000_000);
    events.member[at] = at;
    events.kind[at] = random.between(0, EVENT_KINDS.length - 1);
    events.month[at] = random.between(0, 13);
    const kind = EVENT_KINDS[events.kind[at]!]!;
    events.months[at] =
      kind === 'JOB_LOSS'
        ? random.between(1, 6)
        : random.pick([0, 1, 2, 3, 4, 6, 12, 13, 35, 36, 59, 60, 144, 179, 180, 181, 360, 479]);
    events.days[at] = random.pick([0, 0, 1, 29, 30, 31, 400]);
    // So that four fifths were paid, one month less, one more, and anything.
    events.membership[at] = random.pick([events.months[at]!, Math.floor(events.months[at]! * 1.25), 12, 225]);
    events.employers[at] = random.between(0, 3);
    events.balance[at] = random.between(0, 400_000_000);
    events.which[at] = random.between(0, WHICH[kind] - 1);
  }
  return { batch, events };
}

/** Among how many each kind chooses. */
const WHICH: Readonly<Record<EventKind, number>> = {
  DEATH: 1,
  ACCIDENT_DEATH: 1,
  TOTAL_DISABILITY: 1,
  PARTIAL_DISABILITY: INJURIES.length,
  INCAPACITY: 1,
  SAVINGS: 1,
  PENSION: JP_KINDS.length,
  JOB_LOSS: 1,
  SCHOOL_YEAR: LEVELS.length,
};

const JOB_LOSS = EVENT_KINDS.indexOf('JOB_LOSS');

/** What each component comes to: of several injuries one may come twice. */
function linesOf(components: readonly BenefitComponent[]): string[] {
  const sums: Record<string, number> = {};
  for (const { code, amountIdr } of components) sums[code] = (sums[code] ?? 0) + amountIdr;
  return Object.entries(sums)
    .map(([code, amount]) => `${code} ${amount}`)
    .sort();
}

describe('what a sweep over events pays is what the calculators say, component by component:', () => {
  it.each(GROUPS_WITH_BENEFITS)('of 5,000 events of %s in twelve months, whenever they begin', (group) => {
    const random = new Random(21, GROUPS_WITH_BENEFITS.indexOf(group));
    const found: string[] = [];
    for (const first of ['2019-06', '2021-03', '2023-06', '2024-09', '2026-01']) {
      const months = periodsFrom(period(first), 12);
      const { batch, events } = oddEvents(group, 1_000, random);
      const columns = BENEFIT_CODES.map(() => new Float64Array(events.size));
      benefitKernel(months)(batch, events, columns);
      for (let at = 0; at < events.size; at += 1) {
        const request = benefitRequest(batch, events, at, months);
        if (events.kind[at] === JOB_LOSS && first < '2021') continue; // There was no JKP to ask for.
        const said = request ? calculate(request).components.filter(({ amountIdr }) => amountIdr > 0) : [];
        const expected = linesOf(said);
        const swept = BENEFIT_CODES.map((code, column) => `${code} ${columns[column]![at]}`)
          .filter((line) => !line.endsWith(' 0'))
          .sort();
        if (swept.join() !== expected.join()) {
          found.push(`${JSON.stringify(request)}: ${swept.join()} instead of ${expected.join()}`);
        }
      }
    }
    expect(found).toEqual([]);
  });
});
