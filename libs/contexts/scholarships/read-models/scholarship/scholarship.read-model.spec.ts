import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, ERASED, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import type { ScholarshipEvent } from '../../domain/scholarship.events.js';
import {
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  evidenced,
  granted,
  resumed,
} from '../../domain/scholarship.examples.js';
import {
  AUGUST_27,
  PAYOUT_ID,
  accepted,
  cameBack,
  corrected,
  instructed,
  ordered,
  partBack,
  returned,
  settled,
} from './payments.examples.js';
import { scholarshipReadModel } from './scholarship.read-model.js';

const folded = readModelSpec(scholarshipReadModel);
const scholarship = (...events: ScholarshipEvent[]) => on(`scholarship-${SCHOLARSHIP_ID}`, ...events);
const payout = (...events: DomainEvent[]) => on(`payout-${PAYOUT_ID}`, ...events);

/** What `denied` says. */
const REFUSED = {
  decision: 'REJECTED_NO_EVIDENCE',
  rule: 'schooling-is-evident',
  law: 'PP 44/2015 jo. PP 82/2019',
  article: 'Annex III',
  detail: 'There is no evidence of schooling for this year.',
};

/** A scholarship with an approved year, and the id of the approval. */
function withApprovedYear() {
  const year = folded(scholarship(granted(), evidenced(), approved(2025)));
  return { year, approvalId: year.events.at(-1)?.id ?? '' };
}

