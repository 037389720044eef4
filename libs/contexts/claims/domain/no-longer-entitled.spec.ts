import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { approveDifference } from './approve-difference.js';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import {
  CHILD,
  CLAIM,
  COMPLETED,
  JKM_SUBMITTED,
  calculatedBy,
  coverage,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { reassessmentSteps } from './claim-steps.js';
import { claims } from './claim.js';
import { openAgain } from './open-again.js';
import type { Basis } from './programme.js';
import { reassessClaim, sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';

const given = decisionSpec(claimsAfterApproval);
const claim = { claimId: CLAIM };
const as = (id: string) => testContext({ today: localDate('2026-12-02'), actor: { ...TEST_ACTOR, id } });

/** Forty months were known, and with them a scholarship; of thirty that stand the benefit alone follows. */
const FORTY = jkmFacts();
const THIRTY = jkmFacts({ coverageAtEvent: coverage('2024-05', 30, localDate('2026-10-20')) });

const approvedOn = (basis: Basis) => {
  const events = [JKM_SUBMITTED, COMPLETED, calculatedBy(basis)];
  return [...events, ...approveClaim(claim, fold(claims, events), as('approver'), basis)];
};
const APPROVED = approvedOn(FORTY);
const after = (
  history: readonly ClaimEvent[],
  decide: (state: ClaimAfterApproval) => readonly ClaimEvent[],
) => [...history, ...decide(fold(claimsAfterApproval, history))];
const reopen = (basis: Basis) => (state: ClaimAfterApproval) =>
  reopenClaim({ ...claim, ground: 'NEW_FACT', reason: 'Receipts were reversed' }, state, as('boss'), basis);
const reassess = (basis: Basis) => (state: ClaimAfterApproval) =>
  reassessClaim(claim, state, as('second-assessor'), basis);
const approve = (basis: Basis) => (state: ClaimAfterApproval) =>
  approveDifference(claim, state, as('second-approver'), basis);
const anew = (history: readonly ClaimEvent[], basis: Basis) =>
  after(after(after(history, reopen(basis)), reassess(basis)), approve(basis));
const approvedIn = (history: readonly ClaimEvent[]) => fold(claimsAfterApproval, history).approved;

describe('Children to whom a claim, computed anew, gives no scholarship any more', () => {
  const found = after(after(APPROVED, reopen(THIRTY)), reassess(THIRTY));

  it('are named by the re-assessment, which is approved by a second person though no money is otherwise', () => {
    expect(found.at(-1)).toMatchObject({
      type: 'BenefitReassessed',
      data: { differenceIdr: 0, entitledChildren: [], noLongerEntitledIds: [CHILD.childId] },
    });
    expect(fold(reassessmentSteps, found).expected).toMatchObject({ step: 'APPROVE_DIFFERENCE' });
    expect(after(found, approve(THIRTY)).at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: {
        totalIdr: 42_000_000,
        differenceIdr: 0,
        payments: [],
        entitledChildren: [],
        noLongerEntitledIds: [CHILD.childId],
        withoutScholarship: true,
      },
    });
  });

  it('are computed anew where the months have come back by then', () => {
    given(found).when(approve(FORTY)).thenRejected('DIFFERENCE_OUTDATED');
  });

  it('have a claim opened for them by what somebody else has said, where it comes out otherwise', () => {
    const told = (basis: Basis) => (state: ClaimAfterApproval) =>
      openAgain({ ...claim, ground: 'DETERMINATION', onlyIfOtherwise: true }, state, as('process'), basis);
    expect(after(APPROVED, told(THIRTY)).at(-1)?.type).toBe('ReassessmentOpened');
    given(APPROVED).when(told(FORTY)).thenNothing();
  });

  it('are told once: what is computed again after that says nothing of them', () => {
    const ended = after(found, approve(THIRTY));
    expect(approvedIn(ended)).toMatchObject({ givenTo: [], noLongerEntitledIds: [CHILD.childId] });
    const again = after(after(ended, reopen(THIRTY)), reassess(THIRTY)).at(-1);
    expect(again).not.toHaveProperty('data.noLongerEntitledIds');
    expect(fold(claimsAfterApproval, [...ended, again!]).reassessment).toBeUndefined();
  });

  it('have it again by a re-assessment that gives it again', () => {
    const ended = after(found, approve(THIRTY));
    const again = anew(ended, FORTY);
    expect(again.at(-1)).toMatchObject({ data: { entitledChildren: [CHILD] } });
    expect(again.at(-1)).not.toHaveProperty('data.noLongerEntitledIds');
    expect(approvedIn(again)).toMatchObject({ givenTo: [CHILD.childId], noLongerEntitledIds: [] });
  });

  it('are those too who got theirs by being named after the approval', () => {
    const late = { ...CHILD, childId: 'late-child', asOf: localDate('2026-12-02') };
    const both = { children: [CHILD, late] };
    const events = anew(APPROVED, jkmFacts({ ...THIRTY.facts.participant, ...both }));
    expect(events.at(-1)).toMatchObject({ data: { noLongerEntitledIds: [CHILD.childId, 'late-child'] } });
    const childless = anew(
      approvedOn(jkmFacts({ children: [] })),
      jkmFacts({ ...THIRTY.facts.participant, children: [late] }),
    );
    expect(childless.at(-1)).toMatchObject({ data: { noLongerEntitledIds: ['late-child'] } });
  });

  it('are none of a claim that gave none to anybody, also where an earlier release did not say so', () => {
    const none = approvedOn(THIRTY);
    expect(after(after(none, reopen(THIRTY)), reassess(THIRTY)).at(-1)).not.toHaveProperty(
      'data.noLongerEntitledIds',
    );
    const unsaid = none.map((event) => {
      if (event.type !== 'ClaimApproved') return event;
      const { withoutScholarship, ...data } = event.data;
      expect(withoutScholarship).toBe(true);
      return { ...event, data };
    });
    expect(after(after(unsaid, reopen(THIRTY)), reassess(THIRTY)).at(-1)).not.toHaveProperty(
      'data.noLongerEntitledIds',
    );
  });

  it('keep theirs by receipts alone: less is left to people', () => {
    given(APPROVED).when(reassess(THIRTY)).thenRejected('NOTHING_MORE_DUE');
  });

  it('are told by a person who says that none is due, and a child that a person grants one keeps it', () => {
    const opened = after(APPROVED, reopen(FORTY));
    const say = (scholarship: 'GRANTED' | 'NONE') => (state: ClaimAfterApproval) =>
      sayDifference(
        {
          ...claim,
          ground: 'COURT',
          components: [{ code: 'JKM_DEATH', amountIdr: rupiah(42_000_000) }],
          scholarship,
          reason: 'The court said so',
          evidence: 'PHI 1/2026',
        },
        state,
        as('second-assessor'),
        FORTY,
      );
    const without = after(opened, say('NONE'));
    expect(after(without, approve(FORTY)).at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: { entitledChildren: [], noLongerEntitledIds: [CHILD.childId], withoutScholarship: true },
    });
    expect(after(opened, say('GRANTED')).at(-1)).toMatchObject({ data: { entitledChildren: [CHILD] } });
    expect(after(opened, say('GRANTED')).at(-1)).not.toHaveProperty('data.noLongerEntitledIds');
  });
});
