import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { by, open, supervisor } from './claim-by-people.examples.js';
import { CLAIM, calculatedBy, jkkFacts } from './claim.examples.js';
import { claimSteps } from './claim-steps.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import type { DoubtEnd } from './doubt.events.js';
import { endDoubt, raiseDoubt, settleDoubt } from './doubts.js';
import type { Likeness } from './likeness.events.js';
import { proposeDenial } from './propose-denial.js';

const given = decisionSpec(claims);

const findingId = '7a0c7f0e-1111-5000-8000-000000000009';
const other = '7a0c7f0e-1111-5000-8000-000000000010';
const facts = jkkFacts();
const calculated = [...open, calculatedBy(facts, 'adjudicator')];
const raised = (id = findingId): ClaimEvent => ({ type: 'DoubtRaised', data: { ...by, findingId: id } });
const WHY = { words: 'The account is of the mother of both', evidence: 'archive/kk' };
const WHY_OF_ALL = { how: 'NO_BEARING', person: WHY } as const;
const settled = (how: DoubtEnd, settlerId = 'supervisor-2'): ClaimEvent => ({
  type: 'DoubtSettled',
  data: { ...by, findingId, settlerId, how, ...(how !== 'EXPLAINED' && { person: WHY }) },
});

const approve = (state: ClaimState) => approveClaim({ claimId: CLAIM }, state, supervisor(), facts);
const raise = (state: ClaimState) => raiseDoubt({ claimId: CLAIM, findingId }, state, testContext());
const settle =
  (id = 'supervisor-2') =>
  (state: ClaimState) =>
    settleDoubt({ claimId: CLAIM, findingId, how: 'NO_BEARING', ...WHY }, state, supervisor(id));

