import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { disputeSteps } from './after-decision-steps.js';
import { afterwards, as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { CLAIM, COMPLETED, JKM_SUBMITTED, PARTICIPANT, calculatedBy, jkmFacts } from './claim.examples.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { disputesOfHeirs, timesOf } from './days-in-dispute.js';
import { establishHeirs } from './establish-heirs.js';
import { heirsInDispute, isWithoutHeir } from './heirs-in-dispute.js';
import { reportHeirDeath, revokeHeirDeath } from './wanted-heirs.js';

const claim = { claimId: CLAIM };
const facts = jkmFacts();
const known: readonly ClaimEvent[] = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
const [established] = establishHeirs(
  {
    ...claim,
    sharing: 'EQUAL',
    certificate: 'archive/skaw',
    heirs: [
      {
        relation: 'SPOUSE',
        standing: 'PAID',
        name: 'Rohmah Contoh',
        account: { bank: 'Bank Contoh', number: '0000022221', holder: 'Rohmah Contoh' },
      },
    ],
  },
  fold(claims, known),
  testContext({ actor: { ...TEST_ACTOR, id: 'desk' } }),
  facts,
) as [EventOf<ClaimEvent, 'HeirsEstablished'>];
const WIDOW = established.data.heirs[0]?.heirId ?? '';
const approved = afterwards([...known, established], ({ after }) =>
  approveClaim(claim, after.claim, as('decider', '2026-11-23'), facts),
);

const report =
  (heirId?: string, by = 'reporter') =>
  (state: ClaimAfterDecision) =>
    reportHeirDeath(
      {
        ...claim,
        diedOn: localDate('2026-11-30'),
        words: 'The widow',
        evidence: 'SKM 7',
        ...(heirId && { heirId }),
      },
      state,
      as(by),
      facts,
    );
const revoke = (heirId?: string) => (state: ClaimAfterDecision) =>
  revokeHeirDeath(
    { ...claim, words: 'She lives', evidence: 'KTP', ...(heirId && { heirId }) },
    state,
    as('colleague', '2026-12-03'),
  );
const given = decisionSpec(claimsAfterDecision);

/** Whether she is paid, and what is expected of somebody. */
const standing = (events: readonly ClaimEvent[]) => ({
  waits: isWithoutHeir(fold(heirsInDispute, events), WIDOW) || fold(heirsInDispute, events).areOpen === true,
  step: fold(disputeSteps, events).expected?.step,
});

describe('The only heir', () => {
  it.each([
    ['who is named', WIDOW],
    ['who need not be named', undefined],
  ])('%s is reported dead once, whatever the second report says', (_how, named) => {
    const died = afterwards(approved, report(named));
    expect(died.at(-1)).toMatchObject({ data: { whoDied: 'HEIR', heirId: WIDOW, besideIds: [] } });
    expect(standing(died)).toEqual({ waits: true, step: 'ESTABLISH_HEIRS' });
    for (const again of [WIDOW, undefined])
      given(died).when(report(again, 'another desk')).thenRejected('HEIRS_ARE_OPEN');
  });

  it.each([
    ['that names her', WIDOW],
    ['that names nobody', undefined],
  ])('is paid again once a report %s is taken back, by words that name her or nobody', (_how, named) => {
    for (const meant of [WIDOW, undefined]) {
      const lives = afterwards(afterwards(approved, report(named)), revoke(meant));
      expect(standing(lives)).toEqual({ waits: false, step: undefined });
      expect(fold(heirsInDispute, lives)).toEqual(fold(heirsInDispute, approved));
    }
  });

  it('whom an earlier release took as reported dead twice is paid again once that is taken back', () => {
    const once = afterwards(approved, report(WIDOW));
    const twice: readonly ClaimEvent[] = [
      ...once,
      {
        type: 'HeirsWanted',
        data: {
          claimId: CLAIM,
          participantId: PARTICIPANT,
          whoDied: 'HEIR',
          reporterId: 'another desk',
          until: localDate('2027-12-02'),
          effectiveOn: localDate('2026-12-02'),
        },
      },
    ];
    expect(standing(twice)).toEqual({ waits: true, step: 'ESTABLISH_HEIRS' });
    const lives = afterwards(twice, revoke());
    expect(standing(lives)).toEqual({ waits: false, step: undefined });
    expect(timesOf(fold(disputesOfHeirs, lives), WIDOW).filter(({ to }) => to === undefined)).toEqual([]);
  });
});
