import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate } from '#kernel';
import type { MediationEnded } from '../domain/complaint.events.js';
import { agreements } from './agreements.js';

const complaintId = '5c0c7f0e-1111-5000-8000-000000000001';
const claimId = '5c0c7f0e-2222-5000-8000-000000000001';

const ended = (about: Pick<MediationEnded['data'], 'claimId'>): Caused<MediationEnded> => ({
  type: 'MediationEnded',
  id: 'event-id',
  recordedAt: instant('2026-12-20T03:00:00Z'),
  data: {
    complaintId,
    participantId: '5c0c7f0e-3333-8000-8000-000000000001',
    mediatorId: 'mediator',
    result: 'AGREED',
    effectiveOn: localDate('2026-12-20'),
    ...about,
  },
});

describe('What both sides of a complaint have agreed', () => {
  it('opens the claim again that it is about, and says which complaint it was', () => {
    expect(agreements.on.MediationEnded?.(ended({ claimId }))).toEqual([
      { key: claimId, command: 'OpenAgain', input: { claimId, ground: 'AGREEMENT', saidId: complaintId } },
    ]);
  });

  it('opens nothing where it is about no claim', () => {
    expect(agreements.on.MediationEnded?.(ended({}))).toEqual([]);
  });
});
