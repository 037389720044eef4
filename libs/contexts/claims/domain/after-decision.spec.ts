import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, ERASED, fold, localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { as, afterwards } from './after-decision.examples.js';
import { objectionSteps } from './after-decision-steps.js';
import { answerObjection } from './answer-objection.js';
import { approveClaim } from './approve-claim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import {
  ACCIDENT,
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  PARTICIPANT,
  WIDOW,
  calculatedBy,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimSteps, reassessmentSteps } from './claim-steps.js';
import { disputesOfHeirs } from './days-in-dispute.js';
import { denyClaim } from './deny-claim.js';
import { settleDoubt } from './doubts.js';
import { endDispute } from './end-dispute.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import type { Basis } from './programme.js';
import { openAgain } from './open-again.js';
import { raiseObjection } from './raise-objection.js';
import { approveDifference } from './approve-difference.js';
import { reassessClaim, sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { reportDispute } from './report-dispute.js';
import { takeOver } from './take-claim-over.js';
import { withdrawClaim } from './withdraw-claim.js';
import { HURT, earner, employment } from './wage-earner.examples.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };
const COMPLAINT = '7a0c7f0e-1111-5000-8000-000000000021';
const REASON = 'Somebody else has looked at it, and says this';

const decided = (basis: Basis, submitted: ClaimEvent, by = 'decider', on = '2026-11-23') => {
  const known: readonly ClaimEvent[] = [submitted, COMPLETED, calculatedBy(basis)];
  return afterwards(known, ({ after }) =>
    basis === LAPSED
      ? denyClaim(claim, after.claim, as(by, on), basis)
      : approveClaim(claim, after.claim, as(by, on), basis),
  );
};

const LAPSED = lapsedFacts();
const PORTER = jkkFacts();
const DENIED = decided(LAPSED, JKK_SUBMITTED);
const APPROVED = decided(PORTER, JKK_SUBMITTED);
const OF_HEIRS = decided(jkmFacts(), JKM_SUBMITTED);

const object =
  (by = 'counter', day = '2026-12-01') =>
  (state: ClaimAfterDecision) =>
    raiseObjection(
      { ...claim, grounds: 'The contributions of that month were paid', letter: 'map 8' },
      state,
      as(by, day),
    );
const answer =
  (how: 'GRANTED' | 'REJECTED', by = 'somebody else', basis: Basis = LAPSED) =>
  (state: ClaimAfterDecision) =>
    answerObjection({ ...claim, answer: how, reason: REASON }, state, as(by, '2026-12-03'), basis);
const reassess =
  (basis: Basis, by = 'second assessor') =>
  ({ after }: ClaimAfterDecision) =>
    reassessClaim(claim, after, as(by, '2026-12-04'), basis);
const approve =
  (basis: Basis, by = 'second approver', authority: AuthorityLevel = 2) =>
  ({ after }: ClaimAfterDecision) =>
    approveDifference(claim, after, as(by, '2026-12-07', authority), basis);

describe('An objection to a decision (keberatan)', () => {
  it('is raised within 90 days of a denial or an approval, and is to be answered in five working days', () => {
    given(DENIED)
      .when(object())
      .thenRecorded([
        {
          type: 'ObjectionRaised',
          data: {
            ...claim,
            participantId: PARTICIPANT,
            recorderId: 'counter',
            decidedOn: localDate('2026-11-23'),
            answerBy: localDate('2026-12-08'),
            effectiveOn: localDate('2026-12-01'),
            person: { words: 'The contributions of that month were paid', evidence: 'map 8' },
          },
        },
      ]);
    expect(object('counter', '2027-02-21')(fold(claimsAfterDecision, APPROVED))).toHaveLength(1);
    given(DENIED).when(object('counter', '2027-02-22')).thenRejected('OBJECTION_TOO_LATE');
    given([JKK_SUBMITTED, COMPLETED]).when(object()).thenRejected('CLAIM_COMPLETE');
  });

  it('is answered by somebody who had no hand in the decision', () => {
    const raised = afterwards(DENIED, object());
    for (const hand of ['assessor', 'decider', 'counter']) {
      given(raised).when(answer('REJECTED', hand)).thenRejected('DECIDER_CANNOT_ANSWER');
    }
    expect(fold(objectionSteps, raised).expected).toEqual({
      step: 'ANSWER_OBJECTION',
      turn: 'SUPERVISOR',
      decidesClaim: true,
      since: '2026-12-01',
      dueDays: ['2026-12-08'],
      notBy: ['counter', 'assessor', 'decider'],
    });
    const answered = afterwards(raised, answer('REJECTED'));
    expect(fold(objectionSteps, answered).expected).toBeUndefined();
    given(answered).when(answer('GRANTED')).thenRejected('NO_OBJECTION');
  });

  it('that is granted opens a denied claim again, which is decided anew', () => {
    const granted = afterwards(afterwards(DENIED, object()), answer('GRANTED'));
    expect(granted.slice(-3)).toMatchObject([
      { type: 'ObjectionAnswered', data: { answer: 'GRANTED', deciderId: 'somebody else' } },
      { type: 'ClaimReopened', data: { ground: 'APPEAL', person: { reason: REASON } } },
      { type: 'ClaimCompleted' },
    ]);
    expect(fold(claimsAfterDecision, granted).after.claim.situation).toBe('COMPLETE');
  });

  it('that is granted is decided by others than those whose decision did not stand', () => {
    const granted = afterwards(afterwards(DENIED, object()), answer('GRANTED', 'somebody else', PORTER));
    const again = afterwards(granted, ({ after }) =>
      calculateBenefit(claim, after.claim, as('second assessor', '2026-12-04'), PORTER),
    );
    const approveAs = (by: string) => (state: ClaimAfterDecision) =>
      approveClaim(claim, state.after.claim, as(by, '2026-12-07'), PORTER);
    given(again).when(approveAs('decider')).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(approveAs('somebody else')(fold(claimsAfterDecision, again))).toMatchObject([
      { type: 'ClaimApproved' },
    ]);
    expect(fold(claimSteps, again).expected?.notBy).toContain('decider');
    const difference = afterwards(
      afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER)),
      reassess(DAYS(90)),
    );
    given(difference)
      .when(approve(DAYS(90), 'decider'))
      .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(fold(reassessmentSteps, difference).expected?.notBy).toContain('decider');
  });

  it('that is granted is not ended by whoever calculated or approved what did not stand, but by anybody else', () => {
    const granted = afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER));
    expect(fold(reassessmentSteps, granted).expected).toMatchObject({
      step: 'REASSESS_CLAIM',
      notBy: ['assessor', 'decider'],
    });
    const asApproved = (by: string) => (state: ClaimAfterDecision) =>
      sayDifference(
        { ...claim, ground: 'COURT', components: [], reason: REASON, evidence: 'PHI 1/2026' },
        state.after,
        as(by, '2026-12-04'),
        PORTER,
      );
    for (const hand of ['assessor', 'decider']) {
      const refusal = given(granted).when(reassess(PORTER, hand)).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
      expect(refusal.details.allowed).toContain(
        'another adjudicator, of this office or any other, calculates it anew',
      );
      given(granted).when(asApproved(hand)).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    }
    const ended = afterwards(granted, reassess(PORTER));
    expect(ended.at(-1)).toMatchObject({ type: 'BenefitReassessed', data: { differenceIdr: 0 } });
    expect(fold(claimsAfterDecision, ended).after.reassessment).toBeUndefined();
    // Without an objection the same people look again at what they decided.
    const byOffice = afterwards(APPROVED, ({ after }) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), PORTER),
    );
    expect(fold(reassessmentSteps, byOffice).expected?.notBy).toEqual([]);
    expect(reassess(PORTER, 'assessor')(fold(claimsAfterDecision, byOffice))).toHaveLength(1);
  });

  it('that is rejected is the last word of the office: once for each decision', () => {
    const rejected = afterwards(afterwards(DENIED, object()), answer('REJECTED'));
    expect(given(rejected).when(object()).thenRejected('OBJECTION_WAS_ANSWERED').details.allowed).toEqual([
      'record a complaint about the claim, which can be mediated',
    ]);
    given(afterwards(DENIED, object())).when(object('another')).thenRejected('OBJECTION_IS_OPEN');
  });

  it('of somebody who was erased since is rejected without words, and is no dead end', () => {
    const [, ...rest] = afterwards(DENIED, object());
    const erased: readonly ClaimEvent[] = [
      { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, person: ERASED } },
      ...rest,
    ];
    given(erased).when(answer('GRANTED')).thenRejected('NOT_GRANTED_TO_THE_ERASED');
    const [answered] = answer('REJECTED')(fold(claimsAfterDecision, erased));
    expect(answered!.data).not.toHaveProperty('person');
  });
});

