import { describe, expect, it } from '@jest/globals';
import { type WeighedSum, addDays, addPeriods, localDate, period, rupiah } from '#kernel';
import { DAY, fact, found, idOf, measures } from './facts.examples.js';
import {
  accountChange,
  approvalsNearLimit,
  invoicesNearLimit,
  onePair,
  receiptsInARow,
  samePaper,
  sharedAccount,
  wageRise,
} from './money.rules.js';

const range = (count: number) => Array.from({ length: count }, (_one, place) => place);

describe('FD-01: one account in claims of several', () => {
  const named = (serial: number, on = '2026-06-01', person = serial) =>
    fact('ACCOUNT', { on, personId: idOf(person), thingId: idOf(100 + serial) });

  it('is found from the third insured person on', () => {
    expect(found(sharedAccount, [named(1), named(2)])).toEqual([]);
    expect(found(sharedAccount, [named(1), named(2), named(3, '2026-06-01', 2)])).toEqual([]);
    expect(measures(found(sharedAccount, [named(1), named(2), named(3)]))).toEqual({ persons: 3, claims: 3 });
    expect(
      measures(
        found(
          sharedAccount,
          range(4).map((one) => named(one)),
        ),
      ),
    ).toEqual({ persons: 4, claims: 4 });
  });

  it('counts the last 365 days, that of the run as the last', () => {
    const first = addDays(DAY, -364);
    expect(found(sharedAccount, [named(1, first), named(2), named(3)])).toHaveLength(1);
    expect(found(sharedAccount, [named(1, addDays(first, -1)), named(2), named(3)])).toEqual([]);
  });

  it('is another finding for each account of the heirs of one claim', () => {
    const ofHeir = (heir: string) =>
      fact('ACCOUNT', {
        on: '2026-06-01',
        id: `${idOf(103)}/${heir}`,
        personId: idOf(3),
        thingId: idOf(103),
      });
    const [one] = found(sharedAccount, [named(1), named(2), ofHeir('a')]);
    const [other] = found(sharedAccount, [named(4), named(5), ofHeir('b')]);
    expect(one?.key).not.toEqual(other?.key);
  });

  it('is another finding with each further claim, and one matter', () => {
    const three = [named(1), named(2), named(3)];
    const [before] = found(sharedAccount, three);
    const [after] = found(sharedAccount, [...three, named(4)]);
    const [ofAnother] = found(sharedAccount, [named(5), named(6), named(7)]);
    expect(after?.key).not.toEqual(before?.key);
    expect(after?.matter).toEqual(before?.matter);
    expect(ofAnother?.matter).not.toEqual(before?.matter);
  });
});

describe('FD-06: one paper for two', () => {
  const paper = (person: number, event: number | null, key = 'POLICE_LETTER//LP12') =>
    fact('PAPER', {
      on: '2026-06-01',
      key,
      personId: idOf(person),
      thingId: idOf(100 + person + (event ?? 0)),
      data: { eventId: event === null ? null : idOf(event) },
    });

  it('is found where the persons or the events differ', () => {
    expect(found(samePaper, [paper(1, 50)])).toEqual([]);
    expect(found(samePaper, [paper(1, 50), paper(1, 50)])).toEqual([]);
    expect(found(samePaper, [paper(1, 50), paper(1, null)])).toEqual([]);
    expect(found(samePaper, [paper(1, 50), paper(1, 51)])).toHaveLength(1);
    expect(measures(found(samePaper, [paper(1, 50), paper(2, null)]))).toEqual({ persons: 2, claims: 2 });
  });

  it('is found where the number has four signs', () => {
    const both = (key: string) => [paper(1, 50, key), paper(2, 51, key)];
    expect(found(samePaper, both('POLICE_LETTER//123'))).toEqual([]);
    expect(found(samePaper, both('POLICE_LETTER//1234'))).toHaveLength(1);
  });
});

