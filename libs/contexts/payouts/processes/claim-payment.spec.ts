import { describe, expect, it } from '@jest/globals';
import { type Caused, ERASED, instant, localDate, rupiah } from '#kernel';
import type { ClaimApproved, DifferenceApproved, InterimPaidTooMuch } from '#contexts/claims/facts';
import type { ScholarshipYearApproved } from '#contexts/scholarships/facts';
import { payoutIdOf } from '../domain/payout.js';
import { claimPayment } from './claim-payment.js';

const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' };
const APPROVED_ON = localDate('2026-03-12');
const recorded = { id: 'approval-event-id', recordedAt: instant('2026-03-12T04:00:00Z') };

const claimApproved: Caused<ClaimApproved> = {
  ...recorded,
  type: 'ClaimApproved',
  data: {
    claimId: 'claim-id',
    participantId: 'participant-id',
    programme: 'JKK',
    eventDate: localDate('2026-01-10'),
    approverId: 'user-2',
    totalIdr: rupiah(64_840_000),
    payments: [
      {
        payee: 'PLKK',
        facilityId: 'facility-id',
        componentCodes: ['JKK_MEDICAL_PLKK'],
        amountIdr: rupiah(37_450_000),
      },
      {
        payee: 'PARTICIPANT',
        componentCodes: ['JKK_STMB', 'JKK_PARTIAL'],
        amountIdr: rupiah(27_390_000),
      },
    ],
    entitledChildren: [],
    payBy: localDate('2026-03-23'),
    effectiveOn: APPROVED_ON,
    person: { account: ACCOUNT },
  },
};

const yearApproved: Caused<ScholarshipYearApproved> = {
  ...recorded,
  type: 'ScholarshipYearApproved',
  data: {
    scholarshipId: 'scholarship-id',
    participantId: 'participant-id',
    year: 2026,
    level: 'SMA',
    yearInLevel: 3,
    components: [
      {
        code: 'SCHOLARSHIP_SMA',
        amountIdr: rupiah(3_000_000),
        law: 'PP 82/2019',
        article: 'Annex III',
        arithmetic: '3,000,000',
      },
    ],
    amountIdr: rupiah(3_000_000),
    ruleSetVersion: '2025-02-01/1',
    approverId: 'user-2',
    payee: 'GUARDIAN',
    effectiveOn: APPROVED_ON,
    person: { account: ACCOUNT },
  },
};

