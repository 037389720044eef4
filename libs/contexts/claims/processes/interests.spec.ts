import { describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { interestDeclared, today } from '../domain/claim-by-people.examples.js';
import { ACCIDENT, CLAIM } from '../domain/claim.examples.js';
import { jkmClaimId } from '../programmes/claim-ids.js';
import { interests } from './interests.js';

const RECORDED = { id: 'event-id', recordedAt: instant('2026-11-20T03:00:00Z') };

describe('the process interests', () => {
  it('tells the accident who has an interest in its claim, and since when', () => {
    expect(interests.on.InterestDeclared?.({ ...RECORDED, ...interestDeclared(ACCIDENT) })).toEqual([
      {
        key: ACCIDENT,
        command: 'NoteInterest',
        input: { accidentId: ACCIDENT, claimId: CLAIM, declarerId: 'niece', declaredOn: today },
      },
    ]);
  });

  it('tells nobody where the claim has to do with no accident', () => {
    expect(interests.on.InterestDeclared?.({ ...RECORDED, ...interestDeclared() })).toEqual([]);
  });

  it('has it said again of the accident that the death of a claim is traced to', () => {
    const participantId = 'participant-1';
    const data = { participantId, accidentId: ACCIDENT, nthDeath: 2, effectiveOn: today };
    expect(interests.on.DeathTraced?.({ ...RECORDED, type: 'DeathTraced', data })).toEqual([
      {
        key: jkmClaimId(participantId, 2),
        command: 'RepeatInterests',
        input: { claimId: jkmClaimId(participantId, 2), accidentId: ACCIDENT },
      },
    ]);
  });
});
