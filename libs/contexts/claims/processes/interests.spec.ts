import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate } from '#kernel';
import { ACCIDENT, CLAIM, PARTICIPANT } from '../domain/claim.examples.js';
import type { InterestDeclared } from '../domain/claim-by-people.events.js';
import { interests } from './interests.js';

const declared = (accidentId?: string): Caused<InterestDeclared> => ({
  id: 'event-id',
  recordedAt: instant('2026-11-21T03:00:00Z'),
  type: 'InterestDeclared',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    ...(accidentId && { accidentId }),
    declarerId: 'niece',
    interest: 'RELATIVE',
    effectiveOn: localDate('2026-11-21'),
  },
});

describe('the process interests', () => {
  it('tells the accident who has an interest in its claim, and since when', () => {
    expect(interests.on.InterestDeclared?.(declared(ACCIDENT))).toEqual([
      {
        key: ACCIDENT,
        command: 'NoteInterest',
        input: { accidentId: ACCIDENT, claimId: CLAIM, declarerId: 'niece', declaredOn: '2026-11-21' },
      },
    ]);
  });

  it('tells nobody where the claim has to do with no accident', () => {
    expect(interests.on.InterestDeclared?.(declared())).toEqual([]);
  });
});