/** Sixty days without work were counted where a doctor had stated more, or fewer. */
const DAYS = (incapacityDays: number) => jkkFacts({ incapacityDays });

describe('An approved claim that is computed anew for a ground', () => {
  const granted = afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER));

  it('tells of each component what it was and what it is, and pays the difference once', () => {
    expect(granted.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'APPEAL' } });
    const found = afterwards(granted, reassess(DAYS(90)));
    const { data } = found.at(-1) as Extract<ClaimEvent, { type: 'BenefitReassessed' }>;
    expect(data).toMatchObject({ approvedIdr: 28_050_000, totalIdr: 29_050_000, differenceIdr: 1_000_000 });
    expect(data.changes).toContainEqual({ code: 'JKK_STMB', approvedIdr: 2_000_000, dueIdr: 3_000_000 });
    given(found)
      .when(({ after }) => approveDifference(claim, after, as('second assessor'), DAYS(90)))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
    const paid = afterwards(found, approve(DAYS(90)));
    expect(paid.at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: {
        payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: 1_000_000 }],
        totalIdr: 29_050_000,
      },
    });
    given(paid)
      .when(approve(DAYS(90)))
      .thenRejected('NOT_REASSESSED');
    given(paid)
      .when(reassess(DAYS(90)))
      .thenRejected('NOTHING_MORE_DUE');
  });

  it('that comes to less pays nothing, and says what is owed back', () => {
    const less = afterwards(afterwards(granted, reassess(DAYS(30))), approve(DAYS(30)));
    expect(less.at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: {
        totalIdr: 27_050_000,
        differenceIdr: 0,
        payments: [],
        paidTooMuch: [{ amountIdr: 1_000_000 }],
      },
    });
    expect(fold(claimsAfterDecision, less).after.approved?.approvedIdr).toBe(rupiah(27_050_000));
  });

  it('that comes to less is decided by whoever reaches what was approved, and not only what is left', () => {
    const rich = jkkFacts({}, { incomeBaseIdr: rupiah(20_000_000) });
    const known: readonly ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, calculatedBy(rich)];
    const much = afterwards(known, ({ after }) =>
      approveClaim(claim, after.claim, as('decider', '2026-11-23', 3), rich),
    );
    const opened = afterwards(much, ({ after }) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), rich),
    );
    const less = afterwards(opened, reassess(PORTER));
    given(less).when(approve(PORTER)).thenRejected('BEYOND_AUTHORITY');
    const byHead = approve(PORTER, 'head', 3)(fold(claimsAfterDecision, less));
    expect(byHead).toMatchObject([{ data: { paidTooMuch: [{}], authority: { level: 3 } } }]);
  });

  it('does not count invoices that came since: they are paid apart', () => {
    const more = jkkFacts({ incapacityDays: 60, care: [] });
    const same = afterwards(granted, reassess(more));
    expect(same.at(-1)).toMatchObject({ data: { totalIdr: 28_050_000, differenceIdr: 0 } });
    expect(fold(claimsAfterDecision, same).after.reassessment).toBeUndefined();
  });

  it('is said by a person with a ground where the law is not asked, and approved by a second one as it was said', () => {
    const said = {
      ...claim,
      ground: 'COURT',
      components: [{ code: 'JKK_STMB', amountIdr: rupiah(9_000_000) }],
      reason: 'The court has fixed the sum',
      evidence: 'PHI 1/2026',
    } as const;
    const say = ({ after }: ClaimAfterDecision) => sayDifference(said, after, as('reader'), PORTER);
    given(APPROVED).when(say).thenRejected('NOT_OPENED_AGAIN');
    const care = [{ code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(1) }];
    given(granted)
      .when(({ after }) => sayDifference({ ...said, components: care }, after, as('reader'), PORTER))
      .thenRejected('COMPONENTS_DO_NOT_FIT');
    const approved = afterwards(afterwards(granted, say), approve(DAYS(1)));
    expect(approved.at(-1)).toMatchObject({
      data: { totalIdr: 27_500_000, paidTooMuch: [{ amountIdr: 550_000 }] },
    });
  });

  it('is paid by nobody twice: what a person said is not approved once the other programme pays for the death', () => {
    const opened = afterwards(OF_HEIRS, ({ after }) =>
      openAgain({ ...claim, ground: 'DETERMINATION' }, after, as('process'), jkmFacts()),
    );
    const said = {
      ...claim,
      ground: 'COURT',
      components: [{ code: 'JKM_DEATH', amountIdr: rupiah(72_000_000) }],
      reason: REASON,
      evidence: 'PHI 1/2026',
    } as const;
    const found = afterwards(opened, ({ after }) => sayDifference(said, after, as('reader'), jkmFacts()));
    const traced = jkmFacts({ diedOfAccidentId: ACCIDENT });
    given(found).when(approve(traced)).thenRejected('PAID_BY_OTHER_PROGRAMME');
    expect(afterwards(found, approve(jkmFacts(), 'head', 4)).at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: { differenceIdr: 30_000_000 },
    });
  });

  it('leaves an employer what it was repaid where a person says what is due to whoever claims', () => {
    const factory = jkkFacts({ ...HURT, care: [] }, earner(employment()));
    const opened = afterwards(
      afterwards([JKK_SUBMITTED, COMPLETED, calculatedBy(factory)], ({ after }) =>
        approveClaim(claim, after.claim, as('decider'), factory),
      ),
      ({ after }) =>
        reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), factory),
    );
    const said = {
      ...claim,
      ground: 'COURT',
      components: [{ code: 'JKK_PARTIAL_ANATOMIC', amountIdr: rupiah(20_000_000) }],
      reason: 'The court has fixed the sum',
      evidence: 'PHI 1/2026',
    } as const;
    const found = afterwards(opened, ({ after }) => sayDifference(said, after, as('reader'), factory));
    expect(found.at(-1)).toMatchObject({ data: { totalIdr: 30_400_000, differenceIdr: 3_010_000 } });
    expect(found.at(-1)!.data).not.toHaveProperty('paidTooMuch');
  });

  it('is not paid to the account of somebody who died since, but to the heir who takes the claim over', () => {
    const died = jkkFacts({ incapacityDays: 90 }, { diedOn: localDate('2026-11-30') });
    const found = afterwards(granted, reassess(died));
    given(found).when(approve(died)).thenRejected('CLAIMANT_NOT_ENTITLED');
    const taking = { ...claim, claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOW } as const;
    const take = ({ after }: ClaimAfterDecision) => takeOver(taking, after, as('desk'), died);
    given(APPROVED).when(take).thenRejected('CLAIM_APPROVED');
    const taken = afterwards(found, take);
    expect(taken.at(-1)).toMatchObject({ type: 'ClaimTakenOver', data: { claimant: 'HEIR' } });
    given(taken).when(approve(died, 'desk')).thenRejected('SUBMITTER_CANNOT_DECIDE');
    expect(afterwards(taken, approve(died)).at(-1)).toMatchObject({
      type: 'DifferenceApproved',
      data: { payments: [{ payee: 'HEIR', amountIdr: 1_000_000 }], person: { account: WIDOW.account } },
    });
  });

  it('is opened by a supervisor for a new fact or an error of the office, once at a time', () => {
    const reopen = ({ after }: ClaimAfterDecision) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), PORTER);
    const opened = afterwards(APPROVED, reopen);
    expect(opened.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'ERROR_OF_OFFICE' } });
    given(opened).when(reopen).thenRejected('REASSESSMENT_IS_OPEN');
  });

  const agreed = ({ after }: ClaimAfterDecision, basis: Basis | undefined = PORTER) =>
    openAgain({ ...claim, ground: 'AGREEMENT', saidId: COMPLAINT }, after, as('system'), basis);

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
    given(granted).when(determined).thenNothing();
    const said = afterwards(granted, ({ after }) =>
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

describe('A dispute among heirs about what was approved', () => {
  const report = (state: ClaimAfterDecision) =>
    reportDispute(
      { ...claim, words: 'A son says that he was left out', evidence: 'map 9' },
      state,
      as('desk'),
    );
  const end =
    (
      how: 'AGREED' | 'LAPSED',
      day: string,
      outcome: 'AS_APPROVED' | 'OTHERWISE' = 'AS_APPROVED',
      said = true,
    ) =>
    (state: ClaimAfterDecision) =>
      endDispute(
        { ...claim, how, outcome, ...(said && { words: 'They share', evidence: 'map 10' }) },
        state,
        as('desk', day),
      );

  it('is recorded of a claim that pays heirs, with the time that they have', () => {
    expect(afterwards(OF_HEIRS, report).at(-1)).toMatchObject({
      type: 'DisputeReported',
      data: { until: '2027-12-01' },
    });
    given(afterwards(OF_HEIRS, report)).when(report).thenRejected('DISPUTE_IS_OPEN');
    given(APPROVED).when(report).thenRejected('NO_HEIRS_PAID');
  });

  it('ends by what they show, or by itself once its time is over; then what was approved is paid', () => {
    const open = afterwards(OF_HEIRS, report);
    given(open)
      .when(end('AGREED', '2026-12-02', 'AS_APPROVED', false))
      .thenRejected('DISPUTE_END_NOT_SHOWN');
    given(open).when(end('LAPSED', '2027-12-01')).thenRejected('DISPUTE_NOT_LAPSED');
    given(open)
      .when(end('LAPSED', '2027-12-02', 'OTHERWISE'))
      .thenRejected('LAPSED_PAYS_AS_APPROVED');
    for (const over of [end('AGREED', '2026-12-02'), end('LAPSED', '2027-12-02')]) {
      given(afterwards(open, over)).when(over).thenRejected('NO_DISPUTE');
    }
  });

  it('stops the clock of what is owed for a delay as long as it is open', () => {
    const twice = [end('AGREED', '2026-12-07'), report].reduce(afterwards, afterwards(OF_HEIRS, report));
    expect(fold(disputesOfHeirs, twice).times).toEqual([
      { from: localDate('2026-12-01'), to: localDate('2026-12-07') },
      { from: localDate('2026-12-01') },
    ]);
  });

  it('that ends otherwise owes nothing for a delay until it is recorded who inherits: nobody may be paid before', () => {
    const otherwise = afterwards(afterwards(OF_HEIRS, report), end('AGREED', '2026-12-02', 'OTHERWISE'));
    expect(fold(disputesOfHeirs, otherwise).times).toEqual([{ from: '2026-12-01' }]);
  });

  it('that ends otherwise leaves open who is paid, until it is recorded who inherits', () => {
    const open = afterwards(OF_HEIRS, report);
    const known = { participantId: PARTICIPANT, claimedByHeir: true };
    expect(fold(heirsInDispute, open)).toEqual({ ...known, until: '2027-12-01' });
    expect(fold(heirsInDispute, afterwards(open, end('AGREED', '2026-12-02')))).toEqual(known);
    const otherwise = afterwards(open, end('AGREED', '2026-12-02', 'OTHERWISE'));
    expect(fold(heirsInDispute, otherwise)).toEqual({ ...known, areOpen: true });
  });
});
