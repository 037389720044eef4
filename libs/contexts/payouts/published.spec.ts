import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import type {
  PayoutPartReturned,
  PayoutReturned,
  SettledPayoutReturned,
} from './domain/money-back.events.js';
import type { PayoutCancelled, PayoutOrdered, PayoutSettled } from './domain/payout.events.js';
import { payoutsContracts } from './published.js';

const payoutId = '6a0c7f0e-1111-5000-8000-000000000001';
const participantId = '5f0c7f0e-2222-8000-8000-000000000001';
const claimId = '5f0c7f0e-1111-5000-8000-000000000001';
const effectiveOn = localDate('2026-11-20');

const ordered: PayoutOrdered = {
  type: 'PayoutOrdered',
  data: {
    payoutId,
    participantId,
    source: { kind: 'CLAIM', id: claimId, eventId: '6b0c7f0e-1111-5000-8000-000000000001' },
    payee: 'PARTICIPANT',
    componentCodes: ['JKK_STMB', 'JKK_PARTIAL'],
    amountIdr: rupiah(2_000_000),
    payBy: localDate('2026-12-01'),
    effectiveOn,
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
  },
};

const settled: PayoutSettled = {
  type: 'PayoutSettled',
  data: {
    payoutId,
    bankReference: 'BNK-77',
    amountIdr: rupiah(2_000_000),
    settledOn: effectiveOn,
    effectiveOn,
  },
};

const returned: PayoutReturned = {
  type: 'PayoutReturned',
  data: {
    payoutId,
    bankReference: 'BNK-77',
    reason: 'ACCOUNT_CLOSED',
    returnedOn: effectiveOn,
    effectiveOn,
  },
};

const cancelled: PayoutCancelled = {
  type: 'PayoutCancelled',
  data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: effectiveOn, effectiveOn },
};

describe('the contracts of payouts', () => {
  it('say nothing of accounts', () => {
    expectNothingPersonal(payoutsContracts, [ordered, settled, returned, cancelled]);
  });

  it('tell what is owed and from which decision', () => {
    expect(publishedFrom(payoutsContracts, ordered)).toEqual([
      {
        type: 'lindung.payouts.payout-ordered.v1',
        data: {
          payoutId,
          participantId,
          sourceKind: 'CLAIM',
          sourceId: claimId,
          payee: 'PARTICIPANT',
          amountIdr: 2_000_000,
          orderedOn: '2026-11-20',
          payBy: '2026-12-01',
          programme: 'JKK',
          money: [{ kind: 'CASH', amountIdr: 2_000_000 }],
        },
      },
    ]);
  });

  it('tell an invoice that is paid apart as a claim of its own: this version knows two kinds', () => {
    const source = { kind: 'INVOICE' as const, id: claimId, eventId: payoutId };
    const ofInvoice = { ...ordered, data: { ...ordered.data, source, componentCodes: ['JKK_MEDICAL'] } };
    expect(publishedFrom(payoutsContracts, ofInvoice)).toMatchObject([
      {
        data: {
          sourceKind: 'CLAIM',
          sourceId: claimId,
          apart: 'INVOICE',
          money: [{ kind: 'CARE', amountIdr: 2_000_000 }],
        },
      },
    ]);
  });

  it('tell what a payment that came late owes apart from what was claimed', () => {
    const source = { kind: 'LATENESS' as const, id: payoutId, eventId: claimId };
    const componentCodes = ['JKK_LATE_COMPENSATION'];
    expect(
      publishedFrom(payoutsContracts, { ...ordered, data: { ...ordered.data, source, componentCodes } }),
    ).toMatchObject([
      { data: { sourceKind: 'CLAIM', sourceId: payoutId, apart: 'LATENESS', programme: 'JKK' } },
    ]);
  });

  it('tell that money arrived', () => {
    expect(publishedFrom(payoutsContracts, settled)).toEqual([
      {
        type: 'lindung.payouts.payout-settled.v1',
        data: { payoutId, amountIdr: 2_000_000, settledOn: '2026-11-20' },
      },
    ]);
  });

  it('tell that a payment was given up', () => {
    expect(publishedFrom(payoutsContracts, cancelled)).toEqual([
      {
        type: 'lindung.payouts.payout-cancelled.v1',
        data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: '2026-11-20' },
      },
      {
        type: 'lindung.payouts.payout-cancelled.v2',
        data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: '2026-11-20' },
      },
      {
        type: 'lindung.payouts.payout-cancelled.v3',
        data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: '2026-11-20' },
      },
      {
        type: 'lindung.payouts.payout-cancelled.v4',
        data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: '2026-11-20' },
      },
    ]);
  });

  it('tell earlier versions the nearest reason that they know', () => {
    const notOwed = { ...cancelled, data: { ...cancelled.data, reason: 'NOT_OWED' as const } };
    expect(publishedFrom(payoutsContracts, notOwed)).toMatchObject([
      { data: { reason: 'SETTLED_BY_PAPERS' } },
      { data: { reason: 'EVENT_REVOKED' } },
      { data: { reason: 'NOT_OWED' } },
      { data: { reason: 'NOT_OWED' } },
    ]);
    const redirected = { ...cancelled, data: { ...cancelled.data, reason: 'REDIRECTED' as const } };
    expect(publishedFrom(payoutsContracts, redirected)).toMatchObject([
      { data: { reason: 'SETTLED_BY_PAPERS' } },
      { data: { reason: 'SETTLED_BY_PAPERS' } },
      { data: { reason: 'SETTLED_BY_PAPERS' } },
      { data: { reason: 'REDIRECTED' } },
    ]);
  });

  it('tell that money came back which had arrived, and no number of a paper', () => {
    const back: SettledPayoutReturned = {
      type: 'SettledPayoutReturned',
      data: {
        payoutId,
        from: 'PAYEE',
        reason: 'NOT_OWED',
        bankReference: 'TRX-9',
        amountIdr: rupiah(2_000_000),
        reference: 'BA/9/2026',
        recorderId: 'finance-1',
        returnedOn: localDate('2026-11-20'),
        effectiveOn: localDate('2026-11-20'),
      },
    };
    expect(publishedFrom(payoutsContracts, back)).toEqual([
      {
        type: 'lindung.payouts.settled-payout-returned.v1',
        data: {
          payoutId,
          from: 'PAYEE',
          reason: 'NOT_OWED',
          amountIdr: 2_000_000,
          returnedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('tell what came back of a payment that stands, and nothing of what is kept', () => {
    const part: PayoutPartReturned = {
      type: 'PayoutPartReturned',
      data: {
        payoutId,
        participantId,
        source: ordered.data.source,
        from: 'PAYEE',
        bankReference: 'TRX-9',
        amountIdr: rupiah(500_000),
        keptIdr: rupiah(100_000),
        reference: 'BA/9/2026',
        recorderId: 'finance-1',
        returnedOn: effectiveOn,
        effectiveOn,
      },
    };
    expect(publishedFrom(payoutsContracts, part)).toEqual([
      {
        type: 'lindung.payouts.payout-part-returned.v1',
        data: { payoutId, from: 'PAYEE', amountIdr: 500_000, returnedOn: '2026-11-20' },
      },
    ]);
  });

  it('tell why money came back', () => {
    expect(publishedFrom(payoutsContracts, returned)).toEqual([
      {
        type: 'lindung.payouts.payout-returned.v1',
        data: { payoutId, reason: 'ACCOUNT_CLOSED', returnedOn: '2026-11-20' },
      },
    ]);
  });
});
