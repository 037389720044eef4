import { describe, expect, it } from '@jest/globals';
import { type Caused, ERASED, instant, localDate, rupiah } from '#kernel';
import type { ParticipantCorrected } from '#contexts/participants/facts';
import { CAUSE, CLAIM, SITI } from '../domain/review.examples.js';
import { lateFacts } from './late-facts.js';

const recorded = { id: CAUSE, recordedAt: instant('2026-11-20T02:00:00Z') };
const effectiveOn = localDate('2026-11-20');
const OTHER = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a02';

const corrected = (
  subjects: ParticipantCorrected['data']['subjects'],
  confirmerId?: string,
): Caused<ParticipantCorrected> => ({
  ...recorded,
  type: 'ParticipantCorrected',
  data: {
    participantId: SITI,
    correctionId: '55555555-5555-5555-8555-555555555555',
    subjects,
    warnings: [],
    evidence: 'BIRTH_CERTIFICATE',
    requesterId: 'registrar-1',
    ...(confirmerId && { confirmerId }),
    effectiveOn,
    person: ERASED,
  },
});

describe('the process late-facts', () => {
  it('lists a claim once it was calculated', () => {
    const calculated = {
      claimId: CLAIM,
      participantId: SITI,
      assessorId: 'user-1',
      ruleSetVersion: 'spec',
      components: [],
      totalIdr: rupiah(0),
      entitledChildren: [],
      effectiveOn,
      health: ERASED,
    };
    expect(
      lateFacts.on.BenefitCalculated?.({ ...recorded, type: 'BenefitCalculated', data: calculated }),
    ).toEqual([
      {
        key: CLAIM,
        command: 'ListBenefit',
        input: { participantId: SITI, benefit: { kind: 'CLAIM', id: CLAIM } },
      },
    ]);
  });

  it('opens reviews when something was corrected on which claims may rest, and says who did', () => {
    expect(lateFacts.on.ParticipantCorrected?.(corrected(['NAME', 'BIRTH_DATE'], 'supervisor-1'))).toEqual([
      {
        key: SITI,
        command: 'OpenReviews',
        input: {
          participantId: SITI,
          facts: ['BIRTH_DATE'],
          causeId: CAUSE,
          correctedBy: ['registrar-1', 'supervisor-1'],
        },
      },
    ]);
  });

  it('passes over what changes no claim', () => {
    expect(lateFacts.on.ParticipantCorrected?.(corrected(['NAME', 'PHONE', 'DISTRICT']))).toEqual([]);
  });

  it('lists a merger, and opens reviews of what was decided of either; a split likewise', () => {
    const decided = {
      participantId: OTHER,
      survivorId: SITI,
      segment: 'BPU' as const,
      correctionId: '55555555-5555-5555-8555-555555555555',
      evidence: 'DUKCAPIL_ANSWER' as const,
      requesterId: 'registrar-1',
      confirmerId: 'supervisor-1',
      effectiveOn,
      person: ERASED,
    };
    const listed = { key: `merger-${OTHER}`, input: { participantId: OTHER, survivorId: SITI } };
    const opening = (participantId: string, fact: string) => ({
      key: participantId,
      command: 'OpenReviews',
      input: {
        participantId,
        facts: [fact],
        causeId: CAUSE,
        correctedBy: ['registrar-1', 'supervisor-1'],
      },
    });
    expect(
      lateFacts.on.ParticipantMergedInto?.({ ...recorded, type: 'ParticipantMergedInto', data: decided }),
    ).toEqual([{ ...listed, command: 'ListMerger' }, opening(OTHER, 'MERGER'), opening(SITI, 'MERGER')]);
    expect(
      lateFacts.on.ParticipantSplitOff?.({ ...recorded, type: 'ParticipantSplitOff', data: decided }),
    ).toEqual([{ ...listed, command: 'UnlistMerger' }, opening(OTHER, 'SPLIT'), opening(SITI, 'SPLIT')]);
  });
});
