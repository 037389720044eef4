import { type EventOf, type LocalDate, localDate, rupiah } from '#kernel';
import type { Level } from '#law';
import type { GrantScholarshipInput } from './grant-scholarship.js';
import type { EndReason, ScholarshipEvent } from './scholarship.events.js';

/** For specs: a child in the last year of SMA whose parent died on 1 February 2025. */
export const SCHOLARSHIP_ID = '0d9c8b7a-6f5e-5d4c-8b3a-291807f6e5d4';
export const CLAIM_ID = '4a5b6c7d-8e9f-4a0b-9c1d-2e3f4a5b6c7d';
export const PARTICIPANT_ID = '9d0b6a3e-1f6c-8d2a-8a7e-2b5f0c9d4e11';
export const CHILD_ID = '7e6d5c4b-3a29-5180-9f7e-6d5c4b3a2918';
export const EVENT_DATE = localDate('2025-02-01');
export const GRANTED_ON = localDate('2025-03-10');
export const SUBMITTED_ON = localDate('2025-08-20');
export const BORN_2007 = localDate('2007-05-04');
export const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Wali Contoh' };

/** Subject of the token of the registrar who takes evidence; the specs' adjudicator is somebody else. */
export const REGISTRAR = 'registrar-7';

export const lastYearOfSma: GrantScholarshipInput = {
  scholarshipId: SCHOLARSHIP_ID,
  claimId: CLAIM_ID,
  participantId: PARTICIPANT_ID,
  childId: CHILD_ID,
  place: 1,
  eventDate: EVENT_DATE,
  school: { level: 'SMA', yearInLevel: 3 },
  asOf: localDate('2024-11-05'),
  grantedOn: GRANTED_ON,
};

export function granted(eventDate: LocalDate = EVENT_DATE): ScholarshipEvent {
  const { grantedOn, ...grant } = lastYearOfSma;
  return {
    type: 'ScholarshipGranted',
    data: {
      ...grant,
      eventDate,
      remainingYears: { TK: 0, SD: 0, SMP: 0, SMA: 1, PT: 5 },
      projected: [],
      projectedMaximumIdr: rupiah(63_000_000),
      ruleSetVersion: '2025-02-01/1',
      effectiveOn: grantedOn,
    },
  };
}

export type Evidenced = EventOf<ScholarshipEvent, 'ScholarshipEvidenceSubmitted'>['data'];

export function evidenceOf(change: Partial<Evidenced> = {}): Evidenced {
  return {
    scholarshipId: SCHOLARSHIP_ID,
    participantId: PARTICIPANT_ID,
    year: 2025,
    level: 'SMA',
    yearInLevel: 3,
    married: false,
    working: false,
    evidence: [{ kind: 'SCHOOL_LETTER' }, { kind: 'REPORT_CARD' }],
    submittedBy: REGISTRAR,
    payee: 'GUARDIAN',
    effectiveOn: SUBMITTED_ON,
    person: { birthDate: BORN_2007, account: ACCOUNT, references: ['SK-12/SMA/2025', 'RPT-2025-1'] },
    ...change,
  };
}

export function evidenced(change: Partial<Evidenced> = {}): ScholarshipEvent {
  return { type: 'ScholarshipEvidenceSubmitted', data: evidenceOf(change) };
}

export function approved(year: number, level: Level = 'SMA', yearInLevel = 3): ScholarshipEvent {
  return {
    type: 'ScholarshipYearApproved',
    data: {
      scholarshipId: SCHOLARSHIP_ID,
      participantId: PARTICIPANT_ID,
      year,
      level,
      yearInLevel,
      components: [],
      amountIdr: rupiah(3_000_000),
      ruleSetVersion: '2025-02-01/1',
      approverId: 'user-1',
      payee: 'GUARDIAN',
      effectiveOn: SUBMITTED_ON,
      person: { account: ACCOUNT },
    },
  };
}

export function denied(year: number, decision = 'REJECTED_NO_EVIDENCE'): ScholarshipEvent {
  return {
    type: 'ScholarshipYearDenied',
    data: {
      scholarshipId: SCHOLARSHIP_ID,
      participantId: PARTICIPANT_ID,
      year,
      decision,
      rule: 'schooling-is-evident',
      law: 'PP 44/2015 jo. PP 82/2019',
      article: 'Annex III',
      detail: 'There is no evidence of schooling for this year.',
      deciderId: 'user-1',
      effectiveOn: SUBMITTED_ON,
    },
  };
}

export function ended(reason: EndReason, on: LocalDate, enderId?: string): ScholarshipEvent {
  return {
    type: 'ScholarshipEnded',
    data: {
      scholarshipId: SCHOLARSHIP_ID,
      participantId: PARTICIPANT_ID,
      reason,
      ...(enderId && { enderId }),
      effectiveOn: on,
    },
  };
}

export function resumed(on: LocalDate, resumerId = 'supervisor-2'): ScholarshipEvent {
  return {
    type: 'ScholarshipResumed',
    data: {
      scholarshipId: SCHOLARSHIP_ID,
      participantId: PARTICIPANT_ID,
      reason: 'ENDED_BY_MISTAKE',
      reference: 'BA/14/2026',
      resumerId,
      effectiveOn: on,
    },
  };
}
