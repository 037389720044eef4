import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, contextBy, decisionSpec, testContext } from '#testing/decisions';
import { disputeSteps } from './after-decision-steps.js';
import { as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { approveInterim } from './approve-interim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { calculateInterim } from './calculate-interim.js';
import {
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  TAKEN_OVER,
  calculatedBy,
  coverage,
  jkkFacts,
  receivedLater,
} from './claim.examples.js';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { endDispute } from './end-dispute.js';
import { establish } from './establish-heirs.js';
import type { HeirInput } from './heir-input.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { reportDispute } from './report-dispute.js';
import { reportHeirDeath, wantHeirs, wantHeirsNoMore } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const given = decisionSpec(claimsAfterDecision);
const HURT_ON = localDate('2025-03-03');
const facts = jkkFacts(
  {
    occurredOn: HURT_ON,
    stageTwoReported: true,
    outcome: 'DEATH',
    injuries: [],
    incapacityDays: 30,
    care: [],
  },
  {
    coverageAtEvent: coverage('2025-03', 1, HURT_ON),
    diedOn: localDate('2025-05-10'),
    diedOfAccidentId: JKK_SUBMITTED.data.accidentId,
  },
);

const heir = (relation: HeirInput['relation'], name: string): HeirInput => ({
  relation,
  standing: 'PAID',
  name,
  ...(relation !== 'SPOUSE' && { birthDate: localDate('2000-01-01') }),
  account: { bank: 'Bank Contoh', number: '0000022221', holder: name },
});
const recordingIn = (state: ClaimAfterApproval, ...heirs: readonly HeirInput[]) =>
  establish(
    { ...claim, sharing: 'COURT', certificate: 'archive/skaw', heirs },
    state,
    testContext({ actor: { ...TEST_ACTOR, id: 'desk' }, commandId: heirs.map(({ name }) => name).join() }),
    facts,
  );
const recording =
  (...heirs: readonly HeirInput[]) =>
  (events: readonly ClaimEvent[]) =>
    recordingIn(fold(claimsAfterApproval, events), ...heirs);
const dying = (heirId: string) => (events: readonly ClaimEvent[]) =>
  reportHeirDeath(
    { ...claim, diedOn: localDate('2026-11-30'), words: 'The son', evidence: 'SKM 7', heirId },
    fold(claimsAfterDecision, events),
    as('reporter', '2026-12-01'),
  );
const and = (
  events: readonly ClaimEvent[],
  decide: (events: readonly ClaimEvent[]) => readonly ClaimEvent[],
): readonly ClaimEvent[] => [...events, ...decide(events)];
const heirsOf = (events: readonly ClaimEvent[]) => {
  const state = fold(claims, events);
  return state.situation === 'UNKNOWN'
    ? []
    : (state.heirs ?? []).map(({ heirId, parts }) => ({ heirId, parts }));
};
const [WIDOW, SON, GRANDCHILD] = [
  heir('SPOUSE', 'Rohmah Contoh'),
  heir('CHILD', 'Anak Contoh'),
  heir('GRANDCHILD', 'Cucu Contoh'),
];

/** In the course of the treatment the participant is paid; then they die, and heirs claim. */
function taken(): readonly ClaimEvent[] {
  const treated = jkkFacts(
    {
      occurredOn: HURT_ON,
      stageTwoReported: false,
      outcome: undefined,
      injuries: [],
      incapacityDays: 0,
      care: [],
    },
    { coverageAtEvent: coverage('2025-03', 1, HURT_ON) },
  );
  const days = { unableFrom: HURT_ON, unableUntil: localDate('2025-04-01'), certificate: 'A' };
  const submitted = {
    ...JKK_SUBMITTED,
    data: { ...JKK_SUBMITTED.data, eventDate: HURT_ON, submittedOn: HURT_ON },
  };
  const calculated = and([submitted, COMPLETED], (events) =>
    calculateInterim({ ...claim, ...days }, fold(claims, events), testContext(), treated),
  );
  const paid = and(calculated, (events) =>
    approveInterim(claim, fold(claims, events), contextBy('supervisor', 'supervisor'), treated),
  );
  return and([...paid, receivedLater(HEIR_PAPERS), TAKEN_OVER], recording(WIDOW, SON));
}

const approvedForHeirs = () => {
  const calculated = and(taken(), (events) =>
    calculateBenefit(claim, fold(claims, events), testContext(), facts),
  );
  return and(calculated, (events) =>
    approveClaim(claim, fold(claims, events), as('decider', '2026-11-23'), facts),
  );
};

/** Approved for the participant, who died before the money arrived: heirs were recorded in their place. */
function inTheirStead(): readonly ClaimEvent[] {
  const calculated = [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())];
  const approved = and(calculated, (events) =>
    approveClaim(claim, fold(claims, events), as('decider', '2026-11-23'), jkkFacts()),
  );
  const wanted = and(approved, (events) =>
    wantHeirs(claim, fold(heirsInDispute, events), as('process', '2026-12-01')),
  );
  return and(wanted, recording(WIDOW, SON));
}

