import { describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/domain/accident';
import { ACCIDENT_ID, interestNoted, notified } from '#contexts/accidents/domain/accident.examples';
import { billings } from '#contexts/billing/domain/billing';
import { claims } from '#contexts/claims/domain/claim';
import { payouts } from '#contexts/payouts/domain/payout';
import { SCHOLARSHIP_ID, granted } from '#contexts/scholarships/domain/scholarship.examples';
import { scholarships } from '#contexts/scholarships/domain/scholarship';
import type { DomainEvent, HandOn } from '#kernel';
import { logOf } from '#testing/decisions';
import { handsOf } from './hands-of.js';

const [CLAIM, PAYOUT, INVOICE] = [
  '6a0c7f0e-1111-5000-8000-000000000001',
  '6a0c7f0e-1111-5000-8000-000000000002',
  '6a0c7f0e-1111-5000-8000-000000000003',
];

const event = (type: string, data: object): DomainEvent => ({ type, data });

const log = logOf({
  [accidents.of(ACCIDENT_ID)]: [notified(), interestNoted()],
  [claims.of(CLAIM)]: [
    event('HeirsEstablished', { claimId: CLAIM, establisherId: 'lina', heirs: [], person: {} }),
    event('ClaimApproved', { claimId: CLAIM, approverId: 'cahya' }),
  ],
  [scholarships.of(SCHOLARSHIP_ID)]: [
    granted(),
    event('ScholarshipEvidenceSubmitted', { scholarshipId: SCHOLARSHIP_ID, submittedBy: 'rina' }),
    event('ScholarshipYearApproved', { scholarshipId: SCHOLARSHIP_ID, approverId: 'budi' }),
  ],
  [payouts.of(PAYOUT)]: [event('LateCompensationApproved', { payoutId: PAYOUT, approverId: 'hadi' })],
  [billings.of(ACCIDENT_ID)]: [
    event('InvoiceVerified', { invoiceId: INVOICE, verifierId: 'tono' }),
    event('InvoiceApproved', { invoiceId: CLAIM, approverId: 'of another invoice' }),
  ],
});

const barred = (barring: readonly HandOn[], accidentId?: string) =>
  handsOf(log, barring, accidentId === undefined ? {} : { accidentId });

describe('Whoever had a hand that a step bars', () => {
  it.each<[string, HandOn, readonly string[]]>([
    ['an interest in an accident', { hand: 'INTEREST', of: ACCIDENT_ID }, ['niece']],
    ['the decision on a claim', { hand: 'DECIDED', of: CLAIM }, ['cahya']],
    ['who inherits', { hand: 'NAMED_HEIRS', of: CLAIM }, ['lina']],
    ['the account of a scholarship', { hand: 'GAVE_ACCOUNT', of: SCHOLARSHIP_ID }, ['rina']],
    ['a school year', { hand: 'DECIDED', of: SCHOLARSHIP_ID }, ['budi']],
    ['what came late', { hand: 'DECIDED', of: PAYOUT }, ['hadi']],
  ])('in %s is known', async (_what, hand, who) => {
    expect(await barred([hand])).toEqual(who);
  });

  it('in an invoice is known by its accident', async () => {
    const verified = { hand: 'DECIDED', of: INVOICE } as const;
    expect(await barred([verified], ACCIDENT_ID)).toEqual(['tono']);
    expect(await barred([verified])).toEqual([]);
  });

  it('is nobody where a step bars nothing', async () => {
    expect(await barred([], ACCIDENT_ID)).toEqual([]);
  });
});
