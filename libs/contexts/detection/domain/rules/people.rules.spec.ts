import { describe, expect, it } from '@jest/globals';
import { addDays, localDate, period } from '#kernel';
import { DAY, fact, found, idOf, measures } from './facts.examples.js';
import {
  childTwice,
  deathsOfRegistrar,
  lateDues,
  lateEntry,
  manyOpenings,
  newAccident,
  newMemberDied,
  newMemberDisabled,
  sameNameAndBirth,
} from './people.rules.js';

const range = (count: number) => Array.from({ length: count }, (_one, place) => place);

describe('FD-02: soon after a membership of a BPU began', () => {
  const paid = fact('PAYMENT', { on: '2026-09-01', data: { period: period('2026-09'), months: 3 } });

  it.each([
    ['2026-09-30', 29],
    ['2026-10-01', 30],
    ['2026-10-02', undefined],
  ])('a death on %s is day %s', (on, days) => {
    const death = fact('DEATH', { on });
    const claim = fact('CLAIM', { on, id: idOf(5) });
    const hits = found(newMemberDied, [paid, death, claim]);
    if (days === undefined) return expect(hits).toEqual([]);
    expect(measures(hits)).toEqual({ days, from: '2026-09-01' });
    expect(hits[0]?.subjects).toEqual([
      { kind: 'PERSON', id: idOf(1) },
      { kind: 'CLAIM', id: idOf(5) },
    ]);
    expect(hits[0]?.proof).toEqual([paid, death, claim].map(({ position }) => position));
  });

  it.each([
    ['2026-09-07', 6],
    ['2026-09-08', 7],
    ['2026-09-09', undefined],
  ])('total disability by an event on %s is day %s', (on, days) => {
    const hits = found(newMemberDisabled, [paid, fact('CLAIM', { on, data: { isSevere: true } })]);
    expect(measures(hits)).toEqual(days === undefined ? {} : { days, from: '2026-09-01' });
    expect(found(newMemberDisabled, [paid, fact('CLAIM', { on })])).toEqual([]);
  });

  it('of somebody who was a member before counts from the start of the membership in which it lies', () => {
    const earlier = fact('PAYMENT', { on: '2024-01-05', data: { period: period('2024-01'), months: 2 } });
    const death = fact('DEATH', { on: '2026-09-11' });
    expect(measures(found(newMemberDied, [earlier, paid, death]))).toEqual({ days: 10, from: '2026-09-01' });
    const going = range(8).map((month) =>
      fact('PAYMENT', { on: `2026-0${month + 1}-03`, data: { period: period(`2026-0${month + 1}`) } }),
    );
    expect(found(newMemberDied, [...going, paid, death])).toEqual([]);
    expect(found(newMemberDied, [death])).toEqual([]);
  });
});

describe('FD-03: entered late, and the event of a claim lies in between', () => {
  const late = (recordedOn: string) =>
    fact('LATE_ENTRY', { on: '2026-11-01', data: { recordedOn: localDate(recordedOn) } });
  const claimOf = (on: string) => fact('CLAIM', { on, id: idOf(5) });

  it('is found from eight days on', () => {
    const claim = claimOf('2026-11-05');
    expect(found(lateEntry, [late('2026-11-07'), claim])).toEqual([]);
    expect(found(lateEntry, [late('2026-11-08'), claim])).toEqual([]);
    expect(measures(found(lateEntry, [late('2026-11-09'), claim]))).toEqual({
      days: 8,
      from: '2026-11-01',
      recordedOn: '2026-11-09',
    });
  });

  it('is found from the day from which it counts up to the day before it was recorded', () => {
    const hits = ['2026-10-31', '2026-11-01', '2026-11-19', '2026-11-20'].map(
      (on) => found(lateEntry, [late('2026-11-20'), claimOf(on)]).length,
    );
    expect(hits).toEqual([0, 1, 1, 0]);
  });
});

