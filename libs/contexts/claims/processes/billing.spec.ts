import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate, rupiah } from '#kernel';
import type { CareProvided } from '#contexts/accidents/facts';
import type { ClaimApproved } from '../domain/decision.events.js';
import { ACCIDENT, ACCOUNT, CLAIM, PARTICIPANT, PLKK } from '../domain/claim.examples.js';
import { jkkClaimId } from '../programmes/claim-ids.js';
import { billing } from './billing.js';
import { lateInvoices } from './late-invoices.js';

const recorded = { id: 'event-id', recordedAt: instant('2026-11-20T18:30:00Z') };

const approved = (accidentId?: string): Caused<ClaimApproved> => ({
  ...recorded,
  type: 'ClaimApproved',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    programme: 'JKK',
    ...(accidentId && { accidentId }),
    eventDate: localDate('2026-08-20'),
    approverId: 'user-2',
    totalIdr: rupiah(1_000_000),
    payments: [],
    entitledChildren: [],
    payBy: localDate('2026-12-01'),
    effectiveOn: localDate('2026-11-20'),
    person: { account: ACCOUNT },
  },
});

const CARE: Caused<CareProvided> = {
  ...recorded,
  type: 'CareProvided',
  data: {
    accidentId: ACCIDENT,
    participantId: PARTICIPANT,
    facilityId: PLKK,
    admittedOn: localDate('2026-08-20'),
    dischargedOn: localDate('2026-08-22'),
    invoiceNumber: 'INV-1',
    invoiceIdr: rupiah(1_000_000),
    billing: 'GUARANTEED',
    effectiveOn: localDate('2026-08-20'),
    health: { procedures: 'Care' },
  },
};

const closing = {
  key: ACCIDENT,
  command: 'CloseBilling',
  input: { accidentId: ACCIDENT, claimId: CLAIM, closedOn: '2026-11-20' },
};

describe('the process billing', () => {
  it('closes the billing of the accident that a claim was approved for', () => {
    expect(billing.on.ClaimApproved?.(approved(ACCIDENT))).toEqual([closing]);
  });

  it('has the claim name its accident where the approval does not, and closes the billing then', () => {
    expect(billing.on.ClaimApproved?.(approved())).toEqual([
      { key: CLAIM, command: 'NameAccident', input: { claimId: CLAIM } },
    ]);
    const named = {
      claimId: CLAIM,
      participantId: PARTICIPANT,
      accidentId: ACCIDENT,
      approvedOn: localDate('2026-11-20'),
      effectiveOn: localDate('2026-11-28'),
    };
    expect(
      billing.on.ApprovedAccidentNamed?.({ ...recorded, type: 'ApprovedAccidentNamed', data: named }),
    ).toEqual([closing]);
  });
});

describe('the process late-invoices', () => {
  it('asks the claim of the accident about each invoice, with the day on which it was recorded in Jakarta', () => {
    const claimId = jkkClaimId(ACCIDENT);
    const invoice = { facilityId: PLKK, invoiceNumber: 'INV-1', on: '2026-11-21' };
    expect(lateInvoices.on.CareProvided?.(CARE)).toEqual([
      { key: claimId, command: 'NoteLateInvoices', input: { claimId, recorded: invoice } },
    ]);
  });

  it('asks once more when a claim is approved: an invoice may have come while that was decided', () => {
    expect(lateInvoices.on.ClaimApproved?.(approved(ACCIDENT))).toEqual([
      { key: CLAIM, command: 'NoteLateInvoices', input: { claimId: CLAIM } },
    ]);
  });
});
