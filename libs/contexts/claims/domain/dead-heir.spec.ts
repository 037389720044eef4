import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { disputeSteps } from './after-decision-steps.js';
import { as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { CLAIM, COMPLETED, JKM_SUBMITTED, calculatedBy, jkmFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import { type ClaimState, claims } from './claim.js';
import { disputesOfHeirs } from './days-in-dispute.js';
import { establishHeirs } from './establish-heirs.js';
import type { HeirInput } from './heir-input.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { giveHeirsUp, reportHeirDeath, revokeHeirDeath } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const account = (holder: string) => ({ bank: 'Bank Contoh', number: '0000022221', holder });
const heir = (relation: HeirInput['relation'], name: string, parts?: number): HeirInput => ({
  relation,
  standing: 'PAID',
  name,
  ...(relation !== 'SPOUSE' && { birthDate: localDate('2000-01-01') }),
  ...(parts !== undefined && { parts }),
  account: account(name),
});
const facts = {
  ...jkmFacts(),
  heirsOnRecord: { registered: [{ relation: 'SPOUSE' as const, name: 'Rohmah Contoh' }] },
};

const establish = (heirs: readonly HeirInput[], sharing: 'EQUAL' | 'COURT') => (state: ClaimState) =>
  establishHeirs(
    { ...claim, sharing, certificate: 'archive/skaw', heirs },
    state,
    testContext({ actor: { ...TEST_ACTOR, id: 'desk' }, commandId: heirs.map(({ name }) => name).join() }),
    facts,
  );
const and = (events: readonly ClaimEvent[], decide: (state: ClaimState) => readonly ClaimEvent[]) => [
  ...events,
  ...decide(fold(claims, events)),
];
const heirsOf = (events: readonly ClaimEvent[]) => {
  const state = fold(claims, events);
  return state.situation === 'UNKNOWN' ? [] : (state.heirs ?? []);
};

const calculated = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
const two = establish([heir('SPOUSE', 'Rohmah Contoh'), heir('CHILD', 'Anak Contoh')], 'EQUAL');
const approved = and(and(calculated, two), (state) =>
  approveClaim(claim, state, as('decider', '2026-11-23'), facts),
);
const [widow = '', son = ''] = heirsOf(approved).map(({ heirId }) => heirId);

const said = { ...claim, diedOn: localDate('2026-11-30'), words: 'The son', evidence: 'SKM 7' };
const report = (heirId?: string) => (state: Parameters<typeof reportHeirDeath>[1]) =>
  reportHeirDeath({ ...said, ...(heirId && { heirId }) }, state, as('reporter', '2026-12-01'));
const died = [...approved, ...report(son)(fold(claimsAfterDecision, approved))];
const given = decisionSpec(claimsAfterDecision);

describe('One of several heirs who dies before the money arrives', () => {
  it('is named: only their share passes on', () => {
    given(approved).when(report()).thenRejected('HEIR_NOT_NAMED');
    given(approved).when(report('nobody')).thenRejected('HEIR_IS_NOT_PAID');
    expect(died.at(-1)).toMatchObject({ type: 'HeirsWanted', data: { whoDied: 'HEIR', heirId: son } });
  });

  it('leaves the share to those who are recorded then, and the others theirs, whom the participant named as well', () => {
    const grandchildren = [heir('GRANDCHILD', 'Cucu Contoh', 1), heir('GRANDCHILD', 'Cucu Kedua Contoh', 2)];
    const after = and(died, establish(grandchildren, 'COURT'));
    expect(after.at(-1)).toMatchObject({
      type: 'HeirsEstablished',
      data: { inPlaceOfId: son, besideIds: [widow] },
    });
    expect(heirsOf(after).map(({ heirId, parts }) => [heirId === widow, parts])).toEqual([
      [true, 3],
      [false, 1],
      [false, 2],
    ]);
    const inLaw = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    expect(heirsOf(inLaw).map(({ parts }) => parts)).toEqual([1, 1]);
  });

  it('holds up the others no longer than that', () => {
    const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    const { named = [], expected } = fold(disputeSteps, after);
    expect([named[0], named.length, expected]).toEqual([widow, 2, undefined]);
    expect(named).not.toContain(son);
    expect(fold(disputesOfHeirs, after).times.at(-1)).toHaveProperty('to');
    expect(Object.keys(fold(heirsInDispute, after).places ?? {})).toEqual([son]);
  });

  describe('and lives after all, or is another one', () => {
    const revoke = (id: string) => (state: Parameters<typeof revokeHeirDeath>[1]) =>
      revokeHeirDeath({ ...claim, words: 'It was her sister', evidence: 'KTP' }, state, as(id, '2026-12-03'));
    const lives = [...died, ...revoke('colleague')(fold(claimsAfterDecision, died))];

    it('is taken back by another person than whoever reported it, and those are paid who were before', () => {
      given(died).when(revoke('reporter')).thenRejected('REPORTER_CANNOT_REVOKE_HEIR_DEATH');
      expect(lives.at(-1)).toMatchObject({
        type: 'HeirDeathRevoked',
        data: { heirId: son, revokerId: 'colleague' },
      });
      expect(heirsOf(lives)).toEqual(heirsOf(approved));
      expect(fold(heirsInDispute, lives)).toEqual(fold(heirsInDispute, approved));
      expect(fold(disputeSteps, lives)).not.toHaveProperty('expected');
      expect(fold(disputesOfHeirs, lives).times).toEqual([{ from: '2026-12-01', to: '2026-12-03' }]);
    });

    it('leaves it to be reported rightly, and is taken back once', () => {
      given(lives).when(revoke('colleague')).thenRejected('NO_HEIR_DEATH');
      given(approved).when(revoke('colleague')).thenRejected('NO_HEIR_DEATH');
      const again = [...lives, ...report(widow)(fold(claimsAfterDecision, lives))];
      expect(again.at(-1)).toMatchObject({ type: 'HeirsWanted', data: { heirId: widow } });
    });

    it('is too late once somebody has the place', () => {
      const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
      given(after).when(revoke('colleague')).thenRejected('NO_HEIR_DEATH');
    });

    it('is in time where nobody came who inherits', () => {
      const nobody = [
        ...died,
        ...giveHeirsUp(claim, fold(heirsInDispute, died), as('process', '2027-12-16')),
      ];
      const paid = [...nobody, ...revoke('colleague')(fold(claimsAfterDecision, nobody))];
      expect(fold(heirsInDispute, paid)).toEqual(fold(heirsInDispute, approved));
      expect(fold(disputeSteps, paid)).not.toHaveProperty('named');
    });

    it('names those again who had taken the place of another before', () => {
      const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
      const wrong = [...after, ...report(widow)(fold(claimsAfterDecision, after))];
      const right = [...wrong, ...revoke('colleague')(fold(claimsAfterDecision, wrong))];
      expect(fold(disputeSteps, wrong)).not.toHaveProperty('named');
      expect(fold(disputeSteps, right).named).toEqual(fold(disputeSteps, after).named);
      expect(fold(heirsInDispute, right)).toEqual(fold(heirsInDispute, after));
    });
  });

  it('may be one who took the place of another', () => {
    const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    const grandchild = heirsOf(after).at(-1)?.heirId ?? '';
    const again = [...after, ...report(grandchild)(fold(claimsAfterDecision, after))];
    const last = and(again, establish([heir('PARENT', 'Ibu Contoh')], 'COURT'));
    expect(last.at(-1)).toMatchObject({ data: { inPlaceOfId: grandchild, besideIds: [widow] } });
    expect(Object.keys(fold(heirsInDispute, last).places ?? {})).toEqual([son, grandchild]);
  });
});
