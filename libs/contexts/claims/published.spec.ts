import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import type { ClaimHeld, ClaimResumed } from './domain/arrears.events.js';
import type { ClaimCancelled } from './domain/claim.events.js';
import type { ClaimApproved, ClaimDenied } from './domain/decision.events.js';
import type { ClaimCompleted, ClaimSubmitted } from './domain/handed-in.events.js';
import type { DifferenceApproved } from './domain/reassessment.events.js';
import { claimsContracts } from './published.js';

const claimId = '5f0c7f0e-1111-5000-8000-000000000001';
const participantId = '5f0c7f0e-2222-8000-8000-000000000001';
const facilityId = '5f0c7f0e-4444-5000-8000-000000000001';
const account = { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' };
const effectiveOn = localDate('2026-11-20');
const payBy = localDate('2026-12-01');

const submitted: ClaimSubmitted = {
  type: 'ClaimSubmitted',
  data: {
    claimId,
    participantId,
    programme: 'JKK',
    accidentId: '5f0c7f0e-3333-5000-8000-000000000001',
    eventDate: localDate('2026-10-01'),
    office: 'Bekasi Cikarang',
    submitterId: 'registrar-1',
    claimant: 'PARTICIPANT',
    documents: [{ kind: 'E_KTP' }],
    submittedOn: effectiveOn,
    effectiveOn,
    person: { claimantName: 'Sari Contoh', account, references: ['archive/ktp-sari'] },
  },
};

const completed: ClaimCompleted = {
  type: 'ClaimCompleted',
  data: { claimId, participantId, completedOn: effectiveOn, payBy, effectiveOn },
};

const held: ClaimHeld = {
  type: 'ClaimHeld',
  data: {
    claimId,
    participantId,
    assessorId: 'adjudicator-1',
    reason: 'PENDING_ARREARS',
    law: 'PP 44/2015',
    article: 'convention Q-1',
    detail: 'Contributions were in arrears on the day of the event.',
    arrears: [
      { period: period('2026-08'), amountIdr: rupiah(8_400), isPaid: true },
      { period: period('2026-09'), amountIdr: rupiah(8_400), isPaid: false },
    ],
    settleBy: localDate('2027-02-18'),
    heldSince: effectiveOn,
    effectiveOn,
  },
};

const resumed: ClaimResumed = {
  type: 'ClaimResumed',
  data: { claimId, participantId, resumedOn: localDate('2026-11-25'), payBy, effectiveOn },
};

const approved: ClaimApproved = {
  type: 'ClaimApproved',
  data: {
    claimId,
    participantId,
    programme: 'JKK',
    eventDate: localDate('2026-10-01'),
    approverId: 'supervisor-1',
    totalIdr: rupiah(20_500_000),
    payments: [
      { payee: 'PARTICIPANT', componentCodes: ['JKK_STMB', 'JKK_PARTIAL'], amountIdr: rupiah(2_000_000) },
      { payee: 'PLKK', facilityId, componentCodes: ['JKK_MEDICAL_PLKK'], amountIdr: rupiah(18_500_000) },
    ],
    entitledChildren: [],
    payBy,
    effectiveOn,
    person: { account },
  },
};

const denied: ClaimDenied = {
  type: 'ClaimDenied',
  data: {
    claimId,
    participantId,
    deciderId: 'supervisor-1',
    decision: 'REJECTED_INACTIVE',
    rule: 'membership-is-active',
    law: 'PP 44/2015',
    article: 'Art. 1',
    detail: 'Membership was not active on the day of the event.',
    effectiveOn,
  },
};

const cancelled: ClaimCancelled = {
  type: 'ClaimCancelled',
  data: { claimId, participantId, deciderId: 'supervisor-1', reason: 'NOBODY_CLAIMS_IT', effectiveOn },
};

const difference: DifferenceApproved = {
  type: 'DifferenceApproved',
  data: {
    claimId,
    participantId,
    programme: 'JKM',
    eventDate: localDate('2026-10-01'),
    approverId: 'supervisor-2',
    totalIdr: rupiah(42_000_000),
    differenceIdr: rupiah(32_000_000),
    payments: [{ payee: 'HEIR', componentCodes: ['JKM_DEATH'], amountIdr: rupiah(32_000_000) }],
    entitledChildren: [],
    payBy,
    effectiveOn,
    person: { account },
  },
};

describe('the contracts of claims', () => {
  it('tell of a difference apart what is owed back of the claim, and what is not due of payments before its end', () => {
    const less: DifferenceApproved = {
      ...difference,
      data: {
        ...difference.data,
        differenceIdr: rupiah(0),
        payments: [],
        paidTooMuch: [{ amountIdr: rupiah(500_000) }],
        interimTooMuch: [
          { employerId: participantId, amountIdr: rupiah(1_000_000) },
          { amountIdr: rupiah(250_000) },
        ],
      },
    };
    expect(publishedFrom(claimsContracts, less)).toMatchObject([
      { data: { paidTooMuchIdr: 500_000, interimTooMuchIdr: 1_250_000 } },
    ]);
    const [{ data } = { data: {} }] = publishedFrom(claimsContracts, difference);
    expect(data).not.toHaveProperty('interimTooMuchIdr');
  });

  it('say nothing of the claimant, the account, the documents or the health of anyone', () => {
    expectNothingPersonal(claimsContracts, [
      submitted,
      completed,
      held,
      resumed,
      difference,
      approved,
      denied,
      cancelled,
    ]);
  });

  it('tell that a claim was handed in, and where', () => {
    expect(publishedFrom(claimsContracts, submitted)).toEqual([
      {
        type: 'lindung.claims.claim-submitted.v1',
        data: {
          claimId,
          participantId,
          programme: 'JKK',
          office: 'Bekasi Cikarang',
          claimant: 'PARTICIPANT',
          submittedOn: '2026-11-20',
          eventOn: '2026-10-01',
          accidentId: '5f0c7f0e-3333-5000-8000-000000000001',
        },
      },
    ]);
  });

  it('tell until when a complete claim must be paid', () => {
    expect(publishedFrom(claimsContracts, completed)).toEqual([
      {
        type: 'lindung.claims.claim-completed.v1',
        data: { claimId, participantId, completedOn: '2026-11-20', payBy: '2026-12-01' },
      },
    ]);
  });

  it('give notice of the arrears that a held claim waits for, and tell when it goes on', () => {
    expect(publishedFrom(claimsContracts, held)).toEqual([
      {
        type: 'lindung.claims.claim-held.v1',
        data: {
          claimId,
          participantId,
          arrears: [
            { period: '2026-08', amountIdr: 8_400, isPaid: true },
            { period: '2026-09', amountIdr: 8_400, isPaid: false },
          ],
          unpaidIdr: 8_400,
          settleBy: '2027-02-18',
          heldSince: '2026-11-20',
          heldOn: '2026-11-20',
        },
      },
    ]);
    expect(publishedFrom(claimsContracts, resumed)).toEqual([
      {
        type: 'lindung.claims.claim-resumed.v1',
        data: { claimId, participantId, resumedOn: '2026-11-25', payBy: '2026-12-01' },
      },
    ]);
  });

  it('tell what an approved claim pays to whom, without the codes of its components', () => {
    const said = publishedFrom(claimsContracts, approved);
    expect(said).toEqual([
      {
        type: 'lindung.claims.claim-approved.v1',
        data: {
          claimId,
          participantId,
          programme: 'JKK',
          totalIdr: 20_500_000,
          payments: [
            { payee: 'PARTICIPANT', amountIdr: 2_000_000, money: [{ kind: 'CASH', amountIdr: 2_000_000 }] },
            {
              payee: 'PLKK',
              facilityId,
              amountIdr: 18_500_000,
              money: [{ kind: 'CARE', amountIdr: 18_500_000 }],
            },
          ],
          eventOn: '2026-10-01',
          approvedOn: '2026-11-20',
          payBy: '2026-12-01',
        },
      },
    ]);
    expect(JSON.stringify(said)).not.toContain('PARTIAL');
  });

  it('tell what is paid beside what had been approved', () => {
    expect(publishedFrom(claimsContracts, difference)).toEqual([
      {
        type: 'lindung.claims.difference-approved.v1',
        data: {
          claimId,
          participantId,
          programme: 'JKM',
          totalIdr: 42_000_000,
          differenceIdr: 32_000_000,
          payments: [
            { payee: 'HEIR', amountIdr: 32_000_000, money: [{ kind: 'CASH', amountIdr: 32_000_000 }] },
          ],
          approvedOn: '2026-11-20',
          payBy: '2026-12-01',
        },
      },
    ]);
  });

  it('tell that a claim was given up', () => {
    expect(publishedFrom(claimsContracts, cancelled)).toEqual([
      {
        type: 'lindung.claims.claim-cancelled.v1',
        data: { claimId, participantId, reason: 'NOBODY_CLAIMS_IT', cancelledOn: '2026-11-20' },
      },
      {
        type: 'lindung.claims.claim-cancelled.v2',
        data: { claimId, participantId, reason: 'NOBODY_CLAIMS_IT', cancelledOn: '2026-11-20' },
      },
    ]);
  });

  it('tell the law behind a denial', () => {
    expect(publishedFrom(claimsContracts, denied)).toEqual([
      {
        type: 'lindung.claims.claim-denied.v1',
        data: {
          claimId,
          participantId,
          decision: 'REJECTED_INACTIVE',
          law: 'PP 44/2015',
          article: 'Art. 1',
          deniedOn: '2026-11-20',
        },
      },
    ]);
  });
});
