import { action, actionsOn, attempt } from '#runtime';
import { DUPLICATE_REASONS, REOPENING_REASONS } from '../domain/duplicate.events.js';
import { participantInSight } from '../domain/participant-facts.js';
import { participants, recordOf } from '../domain/participant.js';
import { ANY_PAPER, correcting } from './correcting.actions.js';
import { DuplicatesController } from './duplicates.controller.js';
import { DismissDuplicate, ReopenDuplicate } from './duplicates.js';
import { MergeParticipants } from './merge-participants.js';
import { MergersController } from './mergers.controller.js';

/** Dukcapil knows both NIKs: whatever they have in common, they are two. */
const TWO_PERSONS = { reasons: DUPLICATE_REASONS, because: 'TWO_NIKS', evidence: ANY_PAPER } as const;

/** What can be done with a participant and another one who may be the same person. */
export const duplicateActionsOf = (otherId: string) =>
  actionsOn(
    participants,
    'participantId',
    {
      params: { otherId },
      known: recordOf,
      permit: async (state, read, _input, { actor }) =>
        participantInSight(read, recordOf(state).participantId, actor),
    },
    [
      action('dismiss-duplicate', DuplicatesController, 'dismiss', ({ id: participantId }) => [
        attempt(DismissDuplicate, { participantId, otherId, ...TWO_PERSONS }),
      ]),
      action(
        'merge-participant',
        MergersController,
        'merge',
        (of) => [attempt(MergeParticipants, { ...correcting(of), survivorId: otherId }, otherId)],
        'survivorId',
      ),
      action('reopen-duplicate', DuplicatesController, 'reopen', ({ id: participantId }) => [
        attempt(ReopenDuplicate, { participantId, otherId, because: REOPENING_REASONS[0] }),
      ]),
    ],
  );

/** The same without the other one, for whoever asks which actions there are. */
export const duplicateActions = duplicateActionsOf('');
