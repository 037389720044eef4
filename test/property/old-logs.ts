import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DomainEvent } from '#kernel';
import type { Context } from '#runtime';
import type { OldStream } from './world.js';

const FOLDER = join(import.meta.dirname, '../compatibility/streams');

/** Whom all of them are made to be about: each was recorded by itself, and a log holds what its streams name. */
const PERSON = '6b4b422d-ffaa-82d7-a552-58309130be19';

/** A place in the chain of a NIK that is theirs by a correction. */
const PLACE = '5c9c1d2e-5a57-8d2c-9a3c-5d6c0f6a7b1f';

interface GoldenStream {
  readonly category: string;
  readonly events: readonly (DomainEvent<string, Record<string, unknown>> & { readonly schema: number })[];
}

/** Histories of one and the same stream, of which a log holds one. */
type Histories = readonly [OldStream, ...OldStream[]];

/**
 * Logs that earlier releases may have left: of each golden stream its beginning, up to any event; or an empty one. Streams
 * stand in the order of the floors, so that what is named was there before.
 */
export function oldLogs(contexts: readonly Context[]): fc.Arbitrary<OldStream[]> {
  const all = readdirSync(FOLDER).map((file) => oldStream(readFileSync(join(FOLDER, file), 'utf8')));
  const categories = contexts.flatMap(({ streams }) => streams.map(({ category }) => category));
  const known = categories.flatMap((category) =>
    all.filter(({ streamId }) => streamId.startsWith(`${category}-`)),
  );
  const byId = [...new Set(known.map(({ streamId }) => streamId))].map(
    (id) => known.filter(({ streamId }) => streamId === id) as unknown as Histories,
  );
  const log = fc
    .tuple(...byId.map(beginningOf))
    .map((streams) => streams.filter(({ events }) => events.length > 0));
  return fc.oneof({ weight: 1, arbitrary: fc.constant<OldStream[]>([]) }, { weight: 3, arbitrary: log });
}

const beginningOf = (histories: Histories): fc.Arbitrary<OldStream> =>
  fc
    .constantFrom(...histories)
    .chain(({ streamId, events }) =>
      fc
        .oneof(fc.integer({ min: 1, max: events.length }), fc.constant(events.length))
        .map((length) => ({ streamId, events: events.slice(0, length) })),
    );

function oldStream(text: string): OldStream {
  const told = JSON.parse(text) as GoldenStream;
  const named = told.events[0]?.data.participantId;
  // Whoever was merged into them is somebody else, with streams of their own.
  const isMerged = told.events.some(({ data }) => data.survivorId === PERSON);
  const ofOnePerson = typeof named === 'string' && !isMerged ? text.replaceAll(named, PERSON) : text;
  const { category, events } = JSON.parse(ofOnePerson) as GoldenStream;
  // A NIK that was corrected has a stream that is not the one of its participant.
  const own =
    events[0]?.type === 'NikAssigned' ? PLACE : events[0]?.data[isMerged ? 'participantId' : `${category}Id`];
  return { streamId: `${category}-${typeof own === 'string' ? own : PERSON}`, events };
}
