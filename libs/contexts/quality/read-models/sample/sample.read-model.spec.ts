import { describe, expect, it } from '@jest/globals';
import { event, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { decisionOf } from './stored-decisions.js';
import { sampleReadModel } from './sample.read-model.js';

const [ID, ACCIDENT, CLAIM] = [1, 2, 3].map((nth) => `0000000${nth}-0000-4000-8000-000000000001`) as [
  string,
  string,
  string,
];
const of = {
  participantId: '00000009-0000-4000-8000-000000000001',
  effectiveOn: localDate('2026-11-20'),
};

const folded = readModelSpec(sampleReadModel);

/** What was decided, as the draw of its month takes it. */
const decisions = (...history: readonly ReturnType<typeof on>[]) =>
  [...folded(...history).rows.decided.values()].filter(({ kind }) => kind !== null).map(decisionOf);

describe('What is drawn from', () => {
  it('are invoices that were approved, at the office of whoever approved, with all who had a hand in them', () => {
    const invoice = { ...of, invoiceId: ID, accidentId: ACCIDENT };
    const found = decisions(
      on(
        `billing-${ACCIDENT}`,
        event('InvoiceSubmitted', { ...invoice, submitterId: 'desk' }),
        event('InvoiceVerified', { ...invoice, verifierId: 'ani' }),
        event('InvoiceEndorsed', { ...invoice, endorserId: 'budi' }),
        event('InvoiceApproved', { ...invoice, acceptedIdr: rupiah(900_000), approverId: 'cahya' }),
      ),
    );
    expect(found).toMatchObject([
      {
        subject: { kind: 'INVOICE', id: ID, accidentId: ACCIDENT },
        kind: 'APPROVAL',
        amountIdr: 900_000,
        isAgainstEngine: false,
        deciderId: 'cahya',
        handIds: ['desk', 'ani', 'budi'],
      },
    ]);
    expect(found[0]?.office).not.toBe('');
    expect(found[0]).not.toHaveProperty('claimId');
  });

  it('are years at school, each by itself, whether they were approved or denied', () => {
    const year = { ...of, scholarshipId: ID };
    const found = decisions(
      on(
        `scholarship-${ID}`,
        event('ScholarshipGranted', { ...year, claimId: CLAIM }),
        event('ScholarshipEvidenceSubmitted', { ...year, submittedBy: 'ani' }),
        event('ScholarshipYearApproved', { ...year, amountIdr: rupiah(3_000_000), approverId: 'cahya' }),
        event('ScholarshipYearDenied', { ...year, rule: 'NO_PROOF', deciderId: 'cahya' }),
      ),
    );
    const subject = { kind: 'SCHOLARSHIP', id: ID };
    expect(found).toMatchObject([
      { claimId: CLAIM, subject, kind: 'APPROVAL', amountIdr: 3_000_000, handIds: ['ani'] },
      { claimId: CLAIM, subject, kind: 'DENIAL', rule: 'NO_PROOF' },
    ]);
  });

  it('is what is approved before the end of a claim, apart from what the claim comes to', () => {
    const claim = { ...of, claimId: CLAIM };
    const interim = event('InterimCalculated', { ...claim, assessorId: 'ani' });
    const submitted = event('ClaimSubmitted', { ...claim, office: 'BEKASI', submitterId: 'desk' });
    const approval = { ...claim, totalIdr: rupiah(3_000_000), approverId: 'cahya' };
    const found = decisions(
      on(
        `claim-${CLAIM}`,
        submitted,
        interim,
        event('InterimApproved', approval),
        event('BenefitDetermined', { ...claim, assessorId: 'budi' }),
        event('ClaimApproved', approval),
        event('ClaimReopened', claim),
        event('InterimApproved', approval),
      ),
    );
    const byAll = { claimId: CLAIM, office: 'BEKASI', kind: 'APPROVAL', deciderId: 'cahya' };
    const subject = { kind: 'INTERIM', id: CLAIM };
    expect(found).toMatchObject([
      { ...byAll, subject, amountIdr: 3_000_000, handIds: ['desk', 'ani'], isAgainstEngine: false },
      { ...byAll, handIds: ['desk', 'ani', 'cahya', 'budi'], isAgainstEngine: true },
      { ...byAll, subject, isAgainstEngine: false },
    ]);
    expect(found[1]).not.toHaveProperty('subject');
  });

  it('is a difference with all that is not due by it, also of what was paid before the end of the treatment', () => {
    const claim = { ...of, claimId: CLAIM };
    const difference = event('DifferenceApproved', {
      ...claim,
      approverId: 'cahya',
      differenceIdr: rupiah(0),
      paidTooMuch: [{ amountIdr: rupiah(500_000) }],
      interimTooMuch: [{ amountIdr: rupiah(2_000_000) }],
    });
    const submitted = event('ClaimSubmitted', { ...claim, office: 'BEKASI', submitterId: 'desk' });
    expect(decisions(on(`claim-${CLAIM}`, submitted, difference))).toMatchObject([{ amountIdr: 2_500_000 }]);
  });

  it('is what a delay owes of a claim; whoever denies it says otherwise than was found', () => {
    const late = { ...of, payoutId: ID };
    const source = (kind: string) => ({ source: { kind, id: CLAIM, eventId: 'e' } });
    const denied = event('LateCompensationDenied', { ...late, reason: 'DELAY_OF_PAYEE', deciderId: 'cahya' });
    const ordered = event('PayoutOrdered', { ...late, ...source('CLAIM') });
    const instructed = event('PayoutInstructed', { ...late, instructorId: 'ani' });
    const subject = { kind: 'COMPENSATION', id: ID };
    expect(decisions(on(`payout-${ID}`, ordered, instructed, denied))).toMatchObject([
      { claimId: CLAIM, subject, kind: 'DENIAL', isAgainstEngine: true, handIds: ['ani'] },
    ]);
    expect(decisions(on(`payout-${ID}`, event('PayoutOrdered', { ...late, ...source('INVOICE') })))).toEqual(
      [],
    );
  });
});
