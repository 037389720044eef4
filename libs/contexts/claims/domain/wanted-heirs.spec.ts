import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { disputeSteps } from './after-decision-steps.js';
import { afterwards, as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import { claims } from './claim.js';
import { disputesOfHeirs } from './days-in-dispute.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { giveHeirsUp, reportHeirDeath, wantHeirs, wantHeirsNoMore } from './wanted-heirs.js';
import { endDispute } from './end-dispute.js';
import { reportDispute } from './report-dispute.js';
import type { Basis } from './programme.js';

const claim = { claimId: CLAIM };
const given = decisionSpec(heirsInDispute);
const givenClaim = decisionSpec(claimsAfterDecision);

const approved = (submitted: ClaimEvent, basis: Basis): readonly ClaimEvent[] => {
  const known = [submitted, COMPLETED, calculatedBy(basis)];
  return [...known, ...approveClaim(claim, fold(claims, known), as('decider', '2026-11-23'), basis)];
};

const HURT = approved(JKK_SUBMITTED, jkkFacts());
const OF_HEIRS = approved(JKM_SUBMITTED, jkmFacts());

const decided = (
  events: readonly ClaimEvent[],
  decide: typeof wantHeirs,
  day = '2026-12-01',
): readonly ClaimEvent[] => [...events, ...decide(claim, fold(heirsInDispute, events), as('process', day))];

const established = (inPlaceOfParticipant: boolean): ClaimEvent => ({
  type: 'HeirsEstablished',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    establisherId: 'desk',
    sharing: 'ONE_PAYEE',
    heirs: [{ heirId: 'widow', relation: 'SPOUSE', standing: 'PAID', parts: 1 }],
    ...(inPlaceOfParticipant && { inPlaceOfParticipant: true as const }),
    effectiveOn: localDate('2026-12-08'),
    person: { certificate: 'SKAW 1', heirs: [{ name: 'Rohmah Contoh' }] },
  },
});

const expectedOf = (events: readonly ClaimEvent[]) => fold(disputeSteps, events).expected;
const namedIn = (events: readonly ClaimEvent[]) => fold(disputeSteps, events).named;

describe('Heirs of a participant who died before the money arrived', () => {
  const wanted = decided(HURT, wantHeirs);

  it('are looked for by an adjudicator for twelve months, and once', () => {
    expect(wanted.at(-1)).toMatchObject({
      type: 'HeirsWanted',
      data: { whoDied: 'PARTICIPANT', until: '2027-12-01' },
    });
    expect(expectedOf(wanted)).toEqual({
      step: 'ESTABLISH_HEIRS',
      turn: 'ADJUDICATOR',
      since: '2026-12-01',
      dueDays: ['2027-12-01'],
      lapsesAfter: '2027-12-15',
    });
    expect(decided(wanted, wantHeirs)).toEqual(wanted);
  });

  it('are paid once they are recorded, and nobody looks for them any more', () => {
    const known = [...wanted, established(true)];
    expect([expectedOf(known), namedIn(known)]).toEqual([undefined, ['widow', 'HEIR']]);
    expect(fold(heirsInDispute, known)).toMatchObject({
      inPlaceOfParticipant: true,
      since: { heirs: [{ heirId: 'widow' }] },
    });
    expect(decided(known, wantHeirs)).toEqual(known);
    // The payment of the participant tells itself since when it stands still.
    expect(fold(disputesOfHeirs, known).times).toEqual([]);
  });

  it('who do not come are waited for no more: what is not paid is given up, unless they come before that', () => {
    const nobody = decided(wanted, giveHeirsUp, '2027-12-16');
    expect(nobody.at(-1)).toMatchObject({ type: 'NobodyInherits', data: { until: '2027-12-01' } });
    expect([expectedOf(nobody), fold(disputeSteps, nobody).givenUp]).toEqual([undefined, ['PARTICIPANT']]);
    expect(fold(heirsInDispute, nobody)).toMatchObject({ nobody: true });
    for (const again of [giveHeirsUp, wantHeirs]) expect(decided(nobody, again)).toEqual(nobody);
    const late = [...nobody, established(true)];
    expect([namedIn(late), fold(heirsInDispute, late).nobody]).toEqual([['widow', 'HEIR'], undefined]);
    expect(fold(disputeSteps, late)).not.toHaveProperty('givenUp');
    given(HURT)
      .when((state) => giveHeirsUp(claim, state, as('process')))
      .thenNothing();
  });

  it.each([
    ['are looked for', wanted],
    ['were recorded', [...wanted, established(true)]],
    ['were given up', decided(wanted, giveHeirsUp, '2027-12-16')],
  ])('inherit nothing where the participant lives after all, while they %s', (_how, events) => {
    const lives = decided(events, wantHeirsNoMore);
    expect(lives.at(-1)).toMatchObject({ type: 'HeirsWantedNoMore' });
    expect([expectedOf(lives), namedIn(lives)]).toEqual([undefined, undefined]);
    const { since, wanted: looked, nobody } = fold(heirsInDispute, lives);
    expect([since, looked, nobody]).toEqual([undefined, undefined, undefined]);
    expect(fold(claims, lives)).not.toHaveProperty('heirsAreOpen', true);
    expect(decided(lives, wantHeirsNoMore)).toEqual(lives);
  });

  it('are looked for already where a dispute among heirs ended otherwise: nobody is paid for that', () => {
    const letter = { words: 'A son says that he was left out', evidence: 'map 9' };
    const disputed = afterwards([...wanted, established(true)], (state) =>
      reportDispute({ ...claim, ...letter }, state, as('desk', '2026-12-09')),
    );
    const over = { how: 'JUDGED', outcome: 'OTHERWISE', ...letter } as const;
    const open = afterwards(disputed, (state) =>
      endDispute({ ...claim, ...over }, state, as('desk', '2026-12-10')),
    );
    expect(expectedOf(open)).toMatchObject({ step: 'ESTABLISH_HEIRS' });
    expect(decided(open, wantHeirs)).toEqual(open);
    const recorded = [...open, ...wanted.slice(-1)];
    expect(fold(heirsInDispute, recorded)).toMatchObject({ areOpen: true });
    expect(decided(open, wantHeirsNoMore).at(-1)).toMatchObject({ type: 'HeirsWantedNoMore' });
  });

  it('are nobody where no participant is to be paid', () => {
    given([])
      .when((state) => wantHeirs(claim, state, as('process')))
      .thenNothing();
    given(HURT)
      .when((state) => wantHeirsNoMore(claim, state, as('process')))
      .thenNothing();
  });
});

