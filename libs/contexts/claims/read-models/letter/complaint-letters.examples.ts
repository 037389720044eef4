import { type DomainEvent, event, localDate } from '#kernel';
import { on } from '#testing';
import { PARTICIPANT } from '../../domain/claim.examples.js';

const COMPLAINT = '6a0c7f0e-1111-5000-8000-000000000001';
const HER_CLAIM = '6a0c7f0e-3333-5000-8000-000000000001';

const of = { complaintId: COMPLAINT, participantId: PARTICIPANT };

/** An invented complaint about a claim: answered, looked at again, answered, mediated. */
export const RECEIVED = event('ComplaintReceived', {
  ...of,
  subject: 'CLAIM',
  subjectId: HER_CLAIM,
  topic: 'DELAY',
  complainant: 'PARTICIPANT',
  office: 'BEKASI',
  recorderId: 'registrar-1',
  answerBy: localDate('2026-11-27'),
  effectiveOn: localDate('2026-11-20'),
  person: { words: 'Uang belum datang sejak Maret' },
});

export const ANSWERED = event('ComplaintAnswered', {
  ...of,
  answererId: 'supervisor-1',
  answer: 'EXPLAINED',
  replyBy: localDate('2026-12-07'),
  effectiveOn: localDate('2026-11-23'),
  person: { words: 'Rekening ditolak bank' },
});

export const ESCALATED = event('ComplaintEscalated', {
  ...of,
  escalatorId: 'registrar-1',
  answerBy: localDate('2026-12-02'),
  effectiveOn: localDate('2026-11-25'),
  person: { words: 'Rekening itu benar' },
});

export const INVITED = event('MediationBegun', {
  ...of,
  mediatorId: 'head-1',
  endBy: localDate('2027-01-15'),
  effectiveOn: localDate('2026-12-01'),
});

export const ENDED = event('MediationEnded', {
  ...of,
  mediatorId: 'head-1',
  result: 'AGREED',
  claimId: HER_CLAIM,
  effectiveOn: localDate('2026-12-10'),
  person: { words: 'Dibayar ke rekening suami', minutes: 'BA/12/2026' },
});

export const complaint = (...events: readonly DomainEvent[]) => on(`complaint-${COMPLAINT}`, ...events);