describe('a claim that a finding concerns', () => {
  it('is put before a person once, wherever it stands, and where there is one', () => {
    given(open).when(raise).thenRecorded([raised()]);
    given(calculated).when(raise).thenRecorded([raised()]);
    given([...open, raised()])
      .when(raise)
      .thenNothing();
    given([...open, raised(), settled('EXPLAINED')])
      .when(raise)
      .thenNothing();
    given().when(raise).thenNothing();
  });

  it('is put before a person for another one that names the same, as long as it is not approved', () => {
    const alike = { of: 'DEATH_CERTIFICATE', claimId: other } as const;
    const like = (state: ClaimState) =>
      raiseDoubt({ claimId: CLAIM, findingId, alike }, state, testContext());
    const doubted = { type: 'DoubtRaised', data: { ...by, findingId, alike } } as ClaimEvent;
    given(calculated).when(like).thenRecorded([doubted]);
    given([...calculated, doubted])
      .when(like)
      .thenNothing();
    const approved = [...calculated, ...approve(fold(claims, calculated))];
    given(approved).when(like).thenNothing();
    given(approved).when(raise).thenRecorded([raised()]);
  });

  it('is not approved before somebody has said what to make of the other one, which is named', () => {
    const alike = { of: 'DEATH_CERTIFICATE', claimId: other } as const;
    const doubted = { type: 'DoubtRaised', data: { ...by, findingId, alike } } as ClaimEvent;
    const { message } = given([...calculated, doubted])
      .when(approve)
      .thenRejected('DOUBT_IS_OPEN');
    expect(message).toContain(`the certificate of death of claim ${other}`);
    given([...calculated, doubted])
      .when(settle())
      .thenRecorded([settled('NO_BEARING')]);
    const explained = fold(claims, [...calculated, doubted, settled('NO_BEARING')]);
    expect(approve(explained).map(({ type }) => type)).toEqual(['ClaimApproved']);
  });

  it('is answered once of all that name the same, and of nothing else', () => {
    const like = (id: string, of: Likeness) =>
      ({ type: 'DoubtRaised', data: { ...by, findingId: id, alike: { of, claimId: other } } }) as ClaimEvent;
    const answered = (id: string) => ({ type: 'DoubtSettled', data: { findingId: id, ...WHY_OF_ALL } });
    const events = settle()(
      fold(claims, [
        ...calculated,
        like(findingId, 'CONTACT'),
        like('second', 'CONTACT'),
        like('third', 'ACCOUNT'),
        raised('fourth'),
      ]),
    );
    expect(events).toMatchObject([answered(findingId), answered('second')]);
  });

  it('is answered once of all that is open of one matter', () => {
    const found = (id: string, matterId?: string) =>
      ({ type: 'DoubtRaised', data: { ...by, findingId: id, ...(matterId && { matterId }) } }) as ClaimEvent;
    const answered = (id: string) => ({ type: 'DoubtSettled', data: { findingId: id, ...WHY_OF_ALL } });
    const of = (...more: readonly ClaimEvent[]) => fold(claims, [...calculated, ...more]);
    const ofOne = [found(findingId, 'an account'), found('second', 'an account')];
    const others = [found('third', 'another account'), found('fourth'), raised('fifth')];
    expect(settle()(of(...ofOne, ...others))).toMatchObject([answered(findingId), answered('second')]);
    expect(settle()(of(raised(), found('fourth')))).toMatchObject([answered(findingId)]);
  });

  it('is not approved before somebody has said what to make of it, of each finding', () => {
    expect(approve(fold(claims, calculated)).map(({ type }) => type)).toEqual(['ClaimApproved']);
    given([...calculated, raised()])
      .when(approve)
      .thenRejected('DOUBT_IS_OPEN');
    // Calculating it again answers nothing.
    given([...open, raised(), calculatedBy(facts, 'adjudicator')])
      .when(approve)
      .thenRejected('DOUBT_IS_OPEN');
    given([...calculated, raised(), raised(other), settled('EXPLAINED')])
      .when(approve)
      .thenRejected('DOUBT_IS_OPEN');
  });

  it('goes on when there is nothing to it, or a second person says why', () => {
    given([...calculated, raised()])
      .when((state) => endDoubt({ claimId: CLAIM, findingId, settlerId: 'auditor' }, state, testContext()))
      .thenRecorded([settled('EXPLAINED', 'auditor')]);
    given([...calculated, raised()])
      .when(settle())
      .thenRecorded([settled('NO_BEARING')]);
    for (const how of ['EXPLAINED', 'NO_BEARING', 'PUT_RIGHT'] as const) {
      expect(approve(fold(claims, [...calculated, raised(), settled(how)])).map(({ type }) => type)).toEqual([
        'ClaimApproved',
      ]);
    }
  });

  it('is approved by nobody who answered it, and answered by nobody who handed it in or calculated it', () => {
    given([...calculated, raised(), settled('NO_BEARING', 'supervisor')])
      .when(approve)
      .thenRejected('SETTLER_CANNOT_APPROVE');
    given([...calculated, raised()])
      .when(settle('adjudicator'))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
    given(calculated).when(settle()).thenRejected('DOUBT_NOT_OPEN');
    given([...calculated, raised(), settled('PUT_RIGHT')])
      .when(settle())
      .thenRejected('DOUBT_NOT_OPEN');
  });

  it('may be denied meanwhile', () => {
    const state = fold(claims, [...calculated, raised()]);
    const proposal = {
      claimId: CLAIM,
      reason: 'FALSE_STATEMENT',
      grounds: 'The letter of the police is another man’s',
      evidence: 'BA-9',
    } as const;
    expect(proposeDenial(proposal, { claim: state }, testContext()).map(({ type }) => type)).toEqual([
      'DenialProposed',
    ]);
  });

  it('waits for a supervisor who has not answered it', () => {
    const before = fold(claimSteps, [...calculated, raised()]).expected?.notBy ?? [];
    const after = fold(claimSteps, [...calculated, raised(), settled('NO_BEARING')]).expected;
    expect(after).toMatchObject({ step: 'DECIDE_CLAIM', notBy: [...before, 'supervisor-2'] });
    const again = [...open, raised(), settled('NO_BEARING'), calculatedBy(facts, 'adjudicator')];
    expect(fold(claimSteps, again).expected?.notBy).toContain('supervisor-2');
  });
});
