import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { billingOfClaims } from './late-invoices.js';
import { as } from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  OTHER_PLKK,
  PLKK,
  calculatedBy,
  invoice,
  jkkFacts,
} from './claim.examples.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { openAgain } from './open-again.js';
import { approveDifference } from './approve-difference.js';
import { reassessClaim } from './reassess-claim.js';

const claim = { claimId: CLAIM };
const CARE = [invoice(15_000_000), invoice(30_000_000, OTHER_PLKK, 'INV-2')];
const LATE = invoice(7_000_000, PLKK, 'INV-3');
const RECEIPTS = [{ ...invoice(4_000_000, PLKK, 'KW-1'), paidBy: 'PARTICIPANT' as const }];

type Answer = { readonly status: 'ASKED' | 'GUARANTEED' | 'REFUSED'; readonly amountIdr?: number };

/** A traffic accident with care at two hospitals, as it is known once the claim was approved. */
function traffic({ status, amountIdr }: Answer, approved: readonly ClaimEvent[] = [], changes: object = {}) {
  const { approval } = fold(billingOfClaims, approved);
  const otherPayer = {
    code: 'JASA_RAHARJA' as const,
    status,
    ...(amountIdr !== undefined && { amountIdr: rupiah(amountIdr) }),
  };
  const approvedCare = approval?.invoices && { ...approval, invoices: approval.invoices };
  return jkkFacts(
    { placeKind: 'TRAFFIC', care: CARE, otherPayer, ...changes },
    {},
    {
      ...(approvedCare && { approvedCare }),
    },
  );
}

function approvedWith(answer: Answer, changes: object = {}): ClaimEvent[] {
  const basis = traffic(answer, [], changes);
  const known: ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, calculatedBy(basis)];
  return [...known, ...approveClaim(claim, fold(claimsAfterApproval, known).claim, as('decider'), basis)];
}

const answered = (before: readonly ClaimEvent[], answer: Answer, changes: object = {}) =>
  openAgain(
    { ...claim, ground: 'NEW_FACT', onlyIfOtherwise: true },
    fold(claimsAfterApproval, before),
    as('process'),
    traffic(answer, before, changes),
  );

/** Opened by the answer, computed anew and approved. */
function settled(before: readonly ClaimEvent[], answer: Answer, changes: object = {}): ClaimEvent[] {
  const basis = traffic(answer, before, changes);
  const opened = [...before, ...answered(before, answer, changes)];
  const found = [
    ...opened,
    ...reassessClaim(claim, fold(claimsAfterApproval, opened), as('assessor'), basis),
  ];
  return [...found, ...approveDifference(claim, fold(claimsAfterApproval, found), as('second'), basis)];
}

const paid = (events: readonly ClaimEvent[]) => {
  const last = events.at(-1);
  return last?.type === 'DifferenceApproved'
    ? last.data.payments.map(({ payee, facilityId, amountIdr }) => [facilityId ?? payee, amountIdr])
    : last?.type;
};

describe('What another payer says once the claim is approved', () => {
  const GUARANTEED: Answer = { status: 'GUARANTEED', amountIdr: 20_000_000 };
  const REFUSED: Answer = { status: 'REFUSED' };

  it('opens the claim by itself where it comes out otherwise, and each hospital is paid what it was left to bear', () => {
    const before = approvedWith(GUARANTEED);
    expect(answered(before, GUARANTEED)).toEqual([]);
    const after = settled(before, REFUSED);
    expect(paid(after)).toEqual([
      [PLKK, 15_000_000],
      [OTHER_PLKK, 5_000_000],
    ]);
    expect(after.at(-1)).toMatchObject({
      data: {
        differenceIdr: 20_000_000,
        changes: expect.arrayContaining([
          { code: 'JKK_MEDICAL_PLKK', approvedIdr: 25_000_000, dueIdr: 45_000_000 },
        ]),
      },
    });
    // Nobody is paid it twice.
    expect(answered(after, REFUSED)).toEqual([]);
  });

  it('pays whoever was to be repaid their receipts as well, each for themselves', () => {
    const care = [invoice(18_000_000)];
    const changes = { care, reimbursements: RECEIPTS };
    expect(paid(settled(approvedWith(GUARANTEED, changes), REFUSED, changes))).toEqual([
      ['PARTICIPANT', 2_000_000],
      [PLKK, 18_000_000],
    ]);
  });

  it('pays nothing of an invoice that came after the approval: that is paid apart', () => {
    const changes = { care: [...CARE, LATE] };
    expect(paid(settled(approvedWith(GUARANTEED), REFUSED, changes))).toEqual([
      [PLKK, 15_000_000],
      [OTHER_PLKK, 5_000_000],
    ]);
  });

  it('asks nothing back of a hospital where the other payer bears more: that payer owes it', () => {
    expect(answered(approvedWith(REFUSED), GUARANTEED)).toEqual([]);
  });
});
