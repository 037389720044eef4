import { describe, expect, it } from '@jest/globals';
import { type Caused, type LocalDate, fold, instant, localDate } from '#kernel';
import type { DeterminationIssued, OtherPayerNamed, StageTwoReported } from '#contexts/accidents/facts';
import { decisionSpec } from '#testing/decisions';
import { as } from '../domain/after-decision.examples.js';
import { approveClaim } from '../domain/approve-claim.js';
import {
  ACCIDENT,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  jkkFacts,
  lapsedFacts,
} from '../domain/claim.examples.js';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import type { ClaimEvent } from '../domain/claim.events.js';
import { claims } from '../domain/claim.js';
import { denyClaim } from '../domain/deny-claim.js';
import { type OpenAgainInput, openAgain } from '../domain/open-again.js';
import { jkkClaimId } from '../programmes/claim-ids.js';
import { determinations } from './determinations.js';

const TREATED_AGAIN = {
  type: 'StageTwoReported',
  id: 'event-id',
  recordedAt: instant('2026-12-20T03:00:00Z'),
  data: { accidentId: ACCIDENT, participantId: PARTICIPANT, effectiveOn: localDate('2026-12-20') },
} as unknown as Caused<StageTwoReported>;

const DETERMINED = {
  ...TREATED_AGAIN,
  type: 'DeterminationIssued',
} as unknown as Caused<DeterminationIssued>;

const given = decisionSpec(claimsAfterApproval);
const open =
  (ground: OpenAgainInput['ground'], approvedBefore?: LocalDate) =>
  (state: Parameters<typeof openAgain>[1]) =>
    openAgain(
      { claimId: CLAIM, ground, ...(approvedBefore && { approvedBefore }) },
      state,
      as('process'),
      jkkFacts(),
    );

const LATER = localDate('2026-12-20');

const calculated = (basis = jkkFacts()): ClaimEvent[] => [JKK_SUBMITTED, COMPLETED, calculatedBy(basis)];
const approved = [
  ...calculated(),
  ...approveClaim({ claimId: CLAIM }, fold(claims, calculated()), as('decider'), jkkFacts()),
];
const refused = calculated(lapsedFacts());
const denied = [
  ...refused,
  ...denyClaim({ claimId: CLAIM }, fold(claims, refused), as('decider'), lapsedFacts()),
];

describe('What opens a decided claim again by itself', () => {
  it('is the end of the treatment of a relapse, of an approved claim only', () => {
    expect(determinations.on.StageTwoReported!(TREATED_AGAIN)).toEqual([
      {
        key: jkkClaimId(ACCIDENT),
        command: 'OpenAgain',
        input: { claimId: jkkClaimId(ACCIDENT), ground: 'NEW_FACT', approvedBefore: localDate('2026-12-20') },
      },
    ]);
    expect(open('NEW_FACT', LATER)(fold(claimsAfterApproval, approved))).toMatchObject([
      { type: 'ReassessmentOpened', data: { ground: 'NEW_FACT', openerId: 'process' } },
    ]);
    given(approved)
      .when(open('NEW_FACT', localDate('2026-12-01')))
      .thenNothing();
    given(denied).when(open('NEW_FACT', LATER)).thenNothing();
  });

  it('is the end of a treatment on the day of the approval as well, where the claim comes out otherwise by it', () => {
    const sameDay = localDate('2026-12-01');
    const treatedOn = (basis: ReturnType<typeof jkkFacts>) =>
      openAgain(
        { claimId: CLAIM, ground: 'NEW_FACT', approvedBefore: sameDay },
        fold(claimsAfterApproval, approved),
        as('process'),
        basis,
      );
    expect(treatedOn(jkkFacts())).toEqual([]);
    expect(treatedOn(jkkFacts({ incapacityDays: 90 }))).toMatchObject([{ type: 'ReassessmentOpened' }]);
  });

  it('is the answer of another payer, of an approved claim that comes out otherwise by it; being asked is no answer', () => {
    const named = (status: string) =>
      determinations.on.OtherPayerNamed!({
        ...TREATED_AGAIN,
        type: 'OtherPayerNamed',
        data: { accidentId: ACCIDENT, status },
      } as unknown as Caused<OtherPayerNamed>);
    expect(named('ASKED')).toEqual([]);
    expect(named('REFUSED')).toMatchObject([
      { command: 'OpenAgain', input: { ground: 'NEW_FACT', onlyIfOtherwise: true } },
    ]);
  });

  it('is what an authority has determined, of a claim that was denied or approved, once', () => {
    expect(determinations.on.DeterminationIssued!(DETERMINED)).toMatchObject([
      { command: 'OpenAgain', input: { claimId: jkkClaimId(ACCIDENT), ground: 'DETERMINATION' } },
    ]);
    const lesser = { ...DETERMINED, data: { ...DETERMINED.data, prevails: false } };
    expect(determinations.on.DeterminationIssued!(lesser)).toEqual([]);
    const again = open('DETERMINATION');
    expect(again(fold(claimsAfterApproval, denied))).toMatchObject([
      { type: 'ClaimReopened', data: { ground: 'DETERMINATION' } },
      { type: 'ClaimCompleted' },
    ]);
    const opened = [...approved, ...(again(fold(claimsAfterApproval, approved)) as ClaimEvent[])];
    given(opened).when(again).thenNothing();
  });
});
