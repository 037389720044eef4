import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { joinEmployer } from './join-employer.js';
import {
  DECREE,
  EMPLOYER,
  MEMBERSHIP,
  namedByDecree,
  termProlonged,
  workerJoined,
  workerLeft,
} from './membership.examples.js';
import { endOf, holdingEndOf, knownMembership, lastSpell, memberships } from './membership.js';
import type { MembershipEvent } from './membership.events.js';
import { SITI, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import type { JoinedEmployer } from './policies/joining.policies.js';
import { prolongTerm } from './prolong-term.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(memberships);
const NEXT = 'b3a1c0de-0000-4000-8000-000000000002';

const decree = (decreeId: string, from: string, until: string) => ({
  decreeId,
  validFrom: localDate(from),
  validUntil: localDate(until),
});

const village = (...decrees: ReturnType<typeof decree>[]): JoinedEmployer => ({
  startedOn: localDate('2026-01-02'),
  decrees,
  termsOf: () => ({ programmes: ['JKK', 'JKM'] }),
});

const OF_THE_YEAR = decree(DECREE, '2026-11-01', '2026-12-31');

describe('Joining under a decree', () => {
  const joining = (startedOn: string, decreeId: string = DECREE) => ({
    membershipId: MEMBERSHIP,
    participantId: SITI,
    employerId: EMPLOYER,
    wageIdr: rupiah(2_022_200),
    startedOn: localDate(startedOn),
    decreeId,
  });
  const facts = {
    employer: village(OF_THE_YEAR),
    participant: fold(participants, [sitiRegistered({ segment: 'PU' })]),
  };

  it('is for the time for which it names workers', () => {
    given()
      .when((state) => joinEmployer(joining('2026-11-02'), state, context, facts))
      .thenRecorded([namedByDecree('2026-11-02', '2026-12-31')]);
  });

  it('is refused outside that time, and under a decree that nobody knows', () => {
    given()
      .when((state) => joinEmployer(joining('2026-10-31'), state, context, facts))
      .thenRejected('OUTSIDE_DECREE');
    given()
      .when((state) => joinEmployer(joining('2026-11-02', NEXT), state, context, facts))
      .thenRejected('DECREE_NOT_FOUND');
  });

  it('is possible again once the time is over, without a leaving', () => {
    const over = [namedByDecree('2026-02-01', '2026-10-31')];
    given(over)
      .when((state) => joinEmployer(joining('2026-11-02'), state, context, facts))
      .thenRecorded([namedByDecree('2026-11-02', '2026-12-31')]);
    given(over)
      .when((state) => joinEmployer(joining('2026-10-31'), state, context, facts))
      .thenRejected('JOINS_BEFORE_LEAVING');
  });
});

describe('Prolonging the time of a worker', () => {
  const prolonging = (decreeId: string = NEXT) => ({ membershipId: MEMBERSHIP, decreeId });
  const whenProlonging = (history: MembershipEvent[], ...decrees: ReturnType<typeof decree>[]) =>
    given(history).when((state) => prolongTerm(prolonging(), state, context, village(...decrees)));
  const NAMED = [namedByDecree('2026-02-01', '2026-12-31')];

  it('lets it go on without a gap', () => {
    whenProlonging(NAMED, decree(NEXT, '2027-01-01', '2027-12-31')).thenRecorded([
      termProlonged('2027-01-01', '2027-12-31', NEXT),
    ]);
    const state = fold(memberships, [...NAMED, termProlonged('2027-01-01', '2027-12-31', NEXT)]);
    expect(endOf(lastSpell(knownMembership(state)))).toBe('2027-12-31');
  });

  it.each([
    ['a decree that nobody knows', NAMED, OF_THE_YEAR, 'DECREE_NOT_FOUND'],
    ['a decree that leaves a gap', NAMED, decree(NEXT, '2027-01-02', '2027-12-31'), 'TERM_NOT_PROLONGED'],
    ['a decree that ends no later', NAMED, decree(NEXT, '2026-01-01', '2026-12-31'), 'TERM_NOT_PROLONGED'],
    [
      'a time that ended long ago',
      [namedByDecree('2026-02-01', '2026-09-30')],
      decree(NEXT, '2026-10-01', '2027-12-31'),
      'PROLONGED_TOO_LATE',
    ],
    [
      'a worker whom no decree names',
      [workerJoined('2026-02-01')],
      decree(NEXT, '2026-10-01', '2027-12-31'),
      'NO_TERM',
    ],
    [
      'a worker who has left',
      [...NAMED, workerLeft('2026-11-02')],
      decree(NEXT, '2027-01-01', '2027-12-31'),
      'NOT_EMPLOYED',
    ],
    ['nobody', [], OF_THE_YEAR, 'MEMBERSHIP_NOT_FOUND'],
  ])('is refused for %s', (_what, history, next, code) => {
    whenProlonging(history, next).thenRejected(code);
  });
});

describe('The end of a time of work', () => {
  const term = { started: { on: localDate('2026-02-01') }, termEndsOn: localDate('2026-12-31') };
  const left = (on: string, backDatedBy?: string) => ({
    ...term,
    ended: { on: localDate(on), reason: 'RESIGNED' as const, backDatedBy },
  });

  it('is that of the term, or of a leaving before it', () => {
    expect(endOf(term)).toBe('2026-12-31');
    expect(endOf(left('2026-11-02'))).toBe('2026-11-02');
    expect(endOf(left('2027-01-05'))).toBe('2026-12-31');
  });

  it('is not that of a leaving that waits for a second person', () => {
    expect(holdingEndOf(left('2026-03-02', 'clerk'))).toBe('2026-12-31');
    expect(holdingEndOf(left('2026-03-02'))).toBe('2026-03-02');
  });
});
