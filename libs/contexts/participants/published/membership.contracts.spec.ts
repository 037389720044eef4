import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { publishedFrom } from '#testing';
import { LEAVING_REASONS, type LeavingReason, type WorkerLeft } from '../domain/membership.events.js';
import { participantsContracts } from '../published.js';

const left = (reason: LeavingReason): WorkerLeft => ({
  type: 'WorkerLeft',
  data: {
    membershipId: '9f2b6a10-0000-4000-8000-000000000003',
    participantId: '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01',
    employerId: '7c1d2e3f-0a4b-5c6d-8e7f-901234567801',
    reason,
    backDatedBy: 'clerk-7',
    effectiveOn: localDate('2026-11-05'),
  },
});

describe('the contracts of memberships', () => {
  it.each(LEAVING_REASONS)('tell of %s, and of nobody that they are disabled', (reason) => {
    const [told] = publishedFrom(participantsContracts, left(reason));
    expect(told?.data).toMatchObject({
      reason: reason === 'TOTAL_PERMANENT' ? 'OTHER' : reason,
      leftOn: '2026-11-05',
    });
  });

  it('tell that a last day waits for a second person, and not whom it came from', () => {
    const [told] = publishedFrom(participantsContracts, left('RESIGNED'));
    expect(told?.data).toMatchObject({ toBeConfirmed: true });
    expect(JSON.stringify(told)).not.toContain('clerk-7');
  });
});
