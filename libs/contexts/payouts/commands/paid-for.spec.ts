import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, type HandTold, fold, localDate } from '#kernel';
import { handsToldOfScholarships } from '#contexts/scholarships/facts';
import { logOf } from '#testing/decisions';
import { PAYOUT_ID, ordered, toTheHeir } from '../domain/payout.examples.js';
import { payoutSteps } from '../domain/payout-steps.js';
import { payouts } from '../domain/payout.js';
import { handsOn, heirsOf } from './paid-for.js';

const LATE = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a02';
const until = localDate('2027-03-13');

const disputed: DomainEvent = {
  type: 'DisputeReported',
  data: {
    claimId: 'claim-id',
    participantId: 'p',
    reporterId: 'r',
    until,
    effectiveOn: localDate('2026-03-13'),
  },
};

const ofLateness = ordered({
  ...toTheHeir,
  payoutId: LATE,
  source: { kind: 'LATENESS', id: PAYOUT_ID, eventId: 'approval', claimId: 'claim-id' },
  componentCodes: ['JKM_LATE_COMPENSATION'],
});

describe('What heirs are owed because they were paid late', () => {
  it('waits while they disagree, as what they are paid for the claim does', async () => {
    const log = logOf({ [payouts.of(PAYOUT_ID)]: [ordered()], 'claim-claim-id': [disputed] });
    expect(await heirsOf(fold(payouts, [ordered()]), log)).toEqual({ disputedUntil: until });
    expect(await heirsOf(fold(payouts, [ofLateness]), log)).toEqual({ disputedUntil: until });
    expect(fold(payoutSteps, [ofLateness]).expected).toMatchObject({
      step: 'INSTRUCT_PAYOUT',
      heldBy: { kind: 'CLAIM', id: 'claim-id', slot: 'dispute' },
    });
  });
});

describe('Who does not release what is paid for a school year', () => {
  const of = { scholarshipId: 'scholarship-1' };
  const year: DomainEvent[] = [
    { type: 'ScholarshipEvidenceSubmitted', data: { ...of, submittedBy: 'registrar' } },
    { type: 'ScholarshipYearApproved', data: { ...of, approverId: 'supervisor' } },
  ];
  const source = { kind: 'SCHOLARSHIP_YEAR', id: 'scholarship-1', eventId: 'e' } as const;

  it('is whoever approved it, and whoever took its evidence and the account with it', async () => {
    expect(await handsOn(source, logOf({ 'scholarship-scholarship-1': year }))).toEqual({
      deciderIds: ['supervisor'],
      accountGiverIds: ['registrar'],
    });
  });

  it('does not find it in their work either', () => {
    const told = handsToldOfScholarships as Record<string, (data: object) => readonly HandTold[]>;
    const hands = year.flatMap(({ type, data }) => told[type]!(data));
    expect(hands.map(({ by }) => by)).toEqual(['registrar', 'supervisor']);
    const { barring = [] } = fold(payoutSteps, [ordered({ ...toTheHeir, source })]).expected ?? {};
    for (const { hand, of: id } of hands) expect(barring).toContainEqual({ hand, of: id });
  });
});

describe('Who does not release what others are paid than it was approved for', () => {
  it('is whoever had it redirected, nor is it in their work', async () => {
    const source = { ...toTheHeir.source, redirectorId: 'supervisor' };
    const approval = { type: 'ClaimApproved', data: { claimId: 'claim-id', approverId: 'approver' } };
    const log = logOf({ 'claim-claim-id': [approval] });
    expect((await handsOn(source, log)).deciderIds).toContain('supervisor');
    expect((await handsOn(toTheHeir.source, log)).deciderIds).not.toContain('supervisor');
    const toOthers = ordered({ ...toTheHeir, source });
    expect(fold(payoutSteps, [toOthers]).expected).toMatchObject({ notBy: ['supervisor'] });
    expect(fold(payoutSteps, [ordered()]).expected).not.toHaveProperty('notBy');
  });
});

describe('Who does not release what is paid for an invoice', () => {
  const of = { accidentId: 'accident-1', invoiceId: 'invoice-1' };
  const billed: DomainEvent[] = [
    { type: 'InvoicePaymentShown', data: { ...of, paidBy: 'PARTICIPANT', recorderId: 'cashier' } },
    { type: 'InvoiceVerified', data: { ...of, verifierId: 'verifier' } },
    { type: 'InvoiceApproved', data: { ...of, approverId: 'approver' } },
    { type: 'InvoiceVerified', data: { ...of, invoiceId: 'invoice-2', verifierId: 'another' } },
  ];

  it('is whoever verified or approved it, and whoever said to which account', async () => {
    const log = logOf({ 'billing-accident-1': billed });
    const source = { kind: 'INVOICE', id: 'invoice-1', eventId: 'e' } as const;
    expect(await handsOn({ ...source, accidentId: 'accident-1' }, log)).toEqual({
      deciderIds: ['verifier', 'approver'],
      accountGiverIds: ['cashier'],
    });
    expect(await handsOn(source, log)).toEqual({});
  });
});
