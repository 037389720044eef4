import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import type {
  ScholarshipEnded,
  ScholarshipGranted,
  ScholarshipResumed,
  ScholarshipYearApproved,
} from './domain/scholarship.events.js';
import { scholarshipsContracts } from './published.js';

const scholarshipId = '7a0c7f0e-1111-5000-8000-000000000001';
const claimId = '5f0c7f0e-1111-5000-8000-000000000001';
const participantId = '5f0c7f0e-2222-8000-8000-000000000001';
const effectiveOn = localDate('2026-11-20');

const granted: ScholarshipGranted = {
  type: 'ScholarshipGranted',
  data: {
    scholarshipId,
    claimId,
    participantId,
    childId: '5f0c7f0e-5555-5000-8000-000000000001',
    eventDate: localDate('2026-10-20'),
    place: 1,
    school: { level: 'SMA', yearInLevel: 3 },
    asOf: effectiveOn,
    remainingYears: { TK: 0, SD: 0, SMP: 0, SMA: 1, PT: 5 },
    projected: [],
    projectedMaximumIdr: rupiah(63_000_000),
    ruleSetVersion: '2026',
    effectiveOn,
  },
};

const yearApproved: ScholarshipYearApproved = {
  type: 'ScholarshipYearApproved',
  data: {
    scholarshipId,
    participantId,
    year: 2026,
    level: 'SMA',
    yearInLevel: 3,
    components: [],
    amountIdr: rupiah(3_000_000),
    ruleSetVersion: '2026',
    approverId: 'supervisor-1',
    payee: 'GUARDIAN',
    effectiveOn,
    person: { account: { bank: 'Bank Contoh', number: '0000011111', holder: 'Wali Contoh' } },
  },
};

const ended: ScholarshipEnded = {
  type: 'ScholarshipEnded',
  data: { scholarshipId, participantId, reason: 'AGE_23', effectiveOn },
};

const resumed: ScholarshipResumed = {
  type: 'ScholarshipResumed',
  data: {
    scholarshipId,
    participantId,
    reason: 'ENDED_BY_MISTAKE',
    reference: 'BA/14/2026',
    resumerId: 'supervisor-2',
    effectiveOn,
  },
};

describe('the contracts of scholarships', () => {
  it('say nothing of the child, its school or an account', () => {
    expectNothingPersonal(scholarshipsContracts, [granted, yearApproved, ended, resumed]);
  });

  it('keep what may be paid one day apart from what is paid', () => {
    expect([granted, yearApproved].flatMap((event) => publishedFrom(scholarshipsContracts, event))).toEqual([
      {
        type: 'lindung.scholarships.scholarship-granted.v1',
        data: {
          scholarshipId,
          claimId,
          participantId,
          projectedMaximumIdr: 63_000_000,
          grantedOn: '2026-11-20',
        },
      },
      {
        type: 'lindung.scholarships.year-approved.v1',
        data: { scholarshipId, participantId, year: 2026, amountIdr: 3_000_000, approvedOn: '2026-11-20' },
      },
    ]);
  });

  it('tell why the right ended', () => {
    expect(publishedFrom(scholarshipsContracts, ended)).toEqual([
      {
        type: 'lindung.scholarships.scholarship-ended.v1',
        data: { scholarshipId, participantId, reason: 'AGE_23', endedOn: '2026-11-20' },
      },
      {
        type: 'lindung.scholarships.scholarship-ended.v2',
        data: { scholarshipId, participantId, reason: 'AGE_23', endedOn: '2026-11-20' },
      },
      {
        type: 'lindung.scholarships.scholarship-ended.v3',
        data: { scholarshipId, participantId, reason: 'AGE_23', endedOn: '2026-11-20' },
      },
    ]);
  });

  it('tell that it goes on', () => {
    expect(publishedFrom(scholarshipsContracts, resumed)).toEqual([
      {
        type: 'lindung.scholarships.scholarship-resumed.v1',
        data: { scholarshipId, participantId, reason: 'ENDED_BY_MISTAKE', resumedOn: '2026-11-20' },
      },
    ]);
  });

  it('name a reason that an earlier version does not know as one after which nothing follows', () => {
    const revoked = { ...ended, data: { ...ended.data, reason: 'EVENT_REVOKED' as const } };
    expect(publishedFrom(scholarshipsContracts, revoked).map(({ data }) => data)).toMatchObject([
      { reason: 'LEVELS_DONE' },
      { reason: 'EVENT_REVOKED' },
      { reason: 'EVENT_REVOKED' },
    ]);
    const noLonger = { ...ended, data: { ...ended.data, reason: 'NO_LONGER_ENTITLED' as const } };
    expect(publishedFrom(scholarshipsContracts, noLonger).map(({ data }) => data)).toMatchObject([
      { reason: 'LEVELS_DONE' },
      { reason: 'LEVELS_DONE' },
      { reason: 'NO_LONGER_ENTITLED' },
    ]);
  });
});