describe('An heir who dies before the money arrives', () => {
  const report = (diedOn = '2026-11-30') =>
    givenClaim(OF_HEIRS).when((state) =>
      reportHeirDeath(
        { ...claim, diedOn: localDate(diedOn), words: 'The widow', evidence: 'SKM 7' },
        state,
        as('desk', '2026-12-01'),
      ),
    );
  const said = { ...claim, diedOn: localDate('2026-11-30'), words: 'The widow', evidence: 'SKM 7' };
  const died = [
    ...OF_HEIRS,
    ...reportHeirDeath(said, fold(claimsAfterDecision, OF_HEIRS), as('desk', '2026-12-01')),
  ];

  it('leaves open who is paid: nobody is until it is recorded who inherits', () => {
    expect(died.at(-1)).toMatchObject({ type: 'HeirsWanted', data: { whoDied: 'HEIR', reporterId: 'desk' } });
    expect(expectedOf(died)).toMatchObject({ step: 'ESTABLISH_HEIRS', dueDays: ['2027-12-01'] });
    expect(fold(heirsInDispute, died)).toMatchObject({ areOpen: true });
    expect(namedIn([...died, established(false)])).toEqual(['widow']);
    givenClaim(died)
      .when((state) => reportHeirDeath(said, state, as('desk')))
      .thenRejected('HEIRS_ARE_OPEN');
  });

  it('owes nothing for a delay until it is recorded who inherits and nobody disagrees, whichever comes last', () => {
    const dispute = (events: readonly ClaimEvent[]) => [
      ...events,
      ...reportDispute(
        { ...claim, words: 'A son says that he was left out', evidence: 'map 9' },
        fold(claimsAfterDecision, events),
        as('desk', '2026-12-03'),
      ),
    ];
    const ended = (events: readonly ClaimEvent[], day: string) => [
      ...events,
      ...endDispute(
        { ...claim, how: 'AGREED', outcome: 'AS_APPROVED', words: 'They share', evidence: 'map 10' },
        fold(claimsAfterDecision, events),
        as('desk', day),
      ),
    ];
    const times = (events: readonly ClaimEvent[]) => fold(disputesOfHeirs, events).times;
    const both = dispute(died);
    expect(times(ended(both, '2026-12-05'))).toEqual([{ from: '2026-12-01' }]);
    expect(times([...both, established(false)])).toEqual([{ from: '2026-12-01' }]);
    const known = [...ended(both, '2026-12-05'), established(false)];
    expect(times(known)).toEqual([{ from: '2026-12-01', to: '2026-12-08' }]);
    expect(times(ended([...both, established(false)], '2026-12-10'))).toEqual([
      { from: '2026-12-01', to: '2026-12-10' },
    ]);
  });

  it('has died by now, and inherited', () => {
    // Who died before the participant inherited nothing; on the same day they did.
    report('2026-10-19').thenRejected('HEIR_DIED_BEFORE');
    expect(
      reportHeirDeath(
        { ...said, diedOn: localDate('2026-10-20') },
        fold(claimsAfterDecision, OF_HEIRS),
        as('desk', '2026-12-01'),
      ),
    ).toHaveLength(1);
    report('2026-12-02').thenRejected('HEIR_DIED_IN_FUTURE');
    givenClaim(HURT)
      .when((state) => reportHeirDeath(said, state, as('desk')))
      .thenRejected('NO_HEIRS_PAID');
  });

  it('while heirs disagree changes nothing before that is over', () => {
    const letter = { words: 'A son says that he was left out', evidence: 'map 9' };
    const open = afterwards(OF_HEIRS, (state) => reportDispute({ ...claim, ...letter }, state, as('desk')));
    givenClaim(open)
      .when((state) => reportHeirDeath(said, state, as('desk')))
      .thenRejected('DISPUTE_IS_OPEN');
    const wanted = decided(open, wantHeirs);
    expect(expectedOf(wanted)).toMatchObject({ step: 'END_DISPUTE' });
    const over = { how: 'AGREED', outcome: 'AS_APPROVED', ...letter } as const;
    const ended = afterwards(wanted, (state) => endDispute({ ...claim, ...over }, state, as('desk')));
    expect(expectedOf(ended)).toMatchObject({ step: 'ESTABLISH_HEIRS' });
  });

  it('is no matter of the participant: a death that is taken back leaves it as it is', () => {
    expect(decided(died, wantHeirsNoMore)).toEqual(died);
    expect(decided(died, giveHeirsUp, '2027-12-16').at(-1)).toMatchObject({ type: 'NobodyInherits' });
  });
});
