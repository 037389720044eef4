import type { RecordedEvent } from '#event-store';
import { type Change, aliasTable, goesAlone, goesOnAs, put } from '#followers';
import { type EventOfClaim, eventsToldOfClaims } from '#contexts/claims/facts';
import { type MergerListEvent, TOUCHING, type TouchKind, touchesIn } from '#contexts/participants/facts';
import type { DeathTraced } from '#contexts/deaths/facts';
import { day, table, text, uuid } from '#postgres';

/**
 * Who had a hand in the data of a person, and on which day: for a time they decide no claim that rests on these. A row of its own for each
 * day: nobody reads what stands there to record one more, in files of thousands.
 */
export const touched = table('touched', {
  participantId: uuid().key(),
  how: text<TouchKind>().key(),
  by: text().key(),
  onDay: day().key(),
});

/** What each claim is for: whose, and when. */
export const claimEvents = table('claimEvents', {
  claimId: uuid().key(),
  participantId: uuid(),
  eventDate: day(),
});

/** Accidents that a death of somebody was ever traced to: whoever has an interest in one has it in every claim for that death. */
export const tracedTo = table('tracedTo', { participantId: uuid().key(), accidentId: uuid().key() });

const traced = ({ data: { participantId, accidentId } }: RecordedEvent<DeathTraced>): readonly Change[] => [
  put(tracedTo, { participantId, accidentId }),
];

/** Ids of persons who were merged. */
export const aliases = aliasTable();

const touchedBy = (event: RecordedEvent): readonly Change[] =>
  touchesIn(event).map(({ on: onDay, ...touch }) => put(touched, { ...touch, onDay }));

/** How each type of event of a claim tells it. */
const EVENT_TOLD: Readonly<Record<string, (event: never) => readonly EventOfClaim[]>> = eventsToldOfClaims;

const eventTold = (event: RecordedEvent): readonly Change[] =>
  (EVENT_TOLD[event.type]?.(event as never) ?? []).map((row) => put(claimEvents, row));

/** Each type of event that tells of these. */
export const TOUCHES_TOLD: Readonly<Record<string, (event: RecordedEvent) => readonly Change[]>> = {
  ...Object.fromEntries(TOUCHING.map((type) => [type, touchedBy])),
  ...Object.fromEntries(Object.keys(EVENT_TOLD).map((type) => [type, eventTold])),
};

/** A death came from an accident; the second as the first edition recorded it. */
export const TRACED = { DeathTraced: traced, DeathTracedToAccident: traced };

/** Two ids are one person's, or are not any more. */
export const MERGED = {
  MergerListed: ({ data }: RecordedEvent<MergerListEvent>) => [
    goesOnAs(aliases, data.participantId, data.survivorId),
  ],
  MergerUnlisted: ({ data }: RecordedEvent<MergerListEvent>) => [goesAlone(aliases, data.participantId)],
};
