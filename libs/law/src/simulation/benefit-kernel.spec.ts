import { describe, expect, it } from '@jest/globals';
import { period, periodsFrom } from '#kernel';
import { calculate } from '../calculate.js';
import { benefitKernel } from './benefit-kernel.js';
import { BENEFIT_CODES, benefitRequest, emptyEvents, EVENT_KINDS, type Events } from './events.js';
import { type Batch, emptyBatch, type Group } from './population.js';
import { Random } from './random.js';

const GROUPS_WITH_BENEFITS = ['PU', 'NON_ASN', 'BPU', 'JAKON'] as const;

/** Members with an event each, at every edge. */
function oddEvents(group: Group, size: number, random: Random): { batch: Batch; events: Events } {
  const [batch, events] = [emptyBatch(group, size), emptyEvents(size)];
  for (let at = 0; at < size; at += 1) {
    batch.income[at] = random.happens(0.3)
      ? random.pick([1, 416_666, 416_667, 1_099_500, 4_999_999, 5_000_000, 5_000_001, 27_000_000])
      : random.between(1, 40_000_000);
    events.member[at] = at;
    events.kind[at] = random.between(0, EVENT_KINDS.length - 1);
    events.month[at] = random.between(0, 13);
    const isJobLoss = EVENT_KINDS[events.kind[at]!] === 'JOB_LOSS';
    events.months[at] = isJobLoss
      ? random.between(1, 6)
      : random.pick([0, 1, 2, 3, 4, 35, 36, 59, 60, 179, 180, 181, 360, 479]);
    events.balance[at] = random.between(0, 400_000_000);
    events.level[at] = random.between(0, 4);
  }
  return { batch, events };
}

describe('what a sweep over events pays is what the calculators say, component by component:', () => {
  it.each(GROUPS_WITH_BENEFITS)('of 4,000 events of %s in twelve months, whenever they begin', (group) => {
    const random = new Random(21, GROUPS_WITH_BENEFITS.indexOf(group));
    const found: string[] = [];
    for (const first of ['2021-03', '2023-06', '2024-09', '2026-01']) {
      const months = periodsFrom(period(first), 12);
      const { batch, events } = oddEvents(group, 1_000, random);
      const columns = BENEFIT_CODES.map(() => new Float64Array(events.size));
      benefitKernel(months)(batch, events, columns);
      for (let at = 0; at < events.size; at += 1) {
        const request = benefitRequest(batch, events, at, months);
        const said = request ? calculate(request).components.filter(({ amountIdr }) => amountIdr > 0) : [];
        const expected = said.map(({ code, amountIdr }) => `${code} ${amountIdr}`).sort();
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
