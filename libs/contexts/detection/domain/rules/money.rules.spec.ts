import { describe, expect, it } from '@jest/globals';
import { addDays, addPeriods, localDate, period } from '#kernel';
import { DAY, fact, found, idOf, measures } from './facts.examples.js';
import { accountChange, receiptsInARow, samePaper, sharedAccount, wageRise } from './money.rules.js';

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

  it('is another finding with each further claim that names it, and one matter', () => {
    const two = [paper(1, 50), paper(2, 51)];
    const [before] = found(samePaper, two);
    const [after] = found(samePaper, [...two, paper(3, 52)]);
    expect(after?.key).not.toEqual(before?.key);
    expect(before?.matter).toHaveLength(1);
    expect(after?.matter).toEqual(before?.matter);
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
