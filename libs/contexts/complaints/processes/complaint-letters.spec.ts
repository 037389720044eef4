import { describe, expect, it } from '@jest/globals';
import { letterIdOf } from '#contexts/claims/facts';
import { COMPLAINT, SITI } from '../domain/complaint.examples.js';
import { complaintLetters } from './complaint-letters.js';

const STEPS = {
  ComplaintReceived: 'COMPLAINT_RECEIPT',
  ComplaintAnswered: 'COMPLAINT_ANSWER',
  ComplaintEscalated: 'COMPLAINT_ESCALATED',
  MediationBegun: 'MEDIATION_INVITATION',
  MediationEnded: 'MEDIATION_RECORD',
} as const;

describe('Whoever complains', () => {
  it.each(Object.entries(STEPS))('is told of the letter of %s, once', (type, subject) => {
    const told = complaintLetters.on[type as keyof typeof STEPS];
    const caused = {
      id: 'event-1',
      type,
      data: { complaintId: COMPLAINT, participantId: SITI, effectiveOn: '2026-11-20' },
    };
    const [command] = told!(caused as never) ?? [];
    expect(command).toMatchObject({
      key: COMPLAINT,
      command: 'NoteNotice',
      input: { participantId: SITI, letterId: letterIdOf('event-1'), subject, dueOn: '2026-11-20' },
    });
    expect(told!(caused as never)).toEqual([command]);
    expect(command?.input).not.toHaveProperty('claimId');
  });
});