describe.each([
  ['of a claim that had paid the participant before it was theirs', approvedForHeirs],
  ['of what was approved for the participant', inTheirStead],
  ['of what the participant was paid of a claim that nobody has decided yet', taken],
])('One of several heirs who dies, %s', (_of, begin) => {
  const history = begin();
  const [widow = '', son = ''] = heirsOf(history).map(({ heirId }) => heirId);
  const died = and(history, dying(son));
  const after = and(died, recording(GRANDCHILD));
  const grandchild = heirsOf(after).at(-1)?.heirId ?? '';

  it('leaves that share alone to whoever takes the place, and the others theirs', () => {
    expect(after.at(-1)).toMatchObject({ data: { inPlaceOfId: son, besideIds: [widow] } });
    expect(after.at(-1)?.data).not.toHaveProperty('inPlaceOfParticipant');
    expect(heirsOf(after)).toEqual([
      { heirId: widow, parts: 1 },
      { heirId: grandchild, parts: 1 },
    ]);
    const { since, places } = fold(heirsInDispute, after);
    expect(since?.heirs.map(({ heirId }) => heirId)).toEqual([widow, grandchild]);
    expect(Object.keys(places ?? {})).toEqual([son]);
  });

  it('is paid nothing until then, and an adjudicator is waited for', () => {
    expect(Object.keys(fold(heirsInDispute, died).waiting ?? {})).toEqual([son]);
    expect(fold(heirsInDispute, died)).not.toHaveProperty('areOpen', true);
    expect(fold(disputeSteps, died).expected).toMatchObject({ step: 'ESTABLISH_HEIRS' });
    expect(fold(disputeSteps, after).expected).toBeUndefined();
    given(died)
      .when((state) =>
        reportHeirDeath({ ...claim, diedOn: HURT_ON, words: '', evidence: '', heirId: son }, state, as('r')),
      )
      .thenRejected('HEIRS_ARE_OPEN');
  });

  it('had to live when the participant died, not when the accident happened', () => {
    const of = (diedOn: string) => ({
      ...claim,
      diedOn: localDate(diedOn),
      words: '',
      evidence: '',
      heirId: widow,
    });
    given(after)
      .when((state) => reportHeirDeath(of('2025-05-09'), state, as('r'), facts))
      .thenRejected('HEIR_DIED_BEFORE');
    expect(reportHeirDeath(of('2025-05-10'), fold(claimsAfterDecision, after), as('r'), facts)).toHaveLength(
      1,
    );
  });

  it('leaves the place of the participant theirs: nobody looks for heirs again, and a living participant is paid', () => {
    for (const events of [died, after]) {
      const state = fold(heirsInDispute, events);
      expect(wantHeirs(claim, state, as('process', '2026-12-09'))).toEqual([]);
      expect(wantHeirsNoMore(claim, state, as('process', '2026-12-09'))).toMatchObject([
        { type: 'HeirsWantedNoMore' },
      ]);
    }
  });
});

describe('Heirs in place of a participant', () => {
  it('may disagree as well', () => {
    const letter = { ...claim, words: 'A son says that he was left out', evidence: 'map 9' };
    expect(reportDispute(letter, fold(claimsAfterDecision, inTheirStead()), as('desk'))).toMatchObject([
      { type: 'DisputeReported' },
    ]);
  });

  it('are not recorded otherwise once they may have been paid, before heirs disagree and it ends so', () => {
    const asRecorded = decisionSpec(claimsAfterApproval)(inTheirStead());
    const letter = { ...claim, words: 'A son says that he was left out', evidence: 'map 9' };
    asRecorded.when((state) => recordingIn(state, GRANDCHILD)).thenRejected('HEIRS_ARE_ESTABLISHED');
    const disputed = and(inTheirStead(), (events) =>
      reportDispute(letter, fold(claimsAfterDecision, events), as('desk', '2026-12-09')),
    );
    decisionSpec(claimsAfterApproval)(disputed)
      .when((state) => recordingIn(state, GRANDCHILD))
      .thenRejected('HEIRS_ARE_ESTABLISHED');
    const otherwise = and(disputed, (events) =>
      endDispute(
        { ...letter, how: 'JUDGED', outcome: 'OTHERWISE' },
        fold(claimsAfterDecision, events),
        as('desk', '2026-12-10'),
      ),
    );
    expect(and(otherwise, recording(GRANDCHILD)).at(-1)).toMatchObject({
      type: 'HeirsEstablished',
      data: { inPlaceOfParticipant: true },
    });
  });

  it('are recorded otherwise while the claim is decided', () => {
    expect(and(taken(), recording(GRANDCHILD)).at(-1)).toMatchObject({
      data: { inPlaceOfParticipant: true },
    });
  });

  it('may die while the claim is decided: what is approved then is paid in shares as they were', () => {
    const died = and(taken(), dying(heirsOf(taken())[1]?.heirId ?? ''));
    const calculated = and(died, (events) =>
      calculateBenefit(claim, fold(claims, events), testContext(), facts),
    );
    const [widow = '', son = ''] = heirsOf(calculated).map(({ heirId }) => heirId);
    expect(and(calculated, recording(GRANDCHILD)).at(-1)).toMatchObject({
      data: { inPlaceOfId: son, besideIds: [widow] },
    });
  });
});
