import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, isHeld, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { disputeSteps } from './after-decision-steps.js';
import { as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { CLAIM, COMPLETED, JKM_SUBMITTED, PARTICIPANT, calculatedBy, jkmFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import { type ClaimState, claims } from './claim.js';
import type { Basis } from './programme.js';
import { disputesOfHeirs, timesOf } from './days-in-dispute.js';
import { endDispute } from './end-dispute.js';
import { establishHeirs } from './establish-heirs.js';
import type { HeirInput } from './heir-input.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { reportDispute } from './report-dispute.js';
import { giveHeirsUp, reportHeirDeath, revokeHeirDeath } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const TODAY = testContext().today;
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

const onwards = (
  events: readonly ClaimEvent[],
  decide: (state: Parameters<typeof reportHeirDeath>[1]) => readonly ClaimEvent[],
) => [...events, ...decide(fold(claimsAfterDecision, events))];
const expectedOf = (events: readonly ClaimEvent[]) => fold(disputeSteps, events).expected;
const giveUp = (events: readonly ClaimEvent[], day: string) =>
  giveHeirsUp(claim, fold(heirsInDispute, events), as('process', day));

/** What becomes of what each is paid, by what its steps wait for. */
function standing(events: readonly ClaimEvent[], others: readonly string[] = []) {
  const known = fold(disputeSteps, events);
  const of = (party: string) => ({ kind: 'CLAIM', id: CLAIM, slot: 'dispute', party });
  const becomes = (party: string) => {
    if (!isHeld(of(party), known)) return 'is paid';
    if (!isHeld({ ...of(party), onlyFor: 'OTHERS' }, known)) return 'goes to others';
    return isHeld({ ...of(party), onlyFor: 'NOBODY' }, known) ? 'waits' : 'is given up';
  };
  return Object.fromEntries([widow, son, ...others].map((party) => [party, becomes(party)]));
}

describe('One of several heirs who dies before the money arrives', () => {
  it('is named: only their share passes on', () => {
    given(approved).when(report()).thenRejected('HEIR_NOT_NAMED');
    given(approved).when(report('nobody')).thenRejected('HEIR_IS_NOT_PAID');
    expect(died.at(-1)).toMatchObject({
      type: 'HeirsWanted',
      data: { whoDied: 'HEIR', heirId: son, besideIds: [widow] },
    });
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

  it('holds up nobody else: the others are paid at once, and that share goes to whoever takes it', () => {
    const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    expect(expectedOf(died)).toMatchObject({ step: 'ESTABLISH_HEIRS', since: '2026-12-01' });
    expect(standing(died)).toEqual({ [widow]: 'is paid', [son]: 'waits' });
    expect(expectedOf(after)).toBeUndefined();
    const grandchild = heirsOf(after).at(-1)?.heirId ?? '';
    expect(standing(after, [grandchild])).toEqual({
      [widow]: 'is paid',
      [son]: 'goes to others',
      [grandchild]: 'is paid',
    });
    expect(Object.keys(fold(heirsInDispute, after).places ?? {})).toEqual([son]);
  });

  it('was not to be paid meanwhile, and the others were', () => {
    const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    expect(timesOf(fold(disputesOfHeirs, died), son)).toEqual([{ from: '2026-12-01' }]);
    expect(timesOf(fold(disputesOfHeirs, after), son)).toMatchObject([{ from: '2026-12-01', to: TODAY }]);
    for (const id of [widow, undefined]) expect(timesOf(fold(disputesOfHeirs, died), id)).toEqual([]);
  });

  it('leaves the share to the fund where nobody comes for it in time, and the others theirs', () => {
    const nobody = [...died, ...giveUp(died, '2027-12-16')];
    expect(nobody.slice(died.length)).toMatchObject([
      { type: 'NobodyInherits', data: { heirId: son, until: '2027-12-01' } },
    ]);
    expect(giveUp(died, '2027-12-15')).toEqual([]);
    expect(giveUp(nobody, '2028-12-16')).toEqual([]);
    expect(expectedOf(nobody)).toBeUndefined();
    expect(standing(nobody)).toEqual({ [widow]: 'is paid', [son]: 'is given up' });
    const late = and(nobody, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    expect(standing(late)).toEqual({ [widow]: 'is paid', [son]: 'goes to others' });
  });

  it('waits with the others while heirs disagree, and for the whole time anew after that', () => {
    const letter = { ...claim, words: 'A sister', evidence: 'map 9' };
    const disputed = onwards(died, (state) => reportDispute(letter, state, as('desk', '2026-12-02')));
    expect(expectedOf(disputed)).toMatchObject({ step: 'END_DISPUTE' });
    expect(standing(disputed)).toEqual({ [widow]: 'waits', [son]: 'waits' });
    const end = (outcome: 'AS_APPROVED' | 'OTHERWISE') =>
      onwards(disputed, (state) =>
        endDispute({ ...letter, how: 'JUDGED', outcome }, state, as('desk', '2027-03-01')),
      );
    const agreed = end('AS_APPROVED');
    expect(expectedOf(agreed)).toMatchObject({ step: 'ESTABLISH_HEIRS', dueDays: ['2028-03-01'] });
    expect(standing(agreed)).toEqual({ [widow]: 'is paid', [son]: 'waits' });
    expect([giveUp(agreed, '2027-12-16'), giveUp(agreed, '2028-03-16').length]).toEqual([[], 1]);
    const otherwise = end('OTHERWISE');
    expect(standing(otherwise)).toEqual({ [widow]: 'waits', [son]: 'waits' });
    const anew = and(otherwise, establish([heir('SPOUSE', 'Rohmah Contoh')], 'COURT'));
    expect(standing(anew)).toEqual({ [widow]: 'goes to others', [son]: 'goes to others' });
  });

  it('held up the others in earlier releases, which did not say who is paid meanwhile', () => {
    const [reported] = report(son)(fold(claimsAfterDecision, approved)) as [
      EventOf<ClaimEvent, 'HeirsWanted'>,
    ];
    const { besideIds: _paid, ...data } = reported.data;
    const before = [...approved, { ...reported, data }];
    expect(standing(before)).toEqual({ [widow]: 'waits', [son]: 'waits' });
    expect(fold(heirsInDispute, before)).toMatchObject({ areOpen: true });
    const taken = and(before, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    expect(standing(taken)).toEqual({ [widow]: 'is paid', [son]: 'goes to others' });
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
      expect(timesOf(fold(disputesOfHeirs, lives), son)).toEqual([{ from: '2026-12-01', to: '2026-12-03' }]);
      expect(standing(lives)).toEqual({ [widow]: 'is paid', [son]: 'is paid' });
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
      expect(standing(paid)).toEqual({ [widow]: 'is paid', [son]: 'is paid' });
    });

    it('names those again who had taken the place of another before', () => {
      const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
      const wrong = [...after, ...report(widow)(fold(claimsAfterDecision, after))];
      const right = [...wrong, ...revoke('colleague')(fold(claimsAfterDecision, wrong))];
      expect(standing(wrong)).toMatchObject({ [widow]: 'waits', [son]: 'goes to others' });
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

  it('had to live when the heir died whose place they have', () => {
    const after = and(died, establish([heir('GRANDCHILD', 'Cucu Contoh')], 'EQUAL'));
    const grandchild = heirsOf(after).at(-1)?.heirId ?? '';
    const dying = (heirId: string, diedOn: string) => (state: Parameters<typeof reportHeirDeath>[1]) =>
      reportHeirDeath({ ...said, heirId, diedOn: localDate(diedOn) }, state, as('reporter', '2026-12-10'));
    given(after).when(dying(grandchild, '2026-11-29')).thenRejected('HEIR_DIED_BEFORE');
    expect(onwards(after, dying(grandchild, '2026-11-30'))).toHaveLength(after.length + 1);
    expect(onwards(after, dying(widow, '2026-11-29'))).toHaveLength(after.length + 1);
  });
});

describe('A second heir who dies meanwhile', () => {
  const both = [
    ...died,
    ...reportHeirDeath(
      { ...said, heirId: widow, words: 'The widow' },
      fold(claimsAfterDecision, died),
      as('reporter', '2027-02-01'),
    ),
  ];
  const grandchild = [heir('GRANDCHILD', 'Cucu Contoh')];
  const inPlaceOf = (inPlaceOfId?: string) => (state: ClaimState) =>
    establishHeirs(
      {
        ...claim,
        sharing: 'EQUAL',
        certificate: 'archive/skaw',
        heirs: grandchild,
        ...(inPlaceOfId && { inPlaceOfId }),
      },
      state,
      testContext({ actor: { ...TEST_ACTOR, id: 'desk' }, commandId: inPlaceOfId ?? 'nobody' }),
      facts,
    );

  it('is recorded, once: each share waits by itself, and the first is expected first', () => {
    expect(both.at(-1)).toMatchObject({ type: 'HeirsWanted', data: { heirId: widow, besideIds: [] } });
    expect(standing(both)).toEqual({ [widow]: 'waits', [son]: 'waits' });
    expect(expectedOf(both)).toMatchObject({ step: 'ESTABLISH_HEIRS', since: '2026-12-01' });
    given(both).when(report(son)).thenRejected('HEIRS_ARE_OPEN');
    given(both).when(report(widow)).thenRejected('HEIRS_ARE_OPEN');
  });

  it('leaves to be said in whose place somebody is', () => {
    const givenBoth = decisionSpec(claims)(both);
    givenBoth.when(inPlaceOf()).thenRejected('DEAD_HEIR_NOT_NAMED');
    givenBoth.when(inPlaceOf('somebody')).thenRejected('NO_HEIR_DEATH');
    decisionSpec(claims)(approved).when(inPlaceOf(son)).thenRejected('CLAIM_APPROVED');
    const one = and(both, inPlaceOf(widow));
    expect(one.at(-1)).toMatchObject({ data: { inPlaceOfId: widow, besideIds: [son] } });
    expect(standing(one)).toEqual({ [widow]: 'goes to others', [son]: 'waits' });
    expect(expectedOf(one)).toMatchObject({ since: '2026-12-01' });
    const all = and(one, inPlaceOf());
    expect(all.at(-1)).toMatchObject({ data: { inPlaceOfId: son } });
    expect(standing(all)).toEqual({ [widow]: 'goes to others', [son]: 'goes to others' });
    expect([expectedOf(all), heirsOf(all).map(({ parts }) => parts)]).toEqual([undefined, [1, 1]]);
  });

  it('is waited for as long as the first was', () => {
    const first = [...both, ...giveUp(both, '2027-12-16')];
    expect(standing(first)).toEqual({ [widow]: 'waits', [son]: 'is given up' });
    expect(expectedOf(first)).toMatchObject({ since: '2027-02-01', dueDays: ['2028-02-01'] });
    const second = [...first, ...giveUp(first, '2028-02-16')];
    expect(standing(second)).toEqual({ [widow]: 'is given up', [son]: 'is given up' });
    expect(expectedOf(second)).toBeUndefined();
  });

  it('may live after all: it is said which of them does', () => {
    const revoke = (heirId?: string) => (state: Parameters<typeof revokeHeirDeath>[1]) =>
      revokeHeirDeath(
        { ...claim, words: 'She lives', evidence: 'KTP', ...(heirId && { heirId }) },
        state,
        as('colleague', '2027-02-03'),
      );
    given(both).when(revoke()).thenRejected('DEAD_HEIR_NOT_NAMED');
    given(both).when(revoke('somebody')).thenRejected('NO_HEIR_DEATH');
    const lives = onwards(both, revoke(widow));
    expect(standing(lives)).toEqual({ [widow]: 'is paid', [son]: 'waits' });
    given(lives).when(revoke(widow)).thenRejected('NO_HEIR_DEATH');
    expect(onwards(lives, revoke()).at(-1)).toMatchObject({ data: { heirId: son } });
  });

  it('leaves nothing to be asked of one alone once the participant is found to live', () => {
    const lives: readonly ClaimEvent[] = [
      ...both,
      { type: 'HeirsWantedNoMore', data: { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: TODAY } },
    ];
    expect(expectedOf(lives)).toBeUndefined();
    expect(fold(heirsInDispute, lives)).not.toHaveProperty('waiting');
    expect(timesOf(fold(disputesOfHeirs, lives), son).at(-1)).toHaveProperty('to');
  });
});

describe('A widow who claimed alone, whom the participant had named, and who died before the money arrived', () => {
  const ofWidow = {
    ...facts,
    heirsOnRecord: { ...facts.heirsOnRecord, claimantName: 'Rohmah Contoh' },
  };
  const child = heir('CHILD', 'Anak Contoh');
  const inHerPlace = (events: readonly ClaimEvent[], basis: Basis) =>
    establishHeirs(
      { ...claim, sharing: 'EQUAL', certificate: 'archive/skaw', heirs: [child] },
      fold(claims, events),
      testContext({ actor: { ...TEST_ACTOR, id: 'desk' } }),
      basis,
    ).map(({ type }) => type);
  const claimedAlone = and(calculated, (state) =>
    approveClaim(claim, state, as('decider', '2026-11-23'), ofWidow),
  );
  const diedAlone = onwards(claimedAlone, report());

  it('is not to be named among those who take her place, whether or not she was established', () => {
    expect(inHerPlace(diedAlone, ofWidow)).toEqual(['HeirsEstablished']);
    const alone = and(and(calculated, establish([heir('SPOUSE', 'Rohmah Contoh')], 'EQUAL')), (state) =>
      approveClaim(claim, state, as('decider', '2026-11-23'), facts),
    );
    expect(inHerPlace(onwards(alone, report()), facts)).toEqual(['HeirsEstablished']);
  });

  it('leaves nobody else out whom the participant had named', () => {
    const others = [...facts.heirsOnRecord.registered, { relation: 'CHILD' as const, name: 'Anak Lain' }];
    const basis = { ...ofWidow, heirsOnRecord: { ...ofWidow.heirsOnRecord, registered: others } };
    expect(() => inHerPlace(diedAlone, basis)).toThrow('REGISTERED_HEIR_NOT_NAMED');
  });

  it('is waited for by nobody any more once nobody came in time, also after a dispute that changed nothing', () => {
    const lapsed = [...diedAlone, ...giveUp(diedAlone, '2027-12-20')];
    const inDispute = onwards(lapsed, (state) =>
      reportDispute({ ...claim, words: 'Her sister', evidence: 'L 1' }, state, as('desk', '2027-12-21')),
    );
    const settled = onwards(inDispute, (state) =>
      endDispute(
        { ...claim, how: 'AGREED', outcome: 'AS_APPROVED', words: 'Agreed', evidence: 'L 2' },
        state,
        as('desk', '2027-12-22'),
      ),
    );
    expect(expectedOf(lapsed)).toBeUndefined();
    expect(expectedOf(inDispute)).toMatchObject({ step: 'END_DISPUTE' });
    expect(expectedOf(settled)).toBeUndefined();
  });
});