describe('FD-03 of employers', () => {
  const late = (recordedOn: string) =>
    fact('LATE_DUES', {
      on: '2026-11-01',
      key: idOf(80),
      personId: null,
      data: { recordedOn: localDate(recordedOn) },
    });
  const claimOf = (on: string) => fact('RESTS_ON', { on, key: idOf(80), thingId: idOf(5) });

  it('is found from eight days on, of claims whose event lies in between', () => {
    const hits = ['2026-11-08', '2026-11-09'].map(
      (day) => found(lateDues, [late(day), claimOf('2026-11-05')]).length,
    );
    expect(hits).toEqual([0, 1]);
    const days = ['2026-10-31', '2026-11-01', '2026-11-19', '2026-11-20'].map(
      (on) => found(lateDues, [late('2026-11-20'), claimOf(on)]).length,
    );
    expect(days).toEqual([0, 1, 1, 0]);
    expect(found(lateDues, [late('2026-11-20'), claimOf('2026-11-05')])[0]?.subjects).toEqual([
      { kind: 'CLAIM', id: idOf(5) },
      { kind: 'EMPLOYER', id: idOf(80) },
      { kind: 'PERSON', id: idOf(1) },
    ]);
  });
});

describe('FD-04: many of whom one registered died soon', () => {
  /** Registered on a day, some of whom died so many days later. */
  const registered = (count: number, died: number, after = 90, on = '2026-08-01') =>
    range(count).map((place) =>
      fact('REGISTRATION', {
        on,
        personId: idOf(place),
        actorId: 'officer/reg-7',
        data: {
          diedOn: place < died ? addDays(localDate(on), after) : null,
          diedAt: place < died ? String(9000 + place) : null,
        },
      }),
    );
  const of = (registrations: number, deaths: number) => ({
    segments: [{ segment: 'BPU', registrations, deaths }],
  });

  it('is found from the third death on, and from five times the share of the segment', () => {
    expect(found(deathsOfRegistrar, registered(30, 2), of(10_000, 1))).toEqual([]);
    const hits = found(deathsOfRegistrar, registered(30, 3), of(10_000, 200));
    expect(measures(hits)).toEqual({ deaths: 3, registrations: 30, perMille: 100, usualPerMille: 20 });
    expect(hits[0]?.subjects[0]).toEqual({ kind: 'OFFICER', id: 'reg-7' });
    expect(found(deathsOfRegistrar, registered(30, 3), of(10_000, 201))).toEqual([]);
    expect(found(deathsOfRegistrar, registered(30, 4), of(10_000, 201))).toHaveLength(1);
  });

  it('counts deaths up to day 90 of registrations of 180 days', () => {
    const rare = of(10_000, 10);
    expect(found(deathsOfRegistrar, registered(30, 3, 91), rare)).toEqual([]);
    expect(found(deathsOfRegistrar, registered(30, 3, 89), rare)).toHaveLength(1);
    const first = addDays(DAY, -179);
    expect(found(deathsOfRegistrar, registered(30, 3, 90, first), rare)).toHaveLength(1);
    expect(found(deathsOfRegistrar, registered(30, 3, 90, addDays(first, -1)), rare)).toEqual([]);
  });

  it('names a sponsor where they were on a list', () => {
    const listed = registered(30, 3).map((one) => ({ ...one, actorId: `sponsor/${idOf(77)}` }));
    expect(found(deathsOfRegistrar, listed, of(10_000, 10))[0]?.subjects[0]).toEqual({
      kind: 'SPONSOR',
      id: idOf(77),
    });
  });
});

describe('FD-05: one name and birth date', () => {
  const person = (serial: number, isMerged = false) =>
    fact('REGISTRATION', { on: '2026-01-01', personId: idOf(serial), data: { isMerged } });

  it('is found of each two who were not merged', () => {
    expect(found(sameNameAndBirth, [person(1)])).toEqual([]);
    expect(found(sameNameAndBirth, [person(1), person(2)])).toHaveLength(1);
    expect(found(sameNameAndBirth, [person(1), person(2), person(3)])).toHaveLength(3);
    expect(found(sameNameAndBirth, [person(1), person(2, true)])).toEqual([]);
    expect(found(sameNameAndBirth, [person(1), person(1)])).toEqual([]);
  });

  it('is one matter, however many are called so', () => {
    const matters = found(sameNameAndBirth, [person(1), person(2), person(3)]).map(({ matter }) => matter);
    expect(matters[0]).toHaveLength(1);
    expect(new Set(matters.map((matter) => String(matter))).size).toBe(1);
  });

  it('is one finding in whichever order they come', () => {
    const [one, other] = [person(1), person(2)];
    expect(found(sameNameAndBirth, [one, other])[0]?.key).toEqual(
      found(sameNameAndBirth, [other, one])[0]?.key,
    );
  });
});

