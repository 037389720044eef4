import { describe, expect, it } from '@jest/globals';
import { eventIdOf, fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { approveDifference } from './approve-difference.js';
import { calculateBenefit } from './calculate-benefit.js';
import { CLAIM, coverage, jkkFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { claims, knownClaim } from './claim.js';
import { paidMonthly as paidBeforeTheEnd } from './interim.examples.js';
import { reassessmentSteps } from './claim-steps.js';
import type { Basis } from './programme.js';
import { reassessClaim, sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';
import { FACTORY } from './wage-earner.examples.js';

const given = decisionSpec(claimsAfterApproval);
const HURT = localDate('2025-03-03');
const claim = { claimId: CLAIM };
const as = (id: string) => testContext({ actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority: 3 } });

/** A porter with a base of 1,000,000: so is a month without work. */
const unable = (incapacityDays: number, changes: object = {}): Basis =>
  jkkFacts(
    {
      occurredOn: HURT,
      outcome: 'HEALED',
      injuries: [],
      incapacityDays,
      transport: {},
      care: [],
      ...changes,
    },
    { coverageAtEvent: coverage('2025-03', 1, HURT) },
  );
const NO_WORK_ACCIDENT = unable(75, { conclusion: 'NOT_WORK_ACCIDENT' });

/** So many months paid before the end, each approval with the id that the log gave it. */
function paidMonthly(months: number): readonly ClaimEvent[] {
  let nth = 0;
  return paidBeforeTheEnd(HURT, months).map((event) =>
    event.type === 'InterimApproved' ? Object.assign({ id: `month ${++nth}` }, event) : event,
  );
}

/** Paid by the month, approved at the end by what was known then, and opened again since. */
function openedAgain(interims: readonly ClaimEvent[], known: Basis): readonly ClaimEvent[] {
  const history = [...interims];
  history.push(...calculateBenefit(claim, fold(claims, history), testContext(), known));
  history.push(...approveClaim(claim, fold(claims, history), as('approver'), known));
  return reopened(history, known);
}
const reopened = (history: readonly ClaimEvent[], basis: Basis): readonly ClaimEvent[] => [
  ...history,
  ...reopenClaim(
    { ...claim, ground: 'NEW_FACT', reason: 'A doctor says otherwise' },
    fold(claimsAfterApproval, history),
    as('head'),
    basis,
  ),
];

const reassessed = (history: readonly ClaimEvent[], basis: Basis): readonly ClaimEvent[] => [
  ...history,
  ...reassessClaim(claim, fold(claimsAfterApproval, history), as('second assessor'), basis),
];
const said = (history: readonly ClaimEvent[], amountIdr: number): readonly ClaimEvent[] => [
  ...history,
  ...sayDifference(
    {
      ...claim,
      ground: 'COURT',
      components: amountIdr === 0 ? [] : [{ code: 'JKK_STMB', amountIdr: rupiah(amountIdr) }],
      reason: 'The court has fixed the sum',
      evidence: 'PHI 1/2026',
    },
    fold(claimsAfterApproval, history),
    as('second assessor'),
    unable(75),
  ),
];
const approved = (history: readonly ClaimEvent[], basis: Basis) =>
  approveDifference(claim, fold(claimsAfterApproval, history), as('second approver'), basis);

const TWO_MONTHS = openedAgain(paidMonthly(2), unable(75));

describe('what was paid before the end of a treatment, where the claim is computed anew', () => {
  it('stays where it is due still: a re-assessment that finds nothing else ends', () => {
    const same = reassessed(TWO_MONTHS, unable(75));
    expect(same.at(-1)).not.toHaveProperty('data.interimTooMuch');
    expect(fold(claimsAfterApproval, same).reassessment).toBeUndefined();
  });

  it('is asked back where all of it was paid so, and nothing of it is due', () => {
    const year = openedAgain(paidMonthly(12), unable(360));
    const found = reassessed(year, unable(360, { conclusion: 'NOT_WORK_ACCIDENT' }));
    expect(found.at(-1)).toMatchObject({
      data: { totalIdr: 0, differenceIdr: 0, interimTooMuch: [{ amountIdr: 12_000_000 }] },
    });
    expect(fold(reassessmentSteps, found).expected).toMatchObject({ step: 'APPROVE_DIFFERENCE' });
    expect(approved(found, unable(360, { conclusion: 'NOT_WORK_ACCIDENT' }))).toMatchObject([
      {
        type: 'DifferenceApproved',
        data: { totalIdr: 0, payments: [], interimTooMuch: [{ amountIdr: 12_000_000 }] },
      },
      {
        type: 'InterimPaidTooMuch',
        data: {
          finderId: 'second approver',
          amountIdr: 12_000_000,
          ofPayments: Array.from({ length: 12 }, (_, nth) => ({
            approvalId: `month ${12 - nth}`,
            amountIdr: 1_000_000,
          })),
        },
      },
    ]);
  });

  it.each<[string, Basis, number]>([
    ['45 days', unable(45), 500_000],
    ['no work accident', NO_WORK_ACCIDENT, 2_000_000],
  ])('is asked back beside what the end paid, as far as it is not due: %s', (_fact, basis, interimIdr) => {
    const [difference, ...askedBack] = approved(reassessed(TWO_MONTHS, basis), basis);
    expect(difference).toMatchObject({ data: { totalIdr: 0, paidTooMuch: [{ amountIdr: 500_000 }] } });
    expect(askedBack).toMatchObject([{ type: 'InterimPaidTooMuch', data: { amountIdr: interimIdr } }]);
  });

  it('is asked back as far as a person says less, and no more', () => {
    expect(approved(said(TWO_MONTHS, 1_500_000), unable(75))).toMatchObject([
      { data: { totalIdr: 0, paidTooMuch: [{ amountIdr: 500_000 }] } },
      { type: 'InterimPaidTooMuch', data: { amountIdr: 500_000 } },
    ]);
    const more = said(TWO_MONTHS, 2_700_000);
    expect(more.at(-1)).not.toHaveProperty('data.interimTooMuch');
    expect(approved(more, unable(75))).toMatchObject([{ data: { differenceIdr: 200_000 } }]);
  });

  it('of an employer stays where a person says what persons are due', () => {
    const toFactory = paidMonthly(2).map((event) =>
      event.type === 'InterimApproved' && eventIdOf(event) === 'month 1'
        ? { ...event, data: { ...event.data, payments: event.data.payments.map(repaid) } }
        : event,
    );
    const opened = openedAgain(toFactory, unable(75));
    expect(approved(said(opened, 0), unable(75)).slice(1)).toMatchObject([
      { type: 'InterimPaidTooMuch', data: { amountIdr: 1_000_000, ofPayments: [{ approvalId: 'month 2' }] } },
    ]);
    expect(said(opened, 1_500_000).at(-1)).toMatchObject({
      data: { components: [{ code: 'JKK_STMB', amountIdr: 500_000 }], differenceIdr: 0 },
    });
  });

  it('is asked back once, and paid where a later fact finds it due again', () => {
    const first = reassessed(TWO_MONTHS, unable(45));
    const less = [...first, ...approved(first, unable(45))];
    expect(knownClaim(fold(claims, less)).interim).toMatchObject({ paidIdr: 1_500_000 });
    const again = reassessed(reopened(less, unable(45)), unable(45));
    expect(again.at(-1)).not.toHaveProperty('data.interimTooMuch');
    expect(fold(claimsAfterApproval, again).reassessment).toBeUndefined();
    const found = reassessed(reopened(less, unable(45)), unable(75));
    expect(approved(found, unable(75))).toMatchObject([
      { type: 'DifferenceApproved', data: { payments: [{ payee: 'PARTICIPANT', amountIdr: 1_000_000 }] } },
    ]);
  });

  it('is approved only as it would come out today', () => {
    given(reassessed(TWO_MONTHS, unable(45)))
      .when((state) => approveDifference(claim, state, as('second approver'), unable(30)))
      .thenRejected('DIFFERENCE_OUTDATED');
  });
});

const repaid = <Payment extends object>(payment: Payment) => ({
  ...payment,
  payee: 'EMPLOYER' as const,
  employerId: FACTORY,
});
