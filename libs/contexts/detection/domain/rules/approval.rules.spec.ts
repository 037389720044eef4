import { describe, expect, it } from '@jest/globals';
import { type WeighedSum, addDays, localDate, rupiah } from '#kernel';
import { approvalsNearLimit, invoicesNearLimit, onePair } from './approval.rules.js';
import { DAY, fact, found, idOf, measures } from './facts.examples.js';

const range = (count: number) => Array.from({ length: count }, (_one, place) => place);

describe('FD-11: bills just below a limit', () => {
  const bill = (amountIdr: number, on: string, person = 1) =>
    fact('STAY', {
      on,
      key: idOf(30),
      personId: idOf(person),
      data: { amountIdr, billedOn: localDate(on) },
    });

  it('is found from nine tenths of a limit on, up to the limit', () => {
    const hits = [44_999_999, 45_000_000, 50_000_000, 50_000_001].map(
      (amount) =>
        found(invoicesNearLimit, [bill(49_000_000, '2026-11-10'), bill(amount, '2026-11-11')]).length,
    );
    expect(hits).toEqual([0, 1, 1, 0]);
    expect(
      found(invoicesNearLimit, [bill(49_000_000, '2026-11-10'), bill(240_000_000, '2026-11-11')]),
    ).toHaveLength(1);
  });

  it('is found within seven days, of one patient', () => {
    const first = bill(49_000_000, '2026-11-01');
    const hits = ['2026-11-07', '2026-11-08', '2026-11-09'].map(
      (on) => found(invoicesNearLimit, [first, bill(49_000_000, on)]).length,
    );
    expect(hits).toEqual([1, 1, 0]);
    expect(found(invoicesNearLimit, [first, bill(49_000_000, '2026-11-02', 2)])).toEqual([]);
    expect(measures(found(invoicesNearLimit, [first, bill(46_000_000, '2026-11-02')]))).toEqual({
      invoices: 2,
      leastIdr: 46_000_000,
      limitIdr: 50_000_000,
    });
  });
});

describe('FD-12: approvals just within one’s own limit', () => {
  const sum = (matter: 'CASH' | 'CARE', amountIdr: number): WeighedSum => ({
    matter,
    amountIdr: rupiah(amountIdr),
  });
  const approved = (weighed: readonly WeighedSum[], on: string = DAY, level: 2 | 3 = 2) =>
    fact('DECISION', { on, actorId: 'sup-1', thingId: idOf(40), data: { weighed, level } });
  const approval = (amountIdr: number, on?: string, level?: 2 | 3) =>
    approved([sum('CASH', amountIdr)], on, level);
  const near = (count: number, on?: string) => range(count).map(() => approval(95_000_000, on));

  it('is found from the third on, from nine tenths of the limit up to it', () => {
    expect(found(approvalsNearLimit, near(2))).toEqual([]);
    expect(measures(found(approvalsNearLimit, near(3)))).toEqual({
      approvals: 3,
      leastIdr: 95_000_000,
      limitIdr: 100_000_000,
    });
    const hits = [89_999_999, 90_000_000, 100_000_000].map(
      (amount) => found(approvalsNearLimit, [...near(2), approval(amount)]).length,
    );
    expect(hits).toEqual([0, 1, 1]);
  });

  it('is none of somebody whose limit is higher', () => {
    expect(found(approvalsNearLimit, [...near(2), approval(95_000_000, DAY, 3)])).toEqual([]);
    expect(
      found(
        approvalsNearLimit,
        range(3).map(() => approval(480_000_000, DAY, 3)),
      ),
    ).toHaveLength(1);
  });

  it('weighs cash and care each by its own limit, and not what both come to', () => {
    const three = (...weighed: readonly WeighedSum[]) =>
      found(
        approvalsNearLimit,
        range(3).map(() => approved(weighed)),
      );
    expect(three(sum('CASH', 55_000_000), sum('CARE', 40_000_000))).toEqual([]);
    expect(measures(three(sum('CASH', 24_000_000), sum('CARE', 48_000_000)))).toEqual({
      approvals: 3,
      leastIdr: 48_000_000,
      limitIdr: 50_000_000,
    });
    expect(measures(three(sum('CASH', 95_000_000), sum('CARE', 40_000_000)))).toMatchObject({
      leastIdr: 95_000_000,
      limitIdr: 100_000_000,
    });
  });

  it('counts five working days, that of the run as the last', () => {
    // The Monday of the week of the run, and the Friday before it.
    expect(found(approvalsNearLimit, [...near(1, '2026-11-16'), ...near(2)])).toHaveLength(1);
    expect(found(approvalsNearLimit, [...near(1, '2026-11-13'), ...near(2)])).toEqual([]);
  });
});

describe('FD-13: nearly always the same pair', () => {
  const approvals = (count: number, decider: string, on = '2026-11-02') =>
    range(count).map(() => fact('DECISION', { on, key: 'adj-1', actorId: decider }));

  it('is found above 60 %, with twenty approvals', () => {
    expect(found(onePair, [...approvals(12, 'sup-1'), ...approvals(8, 'sup-2')])).toEqual([]);
    expect(measures(found(onePair, [...approvals(13, 'sup-1'), ...approvals(7, 'sup-2')]))).toEqual({
      approvals: 13,
      ofAll: 20,
    });
    expect(found(onePair, approvals(19, 'sup-1'))).toEqual([]);
    expect(found(onePair, approvals(20, 'sup-1'))).toHaveLength(1);
    expect(found(onePair, approvals(21, 'sup-1'))).toHaveLength(1);
  });

  it('counts the last 90 days', () => {
    const first = addDays(DAY, -89);
    expect(found(onePair, [...approvals(19, 'sup-1'), ...approvals(1, 'sup-1', first)])).toHaveLength(1);
    expect(found(onePair, [...approvals(19, 'sup-1'), ...approvals(1, 'sup-1', addDays(first, -1))])).toEqual(
      [],
    );
  });
});
