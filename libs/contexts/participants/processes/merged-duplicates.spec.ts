import { describe, expect, it } from '@jest/globals';
import { mergedInto } from '../domain/merger.examples.js';
import { mergedDuplicates } from './merged-duplicates.js';

describe('Two who were merged', () => {
  it('are compared by nobody any more', () => {
    const { participantId, survivorId: otherId } = mergedInto.data;
    const told = mergedDuplicates.on.ParticipantMergedInto?.({ ...mergedInto, id: 'e' } as never);
    expect(told).toEqual([
      { key: participantId, command: 'LapseDuplicate', input: { participantId, otherId } },
    ]);
  });
});
