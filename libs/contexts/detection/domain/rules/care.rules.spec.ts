import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { dearBills, moreThanBeds, moreThanRest, overlappingStays } from './care.rules.js';
import { fact, found, idOf, measures } from './facts.examples.js';

const range = (count: number) => Array.from({ length: count }, (_one, place) => place);

describe('FD-09: dear bills for one kind of diagnosis', () => {
  /** So many cases of a facility, each accepted with one sum. */
  const billsOf = (facility: number, cases: number, acceptedIdr: number, on = '2026-11-02') =>
    range(cases).map((serial) =>
      fact('BILL', {
        on,
        key: '32/S61',
        thingId: idOf(1000 * facility + serial),
        data: { facilityId: idOf(facility), acceptedIdr },
      }),
    );
  const others = (count: number) => range(count).flatMap((one) => billsOf(one + 1, 10, 1_000_000));

  it('is found where nineteen others are not as dear', () => {
    expect(found(dearBills, [...others(18), ...billsOf(50, 10, 2_000_000)])).toEqual([]);
    const hits = found(dearBills, [...others(19), ...billsOf(50, 10, 2_000_000)]);
    expect(measures(hits)).toEqual({ cases: 10, meanIdr: 2_000_000, usualIdr: 1_000_000, facilities: 20 });
    expect(hits[0]?.subjects).toEqual([{ kind: 'FACILITY', id: idOf(50) }]);
    expect(found(dearBills, others(20))).toEqual([]);
    expect(found(dearBills, [...others(19), ...billsOf(50, 10, 1_000_001)])).toHaveLength(1);
  });

  it('needs ten cases, of the facility and of each that it is compared with', () => {
    expect(found(dearBills, [...others(19), ...billsOf(50, 9, 2_000_000)])).toEqual([]);
    expect(found(dearBills, [...others(19), ...billsOf(50, 11, 2_000_000)])).toHaveLength(1);
    const few = billsOf(60, 9, 1_000_000);
    expect(found(dearBills, [...others(18), ...few, ...billsOf(50, 10, 2_000_000)])).toEqual([]);
  });

  it('takes several bills of one accident as one case, of the last 90 days', () => {
    const twice = billsOf(50, 9, 1_000_000);
    expect(found(dearBills, [...others(19), ...twice, ...twice])).toEqual([]);
    expect(found(dearBills, [...others(19), ...billsOf(50, 10, 2_000_000, '2026-08-23')])).toHaveLength(1);
    expect(found(dearBills, [...others(19), ...billsOf(50, 10, 2_000_000, '2026-08-22')])).toEqual([]);
  });
});

describe('FD-10: two stays at one time', () => {
  const stay = (from: string, until: string, facility = 30, more: object = {}) =>
    fact('STAY', {
      on: from,
      key: idOf(facility),
      thingId: idOf(70),
      data: { until: localDate(until), number: `N${facility}`, ...more },
    });

  it('is found from the first night in common on, at two facilities', () => {
    const first = stay('2026-09-01', '2026-09-05');
    const hits = ['2026-09-05', '2026-09-04', '2026-09-03'].map(
      (from) => found(overlappingStays, [first, stay(from, '2026-09-09', 31)]).length,
    );
    expect(hits).toEqual([0, 1, 1]);
    expect(measures(found(overlappingStays, [first, stay('2026-09-03', '2026-09-04', 31)]))).toEqual({
      nights: 1,
      invoices: 2,
      from: '2026-09-03',
    });
    expect(found(overlappingStays, [first, stay('2026-09-03', '2026-09-06')])).toEqual([]);
  });

  it('is found where one stay has two numbers', () => {
    const twice = (number: string) => [
      stay('2026-09-01', '2026-09-05'),
      stay('2026-09-01', '2026-09-05', 30, { number }),
    ];
    expect(found(overlappingStays, twice('N31'))).toHaveLength(1);
    expect(found(overlappingStays, twice('N30'))).toEqual([]);
  });

  it('looks at stays alone', () => {
    const first = stay('2026-09-01', '2026-09-05');
    const outpatient = stay('2026-09-02', '2026-09-04', 31, { isInpatient: false });
    expect(found(overlappingStays, [first, outpatient])).toEqual([]);
  });
});

describe('FD-19: more days of incapacity than of rest', () => {
  const rest = (days: number) => fact('REST', { on: '2026-09-20', thingId: idOf(70), data: { days } });
  const unable = (on: string, until: string) =>
    fact('INCAPACITY', { on, key: idOf(70), thingId: idOf(71), data: { until: localDate(until) } });

  it('is found from one day more on', () => {
    const ten = unable('2026-09-01', '2026-09-10');
    expect([11, 10, 9].map((days) => found(moreThanRest, [ten, rest(days)]).length)).toEqual([0, 0, 1]);
    expect(measures(found(moreThanRest, [ten, rest(9)]))).toEqual({ days: 10, restDays: 9 });
    expect(found(moreThanRest, [ten])).toEqual([]);
  });

  it('counts a day once, and goes by the last statement', () => {
    const spans = [unable('2026-09-01', '2026-09-10'), unable('2026-09-06', '2026-09-12')];
    expect(found(moreThanRest, [...spans, rest(12)])).toEqual([]);
    expect(found(moreThanRest, [...spans, rest(11)])).toHaveLength(1);
    expect(found(moreThanRest, [...spans, rest(11), rest(12)])).toEqual([]);
  });
});

describe('FD-21: more days in bed than beds', () => {
  const beds = (count: number) => fact('BEDS', { on: '2026-01-01', key: idOf(30), data: { beds: count } });
  /** Thirty nights in October each, so many of them. */
  const october = (count: number) =>
    range(count).map((serial) =>
      fact('STAY', {
        on: '2026-10-01',
        key: idOf(30),
        personId: idOf(serial),
        data: { until: localDate('2026-10-31'), isInpatient: true, billedOn: localDate('2026-10-31') },
      }),
    );
  const night = (until: string) =>
    fact('STAY', {
      on: '2026-10-31',
      key: idOf(30),
      data: { until: localDate(until), isInpatient: true, billedOn: localDate('2026-11-02') },
    });

  it('is found from one day more than the beds have', () => {
    // One bed in October has 31 days.
    expect(found(moreThanBeds, [beds(1), ...october(1)])).toEqual([]);
    expect(found(moreThanBeds, [beds(1), ...october(1), night('2026-11-01')])).toEqual([]);
    const hits = found(moreThanBeds, [beds(1), ...october(1), night('2026-11-01'), night('2026-11-01')]);
    expect(measures(hits)).toEqual({ days: 32, beds: 1, from: '2026-10-01' });
    expect(found(moreThanBeds, [beds(2), ...october(1), night('2026-11-01'), night('2026-11-01')])).toEqual(
      [],
    );
  });

  it('counts each night in its month, and a stay without one as a day', () => {
    expect(measures(found(moreThanBeds, [beds(0), night('2026-11-03')]))).toEqual({
      days: 1,
      beds: 0,
      from: '2026-10-01',
    });
    expect(found(moreThanBeds, [beds(0), night('2026-11-03')])).toHaveLength(2);
    expect(found(moreThanBeds, [beds(0), night('2026-10-31')])).toHaveLength(1);
  });

  it('is none where no beds were agreed', () => {
    expect(found(moreThanBeds, october(40))).toEqual([]);
  });
});
