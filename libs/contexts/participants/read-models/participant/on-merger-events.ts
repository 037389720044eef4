import type { RecordedEvent } from '#event-store';
import { type Change, change, fold, foldBeside, goesAlone, goesOnAs } from '#followers';
import type { EventOf } from '#kernel';
import { coverApart, coverTogether } from '../../domain/cover.js';
import type { MergerEvent } from '../../domain/merger.events.js';
import { cover } from './contributions.tables.js';
import { confirmed } from './corrections.table.js';
import { listedAsMerged } from './listing.tables.js';
import { aliases, participants } from './participant.tables.js';

type Told<Type extends MergerEvent['type']> = RecordedEvent<EventOf<MergerEvent, Type>>;

const revisionOf = ({ data, revision }: Told<MergerEvent['type']>, mergedInto?: string | null): Change =>
  change(participants, data.participantId, (row) => ({
    ...row,
    ...(mergedInto !== undefined && { mergedInto }),
    revision: Number(revision),
  }));

/** What follows from mergers and splits. Nothing is moved: rows stand under the id under which they were recorded. */
export const onMergerEvents = {
  ParticipantMergedInto: (event: Told<'ParticipantMergedInto'>): readonly Change[] => {
    const { participantId, survivorId, segment, confirmerId } = event.data;
    return [
      confirmed(event.data, confirmerId),
      goesOnAs(aliases, participantId, survivorId),
      revisionOf(event, survivorId),
      listedAsMerged(participantId, true),
      foldBeside(cover, survivorId, participantId, (row, merged) => {
        const together = coverTogether(row, merged, participantId, segment);
        return together && { participantId: survivorId, ...together };
      }),
    ];
  },
  ParticipantSplitOff: (event: Told<'ParticipantSplitOff'>): readonly Change[] => {
    const { participantId, survivorId, segment, confirmerId } = event.data;
    return [
      confirmed(event.data, confirmerId),
      goesAlone(aliases, participantId),
      revisionOf(event, null),
      listedAsMerged(event.data.participantId, false),
      fold(cover, survivorId, (row) => {
        const apart = row && coverApart(row, participantId, segment);
        return apart && { participantId: survivorId, ...apart };
      }),
    ];
  },
  // The stream of the other says whether it is so; here it is only one revision more.
  ParticipantTookOver: (event: Told<'ParticipantTookOver'>): readonly Change[] => [revisionOf(event)],
};
