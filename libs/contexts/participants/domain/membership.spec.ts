import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { correctables } from './correctable.js';
import { type JoinEmployerInput, joinEmployer, listEmployment } from './join-employer.js';
import { confirmMembership, leaveEmployer, undoLeaving } from './leave-employer.js';
import { EMPLOYER, MEMBERSHIP, workerJoined, workerLeft } from './membership.examples.js';
import { employments, knownMembership, lastSpell, memberships } from './membership.js';
import type { JoinedEmployer } from './policies/joining.policies.js';
import { REGISTER_SITI, SITI, sitiDied, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { isSomebodyElse } from './person-of.js';

/** Today is 20 November 2026. */
const context = testContext();
const CLERK = context.actor.id;
const SECOND = testContext({ actor: { ...context.actor, id: 'another' } });
const given = decisionSpec(memberships);

const input = (startedOn = '2026-11-02'): JoinEmployerInput => ({
  membershipId: MEMBERSHIP,
  participantId: SITI,
  employerId: EMPLOYER,
  wageIdr: rupiah(5_200_000),
  startedOn: localDate(startedOn),
});

const employer: JoinedEmployer = {
  startedOn: localDate('2026-01-02'),
  termsOf: () => ({ programmes: ['JKK', 'JKM', 'JHT', 'JP'] }),
};
const facts = { employer, participant: fold(participants, [sitiRegistered({ segment: 'PU' })]) };
const leaving = (lastDay: string) => ({
  membershipId: MEMBERSHIP,
  reason: 'RESIGNED' as const,
  lastDay: localDate(lastDay),
});

describe('joining an employer', () => {
  it('begins a membership with the first day of work', () => {
    given()
      .when((state) => joinEmployer(input(), state, context, facts))
      .thenRecorded([workerJoined('2026-11-02')]);
  });

  it('more than thirty days later needs a second person', () => {
    given()
      .when((state) => joinEmployer(input('2026-10-21'), state, context, facts))
      .thenRecorded([workerJoined('2026-10-21')]);
    given()
      .when((state) => joinEmployer(input('2026-10-20'), state, context, facts))
      .thenRecorded([workerJoined('2026-10-20', CLERK)]);
    const late = [workerJoined('2026-10-20', CLERK)];
    given(late)
      .when((state) => confirmMembership({ membershipId: MEMBERSHIP }, state, context))
      .thenRejected('ENTERED_BY_YOU');
    const confirmed = confirmMembership({ membershipId: MEMBERSHIP }, fold(memberships, late), SECOND);
    const state = knownMembership(fold(memberships, [...late, ...confirmed]));
    expect(lastSpell(state).started).toEqual({ on: '2026-10-20' });
  });

  it.each([
    ['2026-11-21', 'WORK_IN_FUTURE'],
    ['2026-01-01', 'JOINS_BEFORE_EMPLOYER'],
  ])('on %s is refused: %s', (day, code) => {
    given()
      .when((state) => joinEmployer(input(day), state, context, facts))
      .thenRejected(code);
  });

  it('that was closed is refused', () => {
    const closed = { ...facts, employer: { ...employer, lastDay: localDate('2026-10-31') } };
    given()
      .when((state) => joinEmployer(input(), state, context, closed))
      .thenRejected('JOINS_CLOSED_EMPLOYER');
  });

  it('is for one membership at a time, and another one begins after the last', () => {
    given([workerJoined('2026-03-02')])
      .when((state) => joinEmployer(input(), state, context, facts))
      .thenRejected('ALREADY_EMPLOYED');
    given([workerJoined('2026-03-02'), workerLeft('2026-11-02')])
      .when((state) => joinEmployer(input(), state, context, facts))
      .thenRejected('JOINS_BEFORE_LEAVING');
    given([workerJoined('2026-03-02'), workerLeft('2026-11-01')])
      .when((state) => joinEmployer(input(), state, context, facts))
      .thenRecorded([workerJoined('2026-11-02')]);
  });

  it('is for the living whose data was not erased', () => {
    const dead = fold(participants, [sitiRegistered(), sitiDied('2026-11-10')]);
    given()
      .when((state) => joinEmployer(input(), state, context, { employer, participant: dead }))
      .thenRejected('DECEASED');
    const erased = fold(participants, [sitiRegistered({ person: { erased: true } })]);
    given()
      .when((state) => joinEmployer(input(), state, context, { employer, participant: erased }))
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('is listed with the person once', () => {
    const [listed] = listEmployment(input(), employments.initial, context);
    expect(listed).toMatchObject({ type: 'EmploymentListed', data: { membershipId: MEMBERSHIP } });
    expect(listEmployment(input(), fold(employments, [listed!]), context)).toEqual([]);
  });
});

describe('leaving an employer', () => {
  it('ends the membership with the last day of work', () => {
    given([workerJoined('2026-03-02')])
      .when((state) => leaveEmployer(leaving('2026-11-15'), state, context))
      .thenRecorded([workerLeft('2026-11-15')]);
  });

  it('late needs a second person', () => {
    given([workerJoined('2026-03-02')])
      .when((state) => leaveEmployer(leaving('2026-09-30'), state, context))
      .thenRecorded([workerLeft('2026-09-30', CLERK)]);
  });

  it.each([
    ['2026-11-21', 'WORK_IN_FUTURE'],
    ['2026-03-01', 'LEAVES_BEFORE_JOINING'],
  ])('on %s is refused: %s', (day, code) => {
    given([workerJoined('2026-03-02')])
      .when((state) => leaveEmployer(leaving(day), state, context))
      .thenRejected(code);
  });

  it('happens once, and is taken back where it was a mistake', () => {
    const left = [workerJoined('2026-03-02'), workerLeft('2026-11-01')];
    given(left)
      .when((state) => leaveEmployer(leaving('2026-11-15'), state, context))
      .thenRejected('NOT_EMPLOYED');
    const undone = undoLeaving({ membershipId: MEMBERSHIP }, fold(memberships, left), context);
    expect(fold(memberships, [...left, ...undone])).toEqual(fold(memberships, left.slice(0, 1)));
    given(left.slice(0, 1))
      .when((state) => undoLeaving({ membershipId: MEMBERSHIP }, state, context))
      .thenRejected('NOT_LEFT');
    given()
      .when((state) => leaveEmployer(leaving('2026-11-15'), state, context))
      .thenRejected('MEMBERSHIP_NOT_FOUND');
  });
});

describe('a NIK that is registered', () => {
  const siti = fold(correctables, [sitiRegistered()]);
  const { birthDate } = REGISTER_SITI.person;

  it('was typed for somebody else when neither name nor birth date agree', () => {
    const other = { name: 'Budi', birthDate: localDate('1991-01-01') };
    expect(isSomebodyElse(siti, other)).toBe(true);
    expect(isSomebodyElse(siti, { ...other, name: 'SITI RAHMAWATI' })).toBe(false);
    expect(isSomebodyElse(siti, { ...other, birthDate })).toBe(false);
    expect(isSomebodyElse(fold(correctables, [sitiRegistered({ person: { erased: true } })]), other)).toBe(
      false,
    );
    expect(isSomebodyElse(correctables.initial, other)).toBe(false);
  });
});
