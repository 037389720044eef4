import { describe, expect, it } from '@jest/globals';
import type { DifferenceApproved, InterimPaidTooMuch } from '#contexts/claims/facts';
import type { PaymentAskedBack, PayoutRedirected, SettledPayoutReturned } from '#contexts/payouts/facts';
import { type Caused, type Rupiah, instant, localDate, rupiah } from '#kernel';
import { CAUSE, CLAIM, SITI } from '../domain/review.examples.js';
import { recoveries } from './receivables.js';

const EMPLOYER = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a77';

const tooMuch = (employerId?: string): Caused<InterimPaidTooMuch> => ({
  id: CAUSE,
  recordedAt: instant('2026-11-20T02:00:00Z'),
  type: 'InterimPaidTooMuch',
  data: {
    claimId: CLAIM,
    participantId: SITI,
    finderId: 'supervisor-1',
    ...(employerId && { employerId }),
    amountIdr: rupiah(2_000_000),
    effectiveOn: localDate('2026-11-20'),
  },
});

const askedBack = (employerId?: string): Caused<PaymentAskedBack> => {
  const { data, ...found } = tooMuch(employerId);
  return {
    ...found,
    type: 'PaymentAskedBack',
    data: { ...data, payoutId: 'payout-id', findingId: 'event-of-the-claim' },
  };
};

describe('the process receivables', () => {
  it.each([
    ['whoever claimed', undefined, 'PAID_TOO_MUCH'],
    ['an employer that went on paying the wage', EMPLOYER, 'EMPLOYER_OWES_BACK'],
  ])('asks what was paid before the end, is not due and was not stopped of %s', (_who, employerId, kind) => {
    const owed = [
      {
        command: 'RecordReceivable',
        input: {
          kind,
          amountIdr: 2_000_000,
          reviewId: CAUSE,
          benefit: { kind: 'CLAIM', id: CLAIM },
          finderId: 'supervisor-1',
        },
      },
    ];
    expect(recoveries.on.PaymentAskedBack?.(askedBack(employerId))).toMatchObject(owed);
    // What an earlier release found does not name its payments: they went out.
    expect(recoveries.on.InterimPaidTooMuch?.(tooMuch(employerId))).toMatchObject(owed);
  });

  it('says which heir was paid what is owed', () => {
    const { data, ...found } = askedBack();
    const [owed] = recoveries.on.PaymentAskedBack?.({ ...found, data: { ...data, heirId: 'son' } }) ?? [];
    expect(owed?.input).toMatchObject({ heirId: 'son' });
    const [nobody] = recoveries.on.PaymentAskedBack?.(askedBack()) ?? [];
    expect(nobody?.input).not.toHaveProperty('heirId');
  });

  it('asks by an approved difference what is owed of the claim alone: each payment before the end tells of itself', () => {
    const { data, ...found } = tooMuch();
    const { finderId: approverId, ...of } = data;
    const less = {
      ...found,
      type: 'DifferenceApproved',
      data: {
        ...of,
        approverId,
        paidTooMuch: [{ amountIdr: rupiah(500_000) }],
        interimTooMuch: [{ amountIdr: rupiah(2_000_000) }],
      },
    } as unknown as Caused<DifferenceApproved>;
    expect(recoveries.on.DifferenceApproved?.(less)).toMatchObject([{ input: { amountIdr: 500_000 } }]);
    const named = (amountIdr: number) => {
      const ofPayments = [{ approvalId: 'first', payee: 'PARTICIPANT', amountIdr }];
      const paidTooMuch = [{ amountIdr: rupiah(500_000), ofPayments }];
      const data = { ...less.data, paidTooMuch } as unknown as DifferenceApproved['data'];
      return recoveries.on.DifferenceApproved?.({ ...less, data });
    };
    // Each payment that is named tells what of it arrived and stayed; what was deducted from it is owed beside.
    expect(named(500_000)).toEqual([]);
    expect(named(480_000)).toMatchObject([{ input: { amountIdr: 20_000 } }]);
  });

  it.each([undefined, EMPLOYER])(
    'asks nobody any more for what the bank returned (employer: %s)',
    (employerId) => {
      const [owed] = recoveries.on.PaymentAskedBack?.(askedBack(employerId)) ?? [];
      const returned: Caused<SettledPayoutReturned> = {
        id: 'returned',
        recordedAt: instant('2026-11-21T02:00:00Z'),
        type: 'SettledPayoutReturned',
        data: {
          payoutId: 'payout-id',
          from: 'BANK',
          reason: 'ACCOUNT_CLOSED',
          bankReference: 'BANK-R-1',
          amountIdr: rupiah(42_000_000),
          owedNoMore: [{ askedBackId: CAUSE, ...(employerId && { employerId }) }],
          reference: 'BA/9/2026',
          recorderId: 'finance-1',
          returnedOn: localDate('2026-11-21'),
          effectiveOn: localDate('2026-11-21'),
        },
      };
      expect(recoveries.on.SettledPayoutReturned?.(returned)).toEqual([
        {
          key: owed?.key,
          command: 'EndReceivable',
          input: {
            receivableId: owed?.key,
            bankReference: 'BANK-R-1',
            returnedOn: '2026-11-21',
            recorderId: 'finance-1',
          },
        },
      ]);
    },
  );

  it('asks anew for what arrived again, and says what was owed of it before', () => {
    const [before] = recoveries.on.PaymentAskedBack?.(askedBack()) ?? [];
    const again = { ...askedBack(), id: 'asked-again' };
    const [owed] =
      recoveries.on.PaymentAskedBack?.({ ...again, data: { ...again.data, beforeId: CAUSE } }) ?? [];
    expect(owed?.input).toMatchObject({ reviewId: 'asked-again', beforeId: before?.key });
  });

  it('leaves it to each payment where it is said of which payments it is', () => {
    const { data, ...found } = tooMuch();
    const ofPayments = [{ approvalId: CAUSE, payee: 'PARTICIPANT' as const, amountIdr: data.amountIdr }];
    expect(recoveries.on.InterimPaidTooMuch?.({ ...found, data: { ...data, ofPayments } })).toEqual([]);
  });

  it('asks heirs for what they keep of a participant who lives after all, and nobody where it was given up', () => {
    const redirected = (keptIdr?: Rupiah): Caused<PayoutRedirected> => ({
      id: CAUSE,
      recordedAt: instant('2026-11-20T02:00:00Z'),
      type: 'PayoutRedirected',
      data: {
        payoutId: CAUSE,
        participantId: SITI,
        source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
        componentCodes: ['JKK_STMB'],
        shares: [],
        ...(keptIdr && { keptIdr }),
        redirectorId: 'supervisor-1',
        effectiveOn: localDate('2026-11-20'),
        person: { accounts: [] },
      },
    });
    expect(recoveries.on.PayoutRedirected?.(redirected(rupiah(3_000_000)))).toMatchObject([
      {
        input: {
          kind: 'PAID_TOO_MUCH',
          amountIdr: 3_000_000,
          benefit: { id: CLAIM },
          finderId: 'supervisor-1',
        },
      },
    ]);
    expect(recoveries.on.PayoutRedirected?.(redirected())).toEqual([]);
  });
});