describe('FD-07: a wage before the event', () => {
  const EVENT = period('2026-11');
  const wage = (before: number, wageIdr: number, membership = 'm1') =>
    fact('WAGE', {
      on: '2026-01-01',
      thingId: membership,
      data: { period: addPeriods(EVENT, -before), wageIdr },
    });
  const usual = (count = 12) => range(count).map((place) => wage(place + 4, 4_000_000));
  const claim = fact('CLAIM', { on: '2026-11-05', id: idOf(5) });

  it('is found from one and a half times the median on', () => {
    const hits = [5_999_999, 6_000_000, 6_000_001].map(
      (most) => found(wageRise, [claim, ...usual(), wage(2, most)]).length,
    );
    expect(hits).toEqual([0, 1, 1]);
    expect(measures(found(wageRise, [claim, ...usual(), wage(2, 7_000_000)]))).toEqual({
      wageIdr: 7_000_000,
      medianIdr: 4_000_000,
    });
  });

  it('looks at the three months before, not at that of the event nor at the fourth', () => {
    const hits = [0, 1, 3, 4].map(
      (before) =>
        found(wageRise, [
          claim,
          ...usual().filter(({ data }) => data.period !== addPeriods(EVENT, -before)),
          wage(before, 9_000_000),
        ]).length,
    );
    expect(hits).toEqual([0, 1, 1, 0]);
  });

  it('has a median between the two in the middle, and needs six months', () => {
    const uneven = [
      ...range(6).map((place) => wage(place + 4, 4_000_000)),
      ...range(6).map((place) => wage(place + 10, 4_000_002)),
    ];
    const hits = [6_000_001, 6_000_002].map(
      (most) => found(wageRise, [claim, ...uneven, wage(1, most)]).length,
    );
    expect(hits).toEqual([0, 1]);
    expect(found(wageRise, [claim, ...usual(5), wage(1, 9_000_000)])).toEqual([]);
    expect(found(wageRise, [claim, ...usual(6), wage(1, 9_000_000)])).toHaveLength(1);
  });

  it('takes each work by itself', () => {
    expect(found(wageRise, [claim, ...usual(), wage(1, 9_000_000, 'm2')])).toEqual([]);
  });
});

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

describe('FD-14: an account of somebody else, shortly before the bank is told', () => {
  const known = fact('ACCOUNT', { on: '2026-01-10', personId: idOf(2) });
  const change = (on: string, instructedOn: string | null, personId = idOf(1)) =>
    fact('ACCOUNT_CHANGE', {
      on,
      personId,
      thingId: idOf(60),
      data: {
        instructedOn: instructedOn === null ? null : localDate(instructedOn),
        instructedAt: instructedOn === null ? null : '9900000',
      },
    });

  it('is found up to three working days before', () => {
    const hits = ['2026-11-12', '2026-11-13', '2026-11-16'].map(
      (on) => found(accountChange, [known, change(on, '2026-11-18')]).length,
    );
    expect(hits).toEqual([0, 1, 1]);
    expect(found(accountChange, [known, change('2026-11-18', null)])).toEqual([]);
  });

  it('is found where the account is known from somebody else by then', () => {
    expect(found(accountChange, [change('2026-11-18', '2026-11-18')])).toEqual([]);
    expect(found(accountChange, [known, change('2026-11-18', '2026-11-18', idOf(2))])).toEqual([]);
    const afterwards = { ...known, position: '9900001' };
    expect(found(accountChange, [afterwards, change('2026-11-18', '2026-11-18')])).toEqual([]);
  });
});

describe('FD-23: receipts in sequence', () => {
  const receipt = (number: string, person: number, isReceipt = true) =>
    fact('STAY', {
      on: '2026-09-01',
      key: idOf(30),
      personId: idOf(person),
      thingId: idOf(200 + person),
      data: { number, isReceipt },
    });

  it('is found from the third person on', () => {
    expect(found(receiptsInARow, [receipt('KW101', 1), receipt('KW102', 2)])).toEqual([]);
    expect(found(receiptsInARow, [receipt('KW101', 1), receipt('KW102', 2), receipt('KW103', 2)])).toEqual(
      [],
    );
    const three = [receipt('KW103', 3), receipt('KW101', 1), receipt('KW102', 2)];
    expect(measures(found(receiptsInARow, three))).toEqual({ invoices: 3, persons: 3 });
    expect(measures(found(receiptsInARow, [...three, receipt('KW104', 4)]))).toEqual({
      invoices: 4,
      persons: 4,
    });
  });

  it('is none with a gap, in another series, or of bills that wait for their money', () => {
    const two = [receipt('KW101', 1), receipt('KW102', 2)];
    expect(found(receiptsInARow, [...two, receipt('KW104', 3)])).toEqual([]);
    expect(found(receiptsInARow, [...two, receipt('KX103', 3)])).toEqual([]);
    expect(found(receiptsInARow, [...two, receipt('KW103', 3, false)])).toEqual([]);
  });
});
