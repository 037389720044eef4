import { localDate, rupiah } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { ACCOUNT, PARTICIPANT_ID, SCHOLARSHIP_ID } from '../../domain/scholarship.examples.js';

/** For specs: the payment of an approved year, and what becomes of it. */
export const PAYOUT_ID = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a01';
export const AUGUST_25 = localDate('2025-08-25');
export const AUGUST_27 = localDate('2025-08-27');

/** What the process orders once a year, or a claim, is approved. */
export function ordered(
  approvalId: string,
  source: 'CLAIM' | 'SCHOLARSHIP_YEAR' = 'SCHOLARSHIP_YEAR',
): PayoutEvent {
  return {
    type: 'PayoutOrdered',
    data: {
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      source: { kind: source, id: SCHOLARSHIP_ID, eventId: approvalId },
      payee: 'GUARDIAN',
      componentCodes: ['SCHOLARSHIP_SMA'],
      amountIdr: rupiah(3_000_000),
      effectiveOn: AUGUST_25,
    },
  };
}

export const instructed: PayoutEvent = {
  type: 'PayoutInstructed',
  data: {
    payoutId: PAYOUT_ID,
    instructorId: 'finance-1',
    instructedOn: AUGUST_25,
    instructionNumber: 'INS-1',
    effectiveOn: AUGUST_25,
  },
};

export const returned: PayoutEvent = {
  type: 'PayoutReturned',
  data: {
    payoutId: PAYOUT_ID,
    bankReference: 'BANK-1',
    reason: 'ACCOUNT_CLOSED',
    returnedOn: AUGUST_25,
    effectiveOn: AUGUST_25,
  },
};

export const corrected: PayoutEvent = {
  type: 'PayoutAccountCorrected',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    correctorId: 'finance-1',
    effectiveOn: AUGUST_27,
    person: { account: ACCOUNT },
  },
};

export const accepted: PayoutEvent = {
  type: 'PayoutAccepted',
  data: { payoutId: PAYOUT_ID, bankReference: 'BANK-2', acceptedOn: AUGUST_27, effectiveOn: AUGUST_27 },
};

export const partBack: PayoutEvent = {
  type: 'PayoutPartReturned',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    source: { kind: 'SCHOLARSHIP_YEAR', id: SCHOLARSHIP_ID, eventId: PAYOUT_ID },
    from: 'PAYEE',
    bankReference: 'BANK-3',
    amountIdr: rupiah(1_000_000),
    reference: 'BA/3/2025',
    recorderId: 'finance-1',
    returnedOn: AUGUST_27,
    effectiveOn: AUGUST_27,
  },
};

/** The bank has the whole of it still, after all. */
export const cameBack: PayoutEvent = {
  type: 'SettledPayoutReturned',
  data: {
    payoutId: PAYOUT_ID,
    from: 'BANK',
    reason: 'ACCOUNT_CLOSED',
    bankReference: 'BANK-4',
    amountIdr: rupiah(3_000_000),
    reference: 'BA/4/2025',
    recorderId: 'finance-1',
    returnedOn: AUGUST_27,
    effectiveOn: AUGUST_27,
  },
};

export const settled: PayoutEvent = {
  type: 'PayoutSettled',
  data: {
    payoutId: PAYOUT_ID,
    bankReference: 'BANK-2',
    amountIdr: rupiah(3_000_000),
    settledOn: AUGUST_27,
    effectiveOn: AUGUST_27,
  },
};