describe('the process claim-payment', () => {
  it('carries benefit and deduction where arrears are set off, and pays the net', () => {
    const payment = {
      payee: 'PARTICIPANT' as const,
      componentCodes: ['JKK_STMB', 'ARREARS_SET_OFF'],
      amountIdr: rupiah(1_983_200),
      benefitIdr: rupiah(2_000_000),
      deductedIdr: rupiah(16_800),
    };
    const data = { ...claimApproved.data, payments: [payment] };
    expect(claimPayment.on.ClaimApproved?.({ ...claimApproved, data })).toMatchObject([
      { input: { amountIdr: 1_983_200, benefitIdr: 2_000_000, deductedIdr: 16_800 } },
    ]);
  });

  it('orders what was approved beside it under its own event: it is another payment', () => {
    const difference: Caused<DifferenceApproved> = {
      ...recorded,
      id: 'difference-event-id',
      type: 'DifferenceApproved',
      data: {
        ...claimApproved.data,
        differenceIdr: rupiah(32_000_000),
        payments: [{ payee: 'HEIR', componentCodes: ['JKM_DEATH'], amountIdr: rupiah(32_000_000) }],
      },
    };
    expect(claimPayment.on.DifferenceApproved?.(difference)).toMatchObject([
      {
        key: 'HEIR',
        command: 'OrderPayout',
        input: { source: { kind: 'CLAIM', eventId: 'difference-event-id' }, amountIdr: 32_000_000 },
      },
    ]);
  });

  it('orders one payment for each payee of an approved claim; only persons are paid to the account of the claim', () => {
    const source = { kind: 'CLAIM', id: 'claim-id', eventId: 'approval-event-id' };
    const common = {
      participantId: 'participant-id',
      source,
      payBy: '2026-03-23',
      orderedOn: '2026-03-12',
    };
    expect(claimPayment.on.ClaimApproved?.(claimApproved)).toEqual([
      {
        key: 'PLKK/facility-id',
        command: 'OrderPayout',
        input: {
          ...common,
          payee: 'PLKK',
          facilityId: 'facility-id',
          componentCodes: ['JKK_MEDICAL_PLKK'],
          amountIdr: 37_450_000,
        },
      },
      {
        key: 'PARTICIPANT',
        command: 'OrderPayout',
        input: {
          ...common,
          payee: 'PARTICIPANT',
          componentCodes: ['JKK_STMB', 'JKK_PARTIAL'],
          amountIdr: 27_390_000,
          person: { account: ACCOUNT },
        },
      },
    ]);
  });

  it('orders the payment of an approved school year to the account handed in for it', () => {
    expect(claimPayment.on.ScholarshipYearApproved?.(yearApproved)).toEqual([
      {
        key: 'GUARDIAN',
        command: 'OrderPayout',
        input: {
          participantId: 'participant-id',
          source: { kind: 'SCHOLARSHIP_YEAR', id: 'scholarship-id', eventId: 'approval-event-id' },
          payee: 'GUARDIAN',
          componentCodes: ['SCHOLARSHIP_SMA'],
          amountIdr: 3_000_000,
          orderedOn: '2026-03-12',
          person: { account: ACCOUNT },
        },
      },
    ]);
  });

  it('asks for a payment without an account when the personal data was erased, so that the refusal is seen', () => {
    const erased = { ...yearApproved, data: { ...yearApproved.data, person: ERASED } };
    expect(claimPayment.on.ScholarshipYearApproved?.(erased)).toEqual([
      expect.objectContaining({
        command: 'OrderPayout',
        input: expect.not.objectContaining({ person: expect.anything() }),
      }),
    ]);
  });

  describe('of what was paid before the end of a treatment and is not due', () => {
    const tooMuch = (ofPayments?: InterimPaidTooMuch['data']['ofPayments']): Caused<InterimPaidTooMuch> => ({
      ...recorded,
      id: 'withdrawal',
      type: 'InterimPaidTooMuch',
      data: {
        claimId: 'claim-id',
        participantId: 'participant-id',
        finderId: 'ani',
        amountIdr: rupiah(1_500_000),
        ...(ofPayments && { ofPayments }),
        effectiveOn: APPROVED_ON,
      },
    });

    it('asks of each payment that was ordered that it is stopped or owed back, by the identity of its order', () => {
      const own = { approvalId: 'second', payee: 'PARTICIPANT' as const, amountIdr: rupiah(1_000_000) };
      const ofHeir = { approvalId: 'first', payee: 'HEIR' as const, heirId: 'h', amountIdr: rupiah(500_000) };
      const asked = { claimId: 'claim-id', findingId: 'withdrawal', finderId: 'ani' };
      const [second, first] = [
        payoutIdOf({ source: { eventId: 'second' }, payee: 'PARTICIPANT' }),
        payoutIdOf({ source: { eventId: 'first' }, payee: 'HEIR', heirId: 'h' }),
      ];
      expect(claimPayment.on.InterimPaidTooMuch?.(tooMuch([own, ofHeir]))).toEqual([
        {
          key: second,
          command: 'AskInterimBack',
          input: { ...asked, payoutId: second, amountIdr: 1_000_000 },
        },
        { key: first, command: 'AskInterimBack', input: { ...asked, payoutId: first, amountIdr: 500_000 } },
      ]);
    });

    it('asks the same of the payments of a claim of which less is due by an approved difference', () => {
      const first = { approvalId: 'first', payee: 'PARTICIPANT' as const, amountIdr: rupiah(400_000) };
      const less = (paidTooMuch: DifferenceApproved['data']['paidTooMuch']): Caused<DifferenceApproved> => ({
        ...recorded,
        id: 'difference',
        type: 'DifferenceApproved',
        data: { ...claimApproved.data, differenceIdr: rupiah(0), payments: [], paidTooMuch },
      });
      const payoutId = payoutIdOf({ source: { eventId: 'first' }, payee: 'PARTICIPANT' });
      const of = { claimId: 'claim-id', findingId: 'difference', finderId: 'user-2' };
      const named = [{ amountIdr: rupiah(500_000), ofPayments: [first] }];
      expect(claimPayment.on.DifferenceApproved?.(less(named))).toEqual([
        { key: payoutId, command: 'AskInterimBack', input: { ...of, payoutId, amountIdr: 400_000 } },
      ]);
      expect(claimPayment.on.DifferenceApproved?.(less([{ amountIdr: rupiah(500_000) }]))).toEqual([]);
    });

    it('asks for nothing where an earlier release found it, which did not say of which payments', () => {
      expect(claimPayment.on.InterimPaidTooMuch?.(tooMuch())).toEqual([]);
    });
  });

  it('asks for nothing when an approved claim has nothing to pay', () => {
    const nothing = { ...claimApproved, data: { ...claimApproved.data, payments: [] } };
    expect(claimPayment.on.ClaimApproved?.(nothing)).toEqual([]);
  });
});
