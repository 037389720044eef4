import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, contextBy, decisionSpec, testContext } from '#testing/decisions';
import type { ParticipantForClaim } from '../programmes/participant.js';
import { approveClaim } from './approve-claim.js';
import { approveInterim, dropInterim } from './approve-interim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { calculateInterim } from './calculate-interim.js';
import { proposed } from './claim-by-people.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { CLAIM, TAKEN_OVER } from './claim.examples.js';
import { claims } from './claim.js';
import { interimSteps } from './interim-steps.js';
import {
  NEW_LAW,
  month,
  openOf,
  paidMonthly,
  submittedFor,
  supervisor,
  treated,
} from './interim.examples.js';
import { FACTORY, earner, employment } from './wage-earner.examples.js';

const given = decisionSpec(claims);

describe('Incapacity that is paid month by month is approved', () => {
  const found = [
    ...submittedFor(NEW_LAW),
    ...calculateInterim(
      month(NEW_LAW, 0),
      fold(claims, submittedFor(NEW_LAW)),
      testContext(),
      treated(NEW_LAW),
    ),
  ];
  const approve = (by = supervisor, basis = treated(NEW_LAW)) =>
    given(found).when((state) => approveInterim({ claimId: CLAIM }, state, by, basis));

  it.each([
    ['whoever calculated it', contextBy(TEST_ACTOR.id, 'supervisor'), 'ASSESSOR_CANNOT_DECIDE'],
    ['whoever handed the claim in', contextBy('submitter', 'supervisor'), 'SUBMITTER_CANNOT_DECIDE'],
    ['an adjudicator', contextBy('somebody', 'adjudicator'), 'BEYOND_AUTHORITY'],
  ])('not by %s', (_who, by, code) => {
    approve(by).thenRejected(code);
  });

  it.each([
    ['again since', []],
    [
      'again after a second person did not approve it',
      dropInterim({ claimId: CLAIM }, fold(claims, found), supervisor, {}),
    ],
  ])('not by whoever calculated it before somebody calculated it %s', (_when, between) => {
    const before = [...found, ...between];
    const again = [
      ...before,
      ...calculateInterim(
        month(NEW_LAW, 0),
        fold(claims, before),
        contextBy('second assessor', 'adjudicator'),
        treated(NEW_LAW),
      ),
    ];
    for (const by of [TEST_ACTOR.id, 'second assessor']) {
      given(again)
        .when((state) =>
          approveInterim({ claimId: CLAIM }, state, contextBy(by, 'supervisor'), treated(NEW_LAW)),
        )
        .thenRejected('ASSESSOR_CANNOT_DECIDE');
    }
    expect(fold(interimSteps, again).expected?.notBy).toEqual([
      TEST_ACTOR.id,
      'second assessor',
      'submitter',
    ]);
    const basis = treated(NEW_LAW);
    const paid = [...again, ...approveInterim({ claimId: CLAIM }, fold(claims, again), supervisor, basis)];
    expect(openOf(paid).interim).not.toHaveProperty('assessedBefore');
  });

  it('not by whoever had decided the claim before somebody objected with success', () => {
    const reopened: ClaimEvent = {
      type: 'ClaimReopened',
      data: {
        claimId: CLAIM,
        participantId: openOf(found).participantId,
        reopenerId: 'somebody else',
        ground: 'NEW_FACT',
        deciderIds: ['supervisor'],
        effectiveOn: NEW_LAW,
      },
    };
    const history = [...submittedFor(NEW_LAW), reopened];
    history.push(...found.slice(-1));
    given(history)
      .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, treated(NEW_LAW)))
      .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(fold(interimSteps, history).expected?.notBy).toContain('supervisor');
  });

  it.each<[string, Partial<ParticipantForClaim>, string]>([
    ['where it would come out otherwise', { incomeBaseIdr: rupiah(2_000_000) }, 'INTERIM_OUTDATED'],
    ['to somebody who has died', { diedOn: localDate('2026-11-01') }, 'CLAIMANT_NOT_ENTITLED'],
    ['on what nobody has confirmed', { unconfirmed: ['contributions'] }, 'BACK_DATED_UNCONFIRMED'],
  ])('not %s, by what is known now', (_what, participant, code) => {
    approve(supervisor, treated(NEW_LAW, {}, participant)).thenRejected(code);
  });

  it('not while somebody proposes to deny the claim, and not to an heir who came before others that are registered', () => {
    given([...found, proposed('FALSE_STATEMENT')])
      .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, treated(NEW_LAW)))
      .thenRejected('DENIAL_IS_PROPOSED');
    const died = treated(NEW_LAW, {}, { diedOn: localDate('2026-11-01') });
    const history = [...submittedFor(NEW_LAW), TAKEN_OVER];
    history.push(...calculateInterim(month(NEW_LAW, 0), fold(claims, history), testContext(), died));
    const heirsOnRecord = {
      claimantName: 'Rohmah Contoh',
      registered: [{ relation: 'CHILD' as const, name: 'Anak Contoh' }],
    };
    given(history)
      .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, { ...died, heirsOnRecord }))
      .thenRejected('HEIRS_NOT_ESTABLISHED');
  });

  it('not by one person where the sum takes two: that waits for the end', () => {
    const wage = employment({ reportedWageIdr: rupiah(3_000_000_000) });
    const rich = treated(NEW_LAW, { employerId: FACTORY }, earner(wage));
    const history = submittedFor(NEW_LAW);
    history.push(...calculateInterim(month(NEW_LAW, 0), fold(claims, history), testContext(), rich));
    const director = testContext({
      actor: { ...TEST_ACTOR, id: 'director', roles: ['supervisor'], authority: 5 },
    });
    given(history)
      .when((state) => approveInterim({ claimId: CLAIM }, state, director, rich))
      .thenRejected('INTERIM_TAKES_TWO');
  });

  it('and counts where the end is approved: nothing is gained by splitting', () => {
    const base = { incomeBaseIdr: rupiah(60_000_000) };
    const [open, ended] = [
      treated(NEW_LAW, {}, base),
      treated(NEW_LAW, { stageTwoReported: true, outcome: 'HEALED', incapacityDays: 165 }, base),
    ];
    const history = submittedFor(NEW_LAW);
    const [assessor, head] = [
      testContext(),
      testContext({ actor: { ...TEST_ACTOR, id: 'head', roles: ['supervisor'], authority: 4 } }),
    ];
    for (const nth of [0, 1, 2, 3]) {
      history.push(...calculateInterim(month(NEW_LAW, nth), fold(claims, history), assessor, open));
      history.push(...approveInterim({ claimId: CLAIM }, fold(claims, history), head, open));
    }
    history.push(...calculateBenefit({ claimId: CLAIM }, fold(claims, history), assessor, ended));
    expect(history.at(-1)).toMatchObject({ data: { totalIdr: 31_050_000 } });
    given(history)
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor, ended))
      .thenRejected('BEYOND_AUTHORITY');
  });

  it('or not, and may be calculated again', () => {
    const dropped = dropInterim({ claimId: CLAIM }, fold(claims, found), supervisor, {});
    given([...found, ...dropped])
      .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, treated(NEW_LAW)))
      .thenRejected('NO_INTERIM_FOUND');
    given([...found, ...dropped])
      .when((state) => dropInterim({ claimId: CLAIM }, state, supervisor, {}))
      .thenRejected('NO_INTERIM_FOUND');
  });

  it('no more once somebody else claims, who is paid to another account', () => {
    given([...found, TAKEN_OVER])
      .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, treated(NEW_LAW)))
      .thenRejected('NO_INTERIM_FOUND');
  });

  it.each([
    ['calculated', found, 'APPROVE_INTERIM'],
    ['taken over', [...found, TAKEN_OVER], undefined],
    ['paid', paidMonthly(NEW_LAW, 1), undefined],
  ])('by a supervisor, as the next step says: %s', (_how, history, step) => {
    const { expected } = fold(interimSteps, history);
    expect(expected?.step).toBe(step);
    const state = fold(claims, history);
    expect('interim' in state && state.interim?.found !== undefined).toBe(step !== undefined);
  });
});
