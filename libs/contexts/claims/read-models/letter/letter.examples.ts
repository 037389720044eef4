import { type DomainEvent, event, localDate, period, rupiah } from '#kernel';
import { on } from '#testing';
import { ACCIDENT, CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT, PLKK } from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import {
  APPROVED,
  CALCULATED,
  TO_CLAIMANT,
  TO_PLKK,
  ordered,
  settled,
  today,
} from '../claim/claim.examples.js';

/** Who the letters of the specs are about, before anything happened. */
export const KNOWN = [
  on(
    `participant-${PARTICIPANT}`,
    event('ParticipantRegistered', { participantId: PARTICIPANT, person: { name: 'Sari Contoh' } }),
  ),
  on(`facility-${PLKK}`, event('FacilityRegistered', { facilityId: PLKK, name: 'RS Contoh' })),
];

export const claim = (...events: readonly DomainEvent[]) => on(`claim-${CLAIM}`, JKK_SUBMITTED, ...events);

const by = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };

const ARREARS = [
  { period: period('2026-06'), amountIdr: rupiah(16_800), isPaid: false },
  { period: period('2026-07'), amountIdr: rupiah(16_801), isPaid: false },
];

/** With a deduction, a facility and a claimant who are paid, and what the employer owes itself. */
export const GRANTED: ClaimEvent = {
  ...APPROVED,
  data: {
    ...APPROVED.data,
    deduction: { amountIdr: rupiah(33_601), law: 'KUHPer', article: 'Art. 1425', arrears: ARREARS },
    owedByEmployer: [
      {
        employerId: '5f0c7f0e-7777-5000-8000-000000000001',
        code: 'JKK_STMB',
        amountIdr: rupiah(777_001),
        ground: 'WAGE_SHORTFALL',
        reimbursable: false,
        law: 'PP 44/2015',
        article: 'Art. 26',
      },
    ],
    payments: [
      {
        payee: 'PARTICIPANT',
        componentCodes: ['JKK_STMB'],
        amountIdr: rupiah(1_966_399),
        benefitIdr: rupiah(2_000_000),
        deductedIdr: rupiah(33_601),
      },
      {
        payee: 'PLKK',
        facilityId: PLKK,
        componentCodes: ['JKK_MEDICAL_PLKK'],
        amountIdr: rupiah(18_500_000),
      },
    ],
    entitledChildren: [{ childId: 'child-1', asOf: today }],
  },
} as ClaimEvent;

export const MISSING: ClaimEvent = {
  type: 'DocumentsRequested',
  data: { ...by, missing: ['KK3', 'ACCOUNT_BOOK'] },
};

export const DOUBTED: ClaimEvent = {
  type: 'DocumentRefused',
  data: { ...by, refuserId: 'adjudicator', kind: 'KK3', fault: 'NOT_GENUINE' },
};

export const HELD: ClaimEvent = {
  type: 'ClaimHeld',
  data: {
    ...by,
    assessorId: 'assessor',
    reason: 'PENDING_ARREARS',
    law: 'PP 44/2015',
    article: 'Art. 30',
    detail: 'arrears',
    arrears: ARREARS,
    settleBy: localDate('2027-02-18'),
  },
};

const BY_LAW = {
  decision: 'REJECTED_INACTIVE',
  rule: 'membership-is-active',
  law: 'PP 44/2015',
  article: 'Art. 1',
  detail: 'Membership was not active on the day of the event.',
};

export const DENIED: ClaimEvent = {
  type: 'ClaimDenied',
  data: { ...by, deciderId: 'supervisor', ...BY_LAW },
};

export const DIFFERENCE: readonly ClaimEvent[] = [
  {
    type: 'BenefitReassessed',
    data: {
      ...by,
      assessorId: 'assessor',
      ruleSetVersion: 'any',
      components: [
        {
          code: 'JKK_STMB',
          amountIdr: rupiah(2_500_003),
          law: 'PP 82/2019',
          article: 'Annex III',
          payee: 'PARTICIPANT',
        },
      ],
      totalIdr: rupiah(2_500_003),
      approvedIdr: rupiah(2_000_000),
      differenceIdr: rupiah(500_003),
      entitledChildren: [],
      health: { inputs: {}, arithmetic: [{ code: 'JKK_STMB', arithmetic: '75/30 × 1,000,001 = 2,500,003' }] },
    },
  },
  {
    type: 'DifferenceApproved',
    data: {
      ...by,
      programme: 'JKK',
      eventDate: localDate('2026-08-20'),
      approverId: 'supervisor',
      totalIdr: rupiah(2_500_003),
      differenceIdr: rupiah(500_003),
      payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: rupiah(500_003) }],
      entitledChildren: [],
      payBy: localDate('2026-12-01'),
      person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
    },
  },
];

/** A month that has passed while she is still treated. */
export const INTERIM: readonly ClaimEvent[] = [
  { ...CALCULATED, type: 'InterimCalculated' } as unknown as ClaimEvent,
  {
    type: 'InterimApproved',
    data: {
      ...by,
      programme: 'JKK',
      approverId: 'supervisor',
      totalIdr: rupiah(1_500_000),
      payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: rupiah(1_500_000) }],
      payBy: localDate('2026-12-01'),
      authority: { level: 2, upToIdr: rupiah(100_000_000) },
      person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' } },
    },
  },
];

export const DECIDED = [COMPLETED, CALCULATED, GRANTED];

export const PAID = [
  on(
    `payout-${TO_CLAIMANT}`,
    ordered(TO_CLAIMANT, 'PARTICIPANT', 1_966_399),
    settled(TO_CLAIMANT, 1_966_399),
  ),
  on(`payout-${TO_PLKK}`, ordered(TO_PLKK, 'PLKK', 18_500_000), settled(TO_PLKK, 18_500_000)),
];

export const GUARANTEED = on(
  `accident-${ACCIDENT}`,
  event('AccidentNotified', {
    accidentId: ACCIDENT,
    participantId: PARTICIPANT,
    occurredOn: localDate('2026-08-20'),
    effectiveOn: today,
  }),
  event('GuaranteeLetterIssued', {
    accidentId: ACCIDENT,
    participantId: PARTICIPANT,
    facilityId: PLKK,
    guaranteeNumber: 'JMN/2026/7',
    basis: 'SUSPECTED_CASE',
    effectiveOn: today,
  }),
);

const OBJECTED: ClaimEvent = {
  type: 'ObjectionRaised',
  data: {
    ...by,
    recorderId: 'counter',
    decidedOn: localDate('2026-11-13'),
    answerBy: localDate('2026-11-27'),
    person: { words: 'The month was paid', evidence: 'map 8' },
  },
};

/** Whoever claims did not accept it, and got an answer. */
export const ANSWERED = (answer: 'GRANTED' | 'REJECTED'): readonly ClaimEvent[] => [
  OBJECTED,
  {
    type: 'ObjectionAnswered',
    data: { ...by, deciderId: 'somebody else', answer, person: { reason: 'Bulan itu memang belum dibayar' } },
  },
];
