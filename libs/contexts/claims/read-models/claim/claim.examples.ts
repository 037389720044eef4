import { type DomainEvent, event, localDate, rupiah } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { CLAIM, PARTICIPANT, PLKK, calculated } from '../../domain/claim.examples.js';
import type { ClaimComponent, ClaimEvent } from '../../domain/claim.events.js';

/** What the specs of this read model share. */
export const STREAM = `claim-${CLAIM}`;
export const TO_CLAIMANT = '5f0c7f0e-6666-5000-8000-000000000001';
export const TO_PLKK = '5f0c7f0e-6666-5000-8000-000000000002';
export const today = localDate('2026-11-20');

const components: readonly ClaimComponent[] = [
  {
    code: 'JKK_MEDICAL_PLKK',
    amountIdr: rupiah(18_500_000),
    law: 'PP 82/2019',
    article: 'Annex III',
    payee: 'PLKK',
  },
  {
    code: 'JKK_STMB',
    amountIdr: rupiah(2_000_000),
    law: 'PP 82/2019',
    article: 'Annex III',
    payee: 'PARTICIPANT',
  },
];
export const CALCULATED = calculated({
  components,
  totalIdr: rupiah(20_500_000),
  health: {
    inputs: {},
    arithmetic: [
      { code: 'JKK_MEDICAL_PLKK', arithmetic: '18,500,000' },
      { code: 'JKK_STMB', arithmetic: '60/30 × 1,000,000 = 2,000,000' },
    ],
  },
});
export const APPROVED: ClaimEvent = {
  type: 'ClaimApproved',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    programme: 'JKK',
    eventDate: localDate('2026-08-20'),
    approverId: 'supervisor',
    totalIdr: rupiah(20_500_000),
    payments: [],
    entitledChildren: [],
    payBy: localDate('2026-12-01'),
    effectiveOn: today,
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
  },
};

export const ordered = (
  payoutId: string,
  payee: string,
  amount: number,
  kind: 'CLAIM' | 'SCHOLARSHIP_YEAR' = 'CLAIM',
): PayoutEvent => ({
  type: 'PayoutOrdered',
  data: {
    payoutId,
    participantId: PARTICIPANT,
    source: { kind, id: CLAIM, eventId: STREAM },
    payee,
    facilityId: payee === 'PLKK' ? PLKK : undefined,
    componentCodes: [],
    amountIdr: rupiah(amount),
    effectiveOn: today,
  },
});
export const settled = (payoutId: string, amount: number): PayoutEvent => ({
  type: 'PayoutSettled',
  data: { payoutId, bankReference: 'TRX-1', amountIdr: rupiah(amount), settledOn: today, effectiveOn: today },
});
export const partBack = (payoutId: string, amount: number): PayoutEvent => ({
  type: 'PayoutPartReturned',
  data: {
    payoutId,
    participantId: PARTICIPANT,
    source: { kind: 'CLAIM', id: CLAIM, eventId: STREAM },
    from: 'PAYEE',
    bankReference: 'TRX-2',
    amountIdr: rupiah(amount),
    reference: 'BA/2/2026',
    recorderId: 'finance-1',
    returnedOn: today,
    effectiveOn: today,
  },
});
export const returned = (payoutId: string): PayoutEvent => ({
  type: 'PayoutReturned',
  data: { payoutId, bankReference: 'TRX-1', reason: 'NAME_MISMATCH', returnedOn: today, effectiveOn: today },
});

export const instructed = (payoutId: string): PayoutEvent => ({
  type: 'PayoutInstructed',
  data: {
    payoutId,
    instructorId: 'finance-1',
    instructedOn: today,
    instructionNumber: 'INS-1',
    effectiveOn: today,
  },
});
export const accepted = (payoutId: string): PayoutEvent => ({
  type: 'PayoutAccepted',
  data: { payoutId, bankReference: 'TRX-1', acceptedOn: today, effectiveOn: today },
});
export const corrected = (payoutId: string): PayoutEvent => ({
  type: 'PayoutAccountCorrected',
  data: {
    payoutId,
    participantId: PARTICIPANT,
    correctorId: 'finance-1',
    effectiveOn: today,
    person: { account: { bank: 'Bank Contoh', number: '0000022222', holder: 'Sari Contoh' } },
  },
});

/** What an accident goes through. Its events say nothing here but when they took effect. */
export const ACCIDENT_STORY: readonly DomainEvent[] = [
  'AccidentNotified',
  'StageOneReported',
  'PlkkReferralIssued',
  'GuaranteeLetterIssued',
  'CareProvided',
  'AccidentEvidenceReceived',
  'AccidentConcluded',
  'DoctorStatementIssued',
  'StageTwoReported',
  'BillingClosed',
].map((type) => event(type, { effectiveOn: today }));
export const confirmed = (payoutId: string): PayoutEvent => ({
  type: 'PayoutAccountConfirmed',
  data: { payoutId, confirmerId: 'finance-2', effectiveOn: today },
});
export const cancelled = (payoutId: string): PayoutEvent => ({
  type: 'PayoutCancelled',
  data: { payoutId, reason: 'SETTLED_BY_PAPERS', cancelledOn: today, effectiveOn: today },
});
