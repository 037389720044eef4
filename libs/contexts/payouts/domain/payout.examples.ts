import { ERASED, type LocalDate, localDate, rupiah } from '#kernel';
import { TEST_ACTOR } from '#testing/decisions';
import type { OrderPayoutInput } from './order-payout.js';
import type { PayoutEvent } from './payout.events.js';

/** For specs: a payment of 42,000,000 rupiah to an heir, ordered on 12 March 2026. */
export const PAYOUT_ID = '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a01';
export const PARTICIPANT_ID = '9d0b6a3e-1f6c-8d2a-8a7e-2b5f0c9d4e11';
export const ORDERED_ON = localDate('2026-03-12');
export const MARCH_13 = localDate('2026-03-13');
export const MARCH_14 = localDate('2026-03-14');
/** After the day on which specs decide. */
export const TOMORROW = localDate('2026-11-21');
export const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Ahli Waris Contoh' };
export const OTHER_ACCOUNT = { bank: 'BNI', number: '0123456789', holder: 'Ahli Waris Contoh' };
export const FACILITY_ACCOUNT = { bank: 'BJB', number: '0098765432100', holder: 'RSUD Contoh' };
export const FACILITY_ID = '3b0e2c4d-7a6f-5e8d-9c0b-1a2b3c4d5e6f';

export const toTheHeir: OrderPayoutInput = {
  payoutId: PAYOUT_ID,
  participantId: PARTICIPANT_ID,
  source: { kind: 'CLAIM', id: 'claim-id', eventId: 'approval-event-id' },
  payee: 'HEIR',
  componentCodes: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'],
  amountIdr: rupiah(42_000_000),
  payBy: localDate('2026-03-16'),
  orderedOn: ORDERED_ON,
  person: { account: ACCOUNT },
};

const { person: _account, ...order } = toTheHeir;

export const withoutAccount: OrderPayoutInput = order;

export const toThePlkk: OrderPayoutInput = {
  ...withoutAccount,
  payee: 'PLKK',
  facilityId: FACILITY_ID,
  componentCodes: ['JKK_MEDICAL_PLKK'],
};

export const EMPLOYER_ID = '7c1d2e3f-0a4b-5c6d-8e7f-901234567801';
export const EMPLOYER_ACCOUNT = { bank: 'BJB', number: '0001234567', holder: 'PT Contoh Garmen' };

/** What an employer advanced that went on paying the wage. */
export const toTheEmployer: OrderPayoutInput = {
  ...withoutAccount,
  payee: 'EMPLOYER',
  employerId: EMPLOYER_ID,
  componentCodes: ['JKK_STMB'],
};

export function ordered({ orderedOn, ...order }: OrderPayoutInput = toTheHeir): PayoutEvent {
  return { type: 'PayoutOrdered', data: { ...order, effectiveOn: orderedOn } };
}

/** The same, as it is read once the key of its person was destroyed. */
export function erased<Event extends PayoutEvent>(event: Event): Event {
  return { ...event, data: { ...event.data, person: ERASED } };
}

export function instructed(on: LocalDate, instructionNumber = 'INS-1'): PayoutEvent {
  return {
    type: 'PayoutInstructed',
    data: {
      payoutId: PAYOUT_ID,
      instructorId: TEST_ACTOR.id,
      instructedOn: on,
      instructionNumber,
      effectiveOn: on,
    },
  };
}

export function accepted(on: LocalDate, bankReference = 'BANK-1'): PayoutEvent {
  return {
    type: 'PayoutAccepted',
    data: { payoutId: PAYOUT_ID, bankReference, acceptedOn: on, effectiveOn: on },
  };
}

export function settled(on: LocalDate, bankReference = 'BANK-1'): PayoutEvent {
  return {
    type: 'PayoutSettled',
    data: {
      payoutId: PAYOUT_ID,
      bankReference,
      amountIdr: toTheHeir.amountIdr,
      settledOn: on,
      effectiveOn: on,
    },
  };
}

export function returned(on: LocalDate, bankReference = 'BANK-1'): PayoutEvent {
  return {
    type: 'PayoutReturned',
    data: {
      payoutId: PAYOUT_ID,
      bankReference,
      reason: 'ACCOUNT_CLOSED',
      returnedOn: on,
      effectiveOn: on,
    },
  };
}

/** It had arrived, and came back all the same. */
export function cameBack(on: LocalDate, recorderId = TEST_ACTOR.id): PayoutEvent {
  return {
    type: 'SettledPayoutReturned',
    data: {
      payoutId: PAYOUT_ID,
      from: 'BANK',
      reason: 'ACCOUNT_CLOSED',
      bankReference: 'BANK-R-1',
      amountIdr: toTheHeir.amountIdr,
      reference: 'BA/9/2026',
      recorderId,
      returnedOn: on,
      effectiveOn: on,
    },
  };
}

export function corrected(on: LocalDate, correctorId = TEST_ACTOR.id): PayoutEvent {
  return {
    type: 'PayoutAccountCorrected',
    data: {
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      correctorId,
      effectiveOn: on,
      person: { account: OTHER_ACCOUNT },
    },
  };
}

export function confirmed(on: LocalDate, confirmerId = 'user-2'): PayoutEvent {
  return { type: 'PayoutAccountConfirmed', data: { payoutId: PAYOUT_ID, confirmerId, effectiveOn: on } };
}

export function cancelled(on: LocalDate): PayoutEvent {
  return {
    type: 'PayoutCancelled',
    data: { payoutId: PAYOUT_ID, reason: 'SETTLED_BY_PAPERS', cancelledOn: on, effectiveOn: on },
  };
}
