import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import {
  APPROVED,
  DAYS,
  GRANTED,
  OF_HEIRS,
  PORTER,
  REASON,
  afterwards,
  approve,
  as,
  reassess,
} from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { approveDifference } from './approve-difference.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import {
  ACCIDENT,
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  WIDOW,
  calculatedBy,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import { openAgain } from './open-again.js';
import type { Basis } from './programme.js';
import { sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { takeOver } from './take-claim-over.js';
import { HURT, earner, employment } from './wage-earner.examples.js';

/** The last one as the log has it: with the id by which its payments are ordered. */
const recorded = (history: readonly ClaimEvent[], id: string): readonly ClaimEvent[] =>
  history.map((event, place) => (place === history.length - 1 ? Object.assign({ id }, event) : event));

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };

describe('An approved claim that is computed anew for a ground', () => {
  it('tells of each component what it was and what it is, and pays the difference once', () => {
    expect(GRANTED.at(-1)).toMatchObject({ type: 'ReassessmentOpened', data: { ground: 'APPEAL' } });
    const found = afterwards(GRANTED, reassess(DAYS(90)));
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
    const less = afterwards(afterwards(GRANTED, reassess(DAYS(30))), approve(DAYS(30)));
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

  it('that comes to less names the payments of which it is, the last ones first and none twice', () => {
    const computed = (history: readonly ClaimEvent[], basis: Basis, id: string) => {
      const found = afterwards(history, reassess(basis, `assessor of ${id}`));
      return recorded(afterwards(found, approve(basis, `approver of ${id}`)), id);
    };
    const anew = (history: readonly ClaimEvent[], basis: Basis, id: string) =>
      computed(
        afterwards(history, ({ after }) =>
          reopenClaim(
            { ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON },
            after,
            as(`boss of ${id}`),
            basis,
          ),
        ),
        basis,
        id,
      );
    const first = GRANTED.map((event) =>
      event.type === 'ClaimApproved' ? Object.assign({ id: 'first' }, event) : event,
    );
    const owedIn = (history: readonly ClaimEvent[]) =>
      (history.at(-1) as Extract<ClaimEvent, { type: 'DifferenceApproved' }>).data.paidTooMuch;

    const more = computed(first, DAYS(90), 'second');
    const less = anew(more, DAYS(30), 'third');
    const of = { payee: 'PARTICIPANT' };
    expect(owedIn(less)).toEqual([
      {
        amountIdr: 2_000_000,
        ofPayments: [
          { ...of, approvalId: 'second', amountIdr: 1_000_000 },
          { ...of, approvalId: 'first', amountIdr: 1_000_000 },
        ],
      },
    ]);
    expect(owedIn(anew(less, DAYS(15), 'fourth'))).toEqual([
      { amountIdr: 500_000, ofPayments: [{ ...of, approvalId: 'first', amountIdr: 500_000 }] },
    ]);
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
    const same = afterwards(GRANTED, reassess(more));
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
    given(GRANTED)
      .when(({ after }) => sayDifference({ ...said, components: care }, after, as('reader'), PORTER))
      .thenRejected('COMPONENTS_DO_NOT_FIT');
    const approved = afterwards(afterwards(GRANTED, say), approve(DAYS(1)));
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
    const found = afterwards(GRANTED, reassess(died));
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
});
