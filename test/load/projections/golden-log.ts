import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventData, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import type { EventCodec } from '#event-store';
import { type CommandContext, type DomainEvent, instant, localDate } from '#kernel';

/**
 * A log that holds every kind of event: the golden streams again and again, each time about other people, in the order
 * in which they happen. Personal parts are sealed as they are by commands.
 */
const STREAMS = join(import.meta.dirname, '../../../test/compatibility/streams');

/** What happens first stands first: who exists, what happened, what is due, what is paid. */
const ORDER = [
  'sponsor',
  'import',
  'facility',
  'participant',
  'contribution',
  'accident',
  'death',
  'docket',
  'claim',
  'scholarship',
  'payout',
];

/** How many appends are under way at a time. */
const WRITERS = 32;

interface GoldenStream {
  readonly category: string;
  readonly events: readonly (DomainEvent & {
    readonly schema: number;
    readonly data: Record<string, unknown>;
  })[];
}

interface Approval {
  readonly kind: string;
  readonly id: string;
  readonly eventId: string;
}

const golden = readdirSync(STREAMS)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(STREAMS, file), 'utf8')) as GoldenStream)
  .sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category));

/** Who pays a contribution is registered, also where the two were recorded about different people. */
const payer = golden.find(({ category }) => category === 'contribution')?.events[0]?.data.participantId;
const registered = golden.find(({ category }) => category === 'participant')?.events[0]?.data.participantId;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The events that payments name as their reason. */
const approvals = golden.flatMap(({ events }) =>
  events.flatMap(({ data }) => (data.source as Approval | undefined) ?? []),
);

/** Some streams are told twice, with another end: each case has one of the two. */
const WORLDS = [0, 1].map((world) => {
  const told = new Map<string, GoldenStream[]>();
  for (const stream of golden) {
    const name = streamOf(stream).replace(String(payer), String(registered));
    told.set(name, [...(told.get(name) ?? []), stream]);
  }
  return [...told.values()].map((versions) => versions[world % versions.length]!);
});

/** Fills an empty log with at least this many events; gives the number written. */
export async function fillLog(connectionString: string, codec: EventCodec, events: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(connectionString);
  let [next, written] = [0, 0];
  const writer = async () => {
    while (written < events) {
      const number = next++;
      for (const stream of WORLDS[number % WORLDS.length]!) {
        written += stream.events.length;
        await writeStream(client, codec, stream, number);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, writer));
  } finally {
    await client.dispose();
  }
  return written;
}

async function writeStream(
  client: EventStoreDBClient,
  codec: EventCodec,
  stream: GoldenStream,
  number: number,
): Promise<void> {
  const streamId = inCase(streamOf(stream), number);
  const events = JSON.parse(inCase(JSON.stringify(stream.events), number)) as GoldenStream['events'];
  const encoded = await codec.encode(streamId, events, contextOf(freshId(streamId, number)));
  await client.appendToStream(streamId, named(streamId, inItsShape(events, encoded), number), {
    expectedRevision: NO_STREAM,
  });
}

/** The same about other people: every UUID becomes another one, the same everywhere in this case. */
function inCase(text: string, number: number): string {
  return text.replaceAll(UUID, (uuid) => freshId(uuid === payer ? String(registered) : uuid, number));
}

function freshId(of: string, number: number): string {
  const hex = createHash('md5').update(`${of}/${number}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Named after what it is about; streams of a person's own are named after the person, and others after whom they name first. */
function streamOf({ category, events }: GoldenStream): string {
  const data = events[0]!.data as Readonly<Record<string, string | undefined>>;
  const own = Object.keys(data).find((name) => name.toLowerCase() === `${category}id`);
  const [first = freshId(category, 0)] = JSON.stringify(data).match(UUID) ?? [];
  return `${category}-${(own && data[own]) ?? data.participantId ?? first}`;
}

/** Old shapes are lifted when they are read, as they are in every log that is old. */
function inItsShape(events: GoldenStream['events'], encoded: readonly EventData[]): EventData[] {
  return encoded.map((event, place) => ({
    ...event,
    metadata: { ...(event.metadata as object), schema: events[place]!.schema },
  }));
}

/** The approvals that payments name have the ids by which they are named. */
function named(streamId: string, encoded: readonly EventData[], number: number): EventData[] {
  const reason = approvals.find(({ id }) => streamId.endsWith(freshId(id, number)));
  return encoded.map((event) =>
    reason && event.type.endsWith('Approved') ? { ...event, id: freshId(reason.eventId, number) } : event,
  );
}

function contextOf(commandId: string): CommandContext {
  return {
    commandId,
    issuedAt: instant('2026-11-20T03:15:00Z'),
    today: localDate('2026-11-20'),
    actor: { id: 'bench', roles: ['adjudicator'], office: 'Bekasi' },
    correlationId: commandId,
    causationId: commandId,
  };
}
