import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, calculatedBy, jkkFacts, lapsedFacts } from './claim.examples.js';
import { by, on, open, proposed, requested, supervisor } from './claim-by-people.examples.js';
import type { DenialReason } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { denyClaim } from './deny-claim.js';
import { noteClaim } from './note-claim.js';
import { claimsAndTheirPapers, proposeDenial } from './propose-denial.js';
import { reopenClaim } from './reopen-claim.js';
import { sendBack } from './send-back.js';
import { withdrawClaim } from './withdraw-claim.js';

const given = decisionSpec(claims);
const givenPapers = decisionSpec(claimsAndTheirPapers);
const adjudicator = (id: string) => testContext({ actor: { ...TEST_ACTOR, id, roles: ['adjudicator'] } });

const CALCULATED = calculatedBy(jkkFacts());
const erasedSubmission = { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, person: ERASED } };

const letter = { claimId: CLAIM, reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' } as const;
const WITHDRAWN: ClaimEvent = {
  type: 'ClaimWithdrawn',
  data: { ...by, recorderId: 'user-1', reason: 'WISH_OF_CLAIMANT', person: { letter: 'archive/letter' } },
};

describe('Withdrawing a claim', () => {
  it.each([
    ['incomplete', [JKK_SUBMITTED, requested('KK3')]],
    ['complete', open],
    ['calculated', [...open, CALCULATED]],
  ])('ends one that is %s', (_situation, history) => {
    given(history)
      .when((state) => withdrawClaim(letter, state, testContext()))
      .thenRecorded([WITHDRAWN]);
  });

  it('changes nothing a second time, and is refused once somebody has decided', () => {
    given([...open, WITHDRAWN])
      .when((state) => withdrawClaim(letter, state, testContext()))
      .thenNothing();
    const denied = denyClaim(
      { claimId: CLAIM },
      fold(claims, [...open, calculatedBy(lapsedFacts())]),
      supervisor(),
      lapsedFacts(),
    );
    given([...open, calculatedBy(lapsedFacts()), ...denied])
      .when((state) => withdrawClaim(letter, state, testContext()))
      .thenRejected('CLAIM_DENIED');
  });

  it('keeps nothing of somebody who was erased', () => {
    given([erasedSubmission, COMPLETED])
      .when((state) => withdrawClaim(letter, state, testContext()))
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('leaves nothing to do but to reopen it', () => {
    given([...open, WITHDRAWN])
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_WITHDRAWN');
  });
});

const propose = (reason: DenialReason) => ({
  claimId: CLAIM,
  reason,
  grounds: 'What was found, in some words',
  evidence: 'archive/evidence',
});
describe('Proposing to deny a claim', () => {
  it('names a reason that only a person can find, though the law grants the claim', () => {
    givenPapers([...open, CALCULATED])
      .when((state) => proposeDenial(propose('FALSE_STATEMENT'), state, adjudicator('adjudicator')))
      .thenRecorded([proposed('FALSE_STATEMENT')]);
  });

  it('for missing documents waits 60 days from the first time that they were asked for', () => {
    const received: ClaimEvent = {
      type: 'DocumentsReceived',
      data: { ...by, documents: [{ kind: 'KK1' }], person: { references: ['archive/kk1'] } },
    };
    const history = [JKK_SUBMITTED, requested('KK1', 'KK3'), received, requested('KK3')];
    givenPapers(history)
      .when((state) => proposeDenial(propose('PAPERS_MISSING'), state, on('2027-01-19')))
      .thenRejected('PAPERS_MAY_STILL_COME');
    givenPapers(history)
      .when((state) => proposeDenial(propose('PAPERS_MISSING'), state, on('2027-01-20')))
      .thenRecorded([
        {
          ...proposed('PAPERS_MISSING', 'user-1'),
          data: { ...proposed('PAPERS_MISSING', 'user-1').data, effectiveOn: localDate('2027-01-20') },
        } as ClaimEvent,
      ]);
    givenPapers(open)
      .when((state) => proposeDenial(propose('PAPERS_MISSING'), state, on('2027-01-20')))
      .thenRejected('NO_PAPERS_MISSING');
  });

  it('for missing documents leaves the whole time for what was asked for last', () => {
    const later: ClaimEvent = {
      type: 'DocumentsRequested',
      data: { ...by, missing: ['KK3', 'POLICE_LETTER'], effectiveOn: localDate('2027-01-18') },
    };
    givenPapers([JKK_SUBMITTED, requested('KK3'), later])
      .when((state) => proposeDenial(propose('PAPERS_MISSING'), state, on('2027-01-20')))
      .thenRejected('PAPERS_MAY_STILL_COME');
  });

  it('for a false document needs one that was refused as not genuine', () => {
    givenPapers(open)
      .when((state) => proposeDenial(propose('PAPER_FALSE'), state, testContext()))
      .thenRejected('NO_FALSE_PAPER');
  });

  it('for a dispute of heirs waits twelve months', () => {
    givenPapers(open)
      .when((state) => proposeDenial(propose('HEIR_DISPUTE_OPEN'), state, on('2027-11-20')))
      .thenRejected('DISPUTE_MAY_STILL_END');
    expect(
      proposeDenial(propose('HEIR_DISPUTE_OPEN'), fold(claimsAndTheirPapers, open), on('2027-11-21')),
    ).toHaveLength(1);
  });

  it('is refused to whoever handed the claim in', () => {
    givenPapers(open)
      .when((state) => proposeDenial(propose('FALSE_STATEMENT'), state, adjudicator('submitter')))
      .thenRejected('SUBMITTER_CANNOT_DECIDE');
  });
});

describe('Denying a claim for a reason that a person found', () => {
  const deny = (history: readonly ClaimEvent[], context = supervisor()) =>
    given(history).when((state) => denyClaim({ claimId: CLAIM }, state, context, jkkFacts()));

  it('names its number, though the law grants the claim', () => {
    const history = [...open, CALCULATED, proposed('FALSE_STATEMENT')];
    const headOfBranch = testContext({
      actor: { ...TEST_ACTOR, id: 'supervisor', roles: ['supervisor'], authority: 3 },
    });
    expect(denyClaim({ claimId: CLAIM }, fold(claims, history), headOfBranch, jkkFacts())).toMatchObject([
      { type: 'ClaimDenied', data: { decision: 'FALSE_STATEMENT', rule: 'D-19', deciderId: 'supervisor' } },
    ]);
  });

  it('ends one that never got complete', () => {
    const history = [JKK_SUBMITTED, requested('KK3'), proposed('PAPERS_MISSING')];
    const denied = denyClaim({ claimId: CLAIM }, fold(claims, history), supervisor(), jkkFacts());
    expect(fold(claims, [...history, ...denied])).toMatchObject({ situation: 'DENIED' });
  });

  it('is up to a supervisor who neither proposed nor calculated it', () => {
    const history = [...open, calculatedBy(jkkFacts(), 'assessor'), proposed('FALSE_STATEMENT')];
    deny(history, adjudicator('another')).thenRejected('SUPERVISOR_DECIDES_IT');
    deny(history, supervisor('adjudicator')).thenRejected('PROPOSER_CANNOT_DECIDE');
    deny(history, supervisor('assessor')).thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is not possible any more once documents came or it was calculated anew', () => {
    const received: ClaimEvent = {
      type: 'DocumentsReceived',
      data: { ...by, documents: [{ kind: 'KK3' }], person: { references: ['archive/kk3'] } },
    };
    const incomplete = [JKK_SUBMITTED, requested('KK3'), proposed('PAPERS_MISSING'), received];
    deny([...incomplete, COMPLETED]).thenRejected('CLAIM_COMPLETE');
    deny([...open, proposed('FALSE_STATEMENT'), CALCULATED]).thenRejected('LAW_GRANTS');
  });

  it('is answered before the claim is approved, by whomever', () => {
    const history = [...open, calculatedBy(jkkFacts(), 'assessor'), proposed('FALSE_STATEMENT')];
    for (const decider of [supervisor(), adjudicator('adjudicator'), adjudicator('another')]) {
      given(history)
        .when((state) => approveClaim({ claimId: CLAIM }, state, decider, jkkFacts()))
        .thenRejected('DENIAL_IS_PROPOSED');
    }
  });

  it('is not possible any more once the missing document was waived', () => {
    const waived: ClaimEvent = {
      type: 'DocumentWaived',
      data: { ...by, waiverId: 'boss', kind: 'KK3', ground: 'SEEN_BY_OFFICE' },
    };
    const history = [JKK_SUBMITTED, requested('KK3'), proposed('PAPERS_MISSING'), waived, COMPLETED];
    deny(history).thenRejected('CLAIM_COMPLETE');
  });
});

describe('Sending a claim back', () => {
  const input = { claimId: CLAIM, lookAt: 'FACTS', question: 'Which finger was it, left or right?' } as const;
  const sent: ClaimEvent = {
    type: 'ClaimSentBack',
    data: { ...by, deciderId: 'user-1', lookAt: 'FACTS', person: { question: input.question } },
  };

  it('asks for it to be calculated again, by the day on which it was due', () => {
    given([...open, CALCULATED])
      .when((state) => sendBack(input, state, testContext(), {}))
      .thenRecorded([sent]);
    expect(fold(claims, [...open, CALCULATED, sent])).toMatchObject({
      situation: 'COMPLETE',
      payBy: COMPLETED.data.payBy,
    });
  });

  it('says in whose place it is done where that is another office', () => {
    const delegation = { delegationId: 'd0000000-0000-5000-8000-000000000001', office: 'Bekasi' };
    given([...open, CALCULATED])
      .when((state) => sendBack(input, state, testContext(), { delegation }))
      .thenRecorded([{ ...sent, data: { ...sent.data, delegation } }]);
  });

  it('keeps whoever calculated it from deciding it, and is refused to them', () => {
    const history = [...open, calculatedBy(jkkFacts(), 'user-1')];
    given(history)
      .when((state) => sendBack(input, state, testContext(), {}))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
    given([...history, sent, calculatedBy(jkkFacts(), 'user-2')])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });
});

describe('Reopening a claim', () => {
  const input = { claimId: CLAIM, ground: 'NEW_FACT', reason: 'The claimant has found the letter' } as const;
  const history = [...open, calculatedBy(jkkFacts(), 'assessor'), WITHDRAWN];
  const afterApproval = decisionSpec(claimsAfterApproval);

  it('lets one be decided anew, with the time that a claim has', () => {
    const reopened = reopenClaim(
      input,
      fold(claimsAfterApproval, history),
      supervisor('boss', '2026-12-14'),
      jkkFacts(),
    );
    expect(reopened).toMatchObject([
      { type: 'ClaimReopened', data: { reopenerId: 'boss', ground: 'NEW_FACT' } },
      { type: 'ClaimCompleted', data: { completedOn: '2026-12-14' } },
    ]);
    const state = fold(claims, [...history, ...reopened]);
    expect(calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts())).toHaveLength(1);
  });

  it('keeps whoever had calculated it from deciding it', () => {
    const reopened = reopenClaim(input, fold(claimsAfterApproval, history), supervisor(), jkkFacts());
    given([...history, ...(reopened as ClaimEvent[]), calculatedBy(jkkFacts(), 'another')])
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor('assessor'), jkkFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('asks for the documents that count no more', () => {
    const refused: ClaimEvent = {
      type: 'DocumentRefused',
      data: { ...by, refuserId: 'user-1', kind: 'KK3', fault: 'NOT_GENUINE' },
    };
    const denied = denyClaim(
      { claimId: CLAIM },
      fold(claims, [...open, refused, requested('KK3'), proposed('PAPER_FALSE')]),
      supervisor(),
      jkkFacts(),
    );
    const known = [...open, refused, requested('KK3'), proposed('PAPER_FALSE'), ...denied];
    const state = fold(claimsAfterApproval, known);
    expect(reopenClaim(input, state, supervisor(), jkkFacts())).toMatchObject([
      { type: 'ClaimReopened' },
      { type: 'DocumentsRequested', data: { missing: ['KK3'] } },
    ]);
  });

  it('by a new fact ends with the right, by an error of the office never', () => {
    const state = fold(claimsAfterApproval, history);
    const late = supervisor('boss', '2031-08-21');
    afterApproval(history)
      .when((now) => reopenClaim(input, now, late, jkkFacts()))
      .thenRejected('RIGHT_HAS_LAPSED');
    expect(reopenClaim({ ...input, ground: 'ERROR_OF_OFFICE' }, state, late, jkkFacts())).toHaveLength(2);
  });

  it('is refused while it is open', () => {
    afterApproval(open)
      .when((state) => reopenClaim(input, state, supervisor(), jkkFacts()))
      .thenRejected('CLAIM_COMPLETE');
  });
});

describe('Noting something', () => {
  it('is possible wherever a claim stands', () => {
    for (const history of [open, [...open, CALCULATED], [...open, WITHDRAWN]]) {
      given(history)
        .when((state) => noteClaim({ claimId: CLAIM, text: 'Called, nobody answered' }, state, testContext()))
        .thenRecorded([
          {
            type: 'ClaimNoted',
            data: { ...by, authorId: 'user-1', person: { text: 'Called, nobody answered' } },
          },
        ]);
    }
  });
});