describe('the scholarship read model', () => {
  it('keeps what is projected, approved and paid apart', () => {
    folded(scholarship(granted())).thenRows('scholarships', [
      {
        status: 'ENTITLED',
        level: 'SMA',
        yearInLevel: 3,
        projectedIdr: rupiah(63_000_000),
        approvedIdr: rupiah(0),
        paidIdr: rupiah(0),
        revision: 0,
      },
    ]);
    const { year, approvalId } = withApprovedYear();
    year
      .thenRows('scholarships', [
        { projectedIdr: rupiah(63_000_000), approvedIdr: rupiah(3_000_000), paidIdr: rupiah(0), revision: 2 },
      ])
      .and(payout(ordered(approvalId), settled))
      .thenRows('scholarships', [
        {
          projectedIdr: rupiah(63_000_000),
          approvedIdr: rupiah(3_000_000),
          paidIdr: rupiah(3_000_000),
          revision: 2,
        },
      ])
      .thenRows('years', [{ year: 2025, status: 'PAID', paidOn: AUGUST_27, payoutId: PAYOUT_ID }]);
  });

  it('counts as paid what stayed: what came back in part is not paid, also once the payment is made again', () => {
    const { year, approvalId } = withApprovedYear();
    const paidIdr = (amount: number) => [{ paidIdr: rupiah(amount) }];
    year
      .and(payout(ordered(approvalId), settled, partBack))
      .thenRows('scholarships', paidIdr(2_000_000))
      .and(payout(cameBack))
      .thenRows('scholarships', paidIdr(0))
      .and(payout(settled))
      .thenRows('scholarships', paidIdr(2_000_000));
  });

  it('follows a year from its evidence to the payment', () => {
    folded(scholarship(granted(), evidenced())).thenRows('years', [
      { year: 2025, status: 'EVIDENCED', submittedBy: 'registrar-7', accountMasked: '****7890' },
    ]);
    const { year, approvalId } = withApprovedYear();
    year
      .thenRows('years', [
        { status: 'APPROVED', deciderId: 'user-1', amountIdr: rupiah(3_000_000), payoutId: null },
      ])
      .and(payout(ordered(approvalId)))
      .thenRows('years', [{ status: 'PAYMENT_ORDERED', payoutId: PAYOUT_ID }])
      .and(payout(instructed))
      .thenRows('years', [{ status: 'PAYMENT_ORDERED' }])
      .and(payout(returned))
      .thenRows('years', [{ status: 'PAYMENT_RETURNED' }])
      .and(payout(corrected))
      .thenRows('years', [{ status: 'PAYMENT_ORDERED' }])
      .and(payout(accepted))
      .thenRows('years', [{ status: 'PAYMENT_ORDERED', paidOn: null }])
      .and(payout(settled))
      .thenRows('years', [{ status: 'PAID', paidOn: AUGUST_27 }]);
    expect([...year.rows.timeline.values()].map((told) => [told.subjectId, told.type, told.year])).toEqual([
      [SCHOLARSHIP_ID, 'ScholarshipGranted', null],
      [SCHOLARSHIP_ID, 'ScholarshipEvidenceSubmitted', 2025],
      [SCHOLARSHIP_ID, 'ScholarshipYearApproved', 2025],
      [SCHOLARSHIP_ID, 'PayoutOrdered', 2025],
      [SCHOLARSHIP_ID, 'PayoutInstructed', 2025],
      [SCHOLARSHIP_ID, 'PayoutReturned', 2025],
      [SCHOLARSHIP_ID, 'PayoutAccountCorrected', 2025],
      [SCHOLARSHIP_ID, 'PayoutAccepted', 2025],
      [SCHOLARSHIP_ID, 'PayoutSettled', 2025],
    ]);
  });

  it('shows why a year was denied until new evidence opens it again', () => {
    folded(scholarship(granted(), evidenced(), denied(2025)))
      .thenRows('years', [{ status: 'DENIED', deciderId: 'user-1', refusal: REFUSED }])
      .and(scholarship(evidenced()))
      .thenRows('years', [{ status: 'EVIDENCED', refusal: null, deciderId: null, decidedOn: null }]);
  });

  it('shows where the child stands by the newest year, also when a back year comes later', () => {
    folded(scholarship(granted(), evidenced({ year: 2026, level: 'PT', yearInLevel: 1 }), evidenced()))
      .thenRows('scholarships', [{ level: 'PT', yearInLevel: 1 }])
      .and(scholarship(evidenced({ year: 2026, level: 'PT', yearInLevel: 2 })))
      .thenRows('scholarships', [{ level: 'PT', yearInLevel: 2 }])
      .and(scholarship(evidenced({ year: 2027, level: 'PT', yearInLevel: 3 })))
      .thenRows('scholarships', [{ level: 'PT', yearInLevel: 3 }]);
  });

  it('shows why and since when the right is over', () => {
    folded(scholarship(granted(), ended('MARRIED', AUGUST_27))).thenRows('scholarships', [
      { status: 'ENDED', endReason: 'MARRIED', endedOn: AUGUST_27 },
    ]);
  });

  it('shows that it goes on, with what was approved before', () => {
    const goesOn = [granted(), evidenced(), approved(2025), ended('MARRIED', AUGUST_27), resumed(AUGUST_27)];
    folded(scholarship(...goesOn)).thenRows('scholarships', [
      { status: 'ENTITLED', endReason: null, endedOn: null, approvedIdr: rupiah(3_000_000) },
    ]);
  });

  it('shows years beyond the end as closed, and open again once the right goes on', () => {
    const [over, goesOn] = [ended('MARRIED', AUGUST_27), resumed(AUGUST_27)];
    const years = [2026];
    folded(
      scholarship(granted(), evidenced(), evidenced({ year: 2026 }), {
        ...over,
        data: { ...over.data, closedYears: years },
      } as ScholarshipEvent),
    )
      .thenRows('years', [
        { year: 2025, status: 'EVIDENCED' },
        { year: 2026, status: 'CLOSED' },
      ])
      .and(scholarship({ ...goesOn, data: { ...goesOn.data, openedYears: years } } as ScholarshipEvent))
      .thenRows('years', [
        { year: 2025, status: 'EVIDENCED' },
        { year: 2026, status: 'EVIDENCED' },
      ]);
  });

  it('takes no notice of the payments of claims, and tells nothing of them', () => {
    const { year, approvalId } = withApprovedYear();
    const before = year.rows.timeline.size;
    year
      .and(payout(ordered(approvalId, 'CLAIM'), instructed, settled))
      .thenRows('scholarships', [{ paidIdr: rupiah(0) }])
      .thenRows('years', [{ status: 'APPROVED', payoutId: null }]);
    expect(year.rows.timeline.size).toBe(before);
  });

  it('holds nothing personal but the last digits of an account, and not even those after an erasure', () => {
    const { rows } = folded(
      scholarship(granted(), evidenced(), evidenced({ year: 2026, person: ERASED }), approved(2025)),
    ).thenRows('years', [{ accountMasked: '****7890' }, { accountMasked: null }]);
    const everything = JSON.stringify(Object.values(rows).map((table) => [...table.values()]));
    expect(everything).not.toMatch(/002301004567890|Contoh|2007-05-04/);
  });

  it('passes over what a later release records', () => {
    const { year, approvalId } = withApprovedYear();
    year.and(payout(ordered(approvalId))).thenUnknownEventsAreIgnored();
  });
});
