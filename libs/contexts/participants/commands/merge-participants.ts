import type { Reading } from '#kernel';
import { command } from '#runtime';
import { correctables } from '../domain/correctable.js';
import { mergeParticipants, splitParticipant, standsFor } from '../domain/merge-participants.js';

export const MergeParticipants = command(
  'MergeParticipants',
  correctables,
  'participantId',
  mergeParticipants,
  {
    facts: async (state, read, { survivorId }) => ({
      survivor: await read.state(correctables, survivorId),
      standsFor: await standsFor(read, state),
    }),
  },
);

export const SplitParticipant = command('SplitParticipant', correctables, 'participantId', splitParticipant, {
  facts: async (state, read: Reading) => ({
    survivor: state.situation === 'MERGED' ? await read.state(correctables, state.survivorId) : state,
  }),
});
