import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { beginApproval } from './approve-claim.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT, calculatedBy, jkkFacts } from './claim.examples.js';
import { type ClaimIn, claims } from './claim.js';
import { NOTHING_PAID } from '../programmes/jkk/disability-paid.js';
import type { ApprovalBegun } from './docket.events.js';
import { begunBefore, dockets, isBegun } from './docket.js';

const given = decisionSpec(dockets);
const OTHER = 'another-claim';

const begun = (claimId: string): ApprovalBegun & DomainEvent => ({
  type: 'ApprovalBegun',
  data: { claimId, participantId: PARTICIPANT, effectiveOn: testContext().today },
});

const toApprove = fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())]) as ClaimIn<'CALCULATED'>;

describe('Beginning an approval', () => {
  it('takes the claim into the docket of its participant, behind those that were begun before', () => {
    given([begun(OTHER)])
      .when((state) =>
        beginApproval({ claimId: CLAIM }, state, testContext(), { claim: toApprove, basis: jkkFacts() }),
      )
      .thenRecorded([begun(CLAIM)]);
  });

  it('changes nothing a second time, whatever became of the claim', () => {
    given([begun(CLAIM)])
      .when((state) =>
        beginApproval({ claimId: CLAIM }, state, testContext(), {
          claim: toApprove,
          basis: jkkFacts({ injuries: [] }),
        }),
      )
      .thenNothing();
  });

  it('is refused where the approval would be: nobody waits for a claim that cannot be approved', () => {
    given()
      .when((state) =>
        beginApproval({ claimId: CLAIM }, state, testContext(), {
          claim: toApprove,
          basis: jkkFacts({ transport: {} }),
        }),
      )
      .thenRejected('CALCULATION_OUTDATED');
    const waiting = jkkFacts({}, {}, { paidBefore: { ...NOTHING_PAID, undecidedClaimId: OTHER } });
    given([begun(OTHER)])
      .when((state) =>
        beginApproval({ claimId: CLAIM }, state, testContext(), { claim: toApprove, basis: waiting }),
      )
      .thenRejected('EARLIER_CLAIM_IN_APPROVAL');
  });
});

describe('A claim that was opened again', () => {
  const again = { ...toApprove, reopened: 1 };
  const begin = (state: readonly string[]) =>
    beginApproval({ claimId: CLAIM }, state, testContext(), { claim: again, basis: jkkFacts() });

  it('stands behind those that were begun meanwhile, once', () => {
    given([begun(CLAIM), begun(OTHER)])
      .when(begin)
      .thenRecorded([begun(CLAIM)]);
    given([begun(CLAIM), begun(OTHER), begun(CLAIM)])
      .when(begin)
      .thenNothing();
    expect(begunBefore(CLAIM, [CLAIM, OTHER, CLAIM])).toEqual([OTHER]);
  });

  it('stands there with its first approval where it was closed before one was begun', () => {
    given([begun(OTHER)])
      .when(begin)
      .thenRecorded([begun(CLAIM), begun(CLAIM)]);
    expect(isBegun(CLAIM, 1, [OTHER, CLAIM, CLAIM])).toBe(true);
    expect(begunBefore(CLAIM, [OTHER, CLAIM, CLAIM])).toEqual([OTHER]);
  });
});

describe('The claims before one in the docket', () => {
  it('are those that were begun before it, and all while it is not begun', () => {
    expect(begunBefore('b', ['a', 'b', 'c'])).toEqual(['a']);
    expect(begunBefore('d', ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect(begunBefore('a', ['a', 'b'])).toEqual([]);
  });
});

describe('Of somebody with several ids', () => {
  it('what is begun waits in the queue of the survivor, and for what was begun under another id before', () => {
    expect(begunBefore('c', ['a', 'c', 'd'], ['x', 'c'])).toEqual(['a', 'x']);
  });

  it('nobody waits for what was begun again since, so no two wait for each other', () => {
    const [own, other] = [['a', 'x'], ['x']];
    expect(begunBefore('a', own, other)).toEqual([]);
    expect(begunBefore('x', own, other)).toEqual(['a']);
  });
});
