import type { Process } from '#kernel';
import type { Pair } from '../domain/duplicate-pair.js';
import type { ParticipantMergedInto } from '../domain/merger.events.js';

/** Two who were one person and are merged wait for nobody who compares them. */
export const mergedDuplicates: Process<ParticipantMergedInto, { readonly LapseDuplicate: Pair }> = {
  name: 'merged-duplicates',
  version: 1,
  categories: ['participant'],
  on: {
    ParticipantMergedInto: ({ data: { participantId, survivorId: otherId } }) => [
      { key: participantId, command: 'LapseDuplicate', input: { participantId, otherId } },
    ],
  },
};
