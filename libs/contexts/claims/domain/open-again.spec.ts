import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import {
  APPROVED,
  DAYS,
  GRANTED,
  LAPSED,
  PORTER,
  REASON,
  afterwards,
  answer,
  approve,
  as,
  object,
  reassess,
} from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import { reassessmentSteps } from './claim-steps.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, calculatedBy } from './claim.examples.js';
import { denyClaim } from './deny-claim.js';
import { settleDoubt } from './doubts.js';
import { openAgain } from './open-again.js';
import type { Basis } from './programme.js';
import { sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { withdrawClaim } from './withdraw-claim.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };
const COMPLAINT = '7a0c7f0e-1111-5000-8000-000000000021';

const agreed = ({ after }: ClaimAfterDecision, basis: Basis | undefined = PORTER) =>
  openAgain({ ...claim, ground: 'AGREEMENT', saidId: COMPLAINT }, after, as('system'), basis);

describe('An approved claim', () => {
  it('is opened by a supervisor for a new fact or an error of the office, once at a time', () => {
    const reopen = ({ after }: ClaimAfterDecision) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), PORTER);
    const opened = afterwards(APPROVED, reopen);
    expect(opened.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'ERROR_OF_OFFICE' } });
    given(opened).when(reopen).thenRejected('REASSESSMENT_IS_OPEN');
  });

  it('is opened once more by what people say while it is under way, and computed anew with that', () => {
    const opened = afterwards(APPROVED, ({ after }) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), PORTER),
    );
    const found = afterwards(opened, reassess(DAYS(90)));
    const again = afterwards(found, agreed);
    expect(again.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'AGREEMENT' } });
    given(again)
      .when(approve(DAYS(90)))
      .thenRejected('NOT_REASSESSED');
    expect(fold(reassessmentSteps, again).expected).toMatchObject({ step: 'REASSESS_CLAIM' });
  });

  it('keeps out those whose decision did not stand, also where it was computed anew already', () => {
    const objected = afterwards(APPROVED, object());
    const underWay = afterwards(objected, ({ after }) =>
      reopenClaim({ ...claim, ground: 'NEW_FACT', reason: REASON }, after, as('boss'), PORTER),
    );
    const upheld = afterwards(underWay, answer('GRANTED', 'somebody else', PORTER));
    const found = afterwards(upheld, reassess(DAYS(90)));
    given(found)
      .when(approve(DAYS(90), 'decider'))
      .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
  });

  it('is opened again by an authority where a person had said what is due, and not where it is computed', () => {
    const determined = ({ after }: ClaimAfterDecision) =>
      openAgain({ ...claim, ground: 'DETERMINATION' }, after, as('system'), PORTER);
    given(GRANTED).when(determined).thenNothing();
    const said = afterwards(GRANTED, ({ after }) =>
      sayDifference(
        {
          ...claim,
          ground: 'LAW_TEXT',
          components: [{ code: 'JKK_STMB', amountIdr: rupiah(9_000_000) }],
          reason: REASON,
          evidence: 'map 9',
        },
        after,
        as('second assessor', '2026-12-04'),
        PORTER,
      ),
    );
    expect(afterwards(said, determined).at(-1)).toMatchObject({ data: { ground: 'DETERMINATION' } });
  });
});

describe('What people say of a claim', () => {
  it('is not lost while the claim is open: nobody decides that before somebody has answered what was said', () => {
    const open = [JKK_SUBMITTED, COMPLETED, calculatedBy(PORTER)];
    const told = afterwards(open, (state) =>
      openAgain({ ...claim, ground: 'AGREEMENT', saidId: COMPLAINT }, state.after, as('system'), undefined),
    );
    expect(told.at(-1)).toMatchObject({
      type: 'DoubtRaised',
      data: { findingId: COMPLAINT, ground: 'AGREEMENT' },
    });
    const approveIt = ({ after }: ClaimAfterDecision) =>
      approveClaim(claim, after.claim, as('decider'), PORTER);
    const { message } = given(told).when(approveIt).thenRejected('DOUBT_IS_OPEN');
    expect(message).toContain(`what was agreed about complaint ${COMPLAINT}`);
    const settled = afterwards(told, ({ after }) =>
      settleDoubt(
        { ...claim, findingId: COMPLAINT, how: 'PUT_RIGHT', words: REASON, evidence: 'map 9' },
        after.claim,
        as('boss'),
      ),
    );
    expect(afterwards(settled, approveIt).at(-1)).toMatchObject({ type: 'ClaimApproved' });
  });

  it('is answered before a denial too, for it may speak for whoever claims', () => {
    const refused = [JKK_SUBMITTED, COMPLETED, calculatedBy(LAPSED)];
    const told = afterwards(refused, ({ after }) =>
      openAgain({ ...claim, ground: 'ERROR_OF_OFFICE', saidId: COMPLAINT }, after, as('system'), undefined),
    );
    given(told)
      .when(({ after }) => denyClaim(claim, after.claim, as('decider'), LAPSED))
      .thenRejected('SAID_IS_OPEN');
  });

  it('brings a claim back that was withdrawn where both sides have agreed, and else tells whoever decides it', () => {
    const withdrawn = afterwards([JKK_SUBMITTED, COMPLETED], ({ after }) =>
      withdrawClaim({ ...claim, reason: 'WISH_OF_CLAIMANT', letter: 'map 9' }, after.claim, as('desk')),
    );
    expect(afterwards(withdrawn, agreed).slice(withdrawn.length)).toMatchObject([
      { type: 'ClaimReopened', data: { ground: 'AGREEMENT' } },
      { type: 'ClaimCompleted' },
    ]);
    const found = ({ after }: ClaimAfterDecision) =>
      openAgain({ ...claim, ground: 'ERROR_OF_OFFICE', saidId: COMPLAINT }, after, as('system'), PORTER);
    expect(afterwards(withdrawn, found).at(-1)).toMatchObject({ type: 'DoubtRaised' });
  });
});