describe('FD-16: a child in two rights', () => {
  it('is found where the rights are two', () => {
    const right = (serial: number) =>
      fact('RIGHT', { on: '2026-01-01', thingId: idOf(serial), personId: idOf(serial + 10) });
    expect(found(childTwice, [right(1)])).toEqual([]);
    expect(measures(found(childTwice, [right(1), right(2)]))).toEqual({ rights: 2 });
  });
});

describe('FD-20: an accident soon after the registration', () => {
  it.each([
    ['2026-11-12', 2],
    ['2026-11-13', 3],
    ['2026-11-14', undefined],
    ['2026-11-09', undefined],
  ])('on %s is day %s', (on, days) => {
    const registration = fact('REGISTRATION', { on: '2026-11-10' });
    const hits = found(newAccident, [registration, fact('ACCIDENT', { on, id: idOf(3) })]);
    expect(measures(hits)).toEqual(days === undefined ? {} : { days, from: '2026-11-10' });
  });

  it('counts from the last registration before it, of PU and BPU', () => {
    const accident = fact('ACCIDENT', { on: '2026-11-13' });
    const first = fact('REGISTRATION', { on: '2020-01-01', data: { segment: 'BPU' } });
    const second = fact('REGISTRATION', { on: '2026-11-13', data: { segment: 'PU' } });
    expect(measures(found(newAccident, [first, second, accident]))).toEqual({ days: 0, from: '2026-11-13' });
    const ofProject = fact('REGISTRATION', { on: '2026-11-13', data: { segment: 'JAKON' as never } });
    expect(found(newAccident, [first, ofProject, accident])).toEqual([]);
  });
});

describe('FD-22: health fields of many', () => {
  const opened = (count: number, on: string = DAY) =>
    range(count).map((place) => fact('OPENING', { on, personId: idOf(place + 1), actorId: 'sup-1' }));

  it('is found from the twentieth person of the day on', () => {
    expect(found(manyOpenings, opened(19))).toEqual([]);
    expect(measures(found(manyOpenings, opened(20)))).toEqual({ persons: 20, from: DAY });
    expect(measures(found(manyOpenings, opened(21)))).toEqual({ persons: 21, from: DAY });
    expect(found(manyOpenings, [...opened(19), ...opened(19)])).toEqual([]);
  });

  it('is found of a day that went on after a look of it, or that no look came to, for a week', () => {
    expect(measures(found(manyOpenings, opened(20, '2026-11-19')))).toEqual({
      persons: 20,
      from: '2026-11-19',
    });
    expect(found(manyOpenings, opened(20, '2026-11-14'))).toHaveLength(1);
    expect(found(manyOpenings, opened(20, '2026-11-13'))).toEqual([]);
    expect(found(manyOpenings, [...opened(20), ...opened(20, '2026-11-19')])).toHaveLength(2);
    expect(found(manyOpenings, [...opened(10), ...opened(19, '2026-11-19')])).toEqual([]);
  });

  it('leaves out those whose claims are theirs, until they were given away', () => {
    const theirs = (released: string | null) =>
      fact('ASSIGNMENT', {
        on: '2026-11-02',
        personId: idOf(1),
        actorId: 'sup-1',
        data: { releasedOn: released === null ? null : localDate(released) },
      });
    expect(found(manyOpenings, [...opened(20), theirs(null)])).toEqual([]);
    expect(found(manyOpenings, [...opened(20), theirs(DAY)])).toEqual([]);
    expect(found(manyOpenings, [...opened(20), theirs('2026-11-19')])).toHaveLength(1);
  });
});
