import { randomUUID } from 'node:crypto';
import { type EventData, type RecordedEvent as ClientEvent, jsonEvent } from '@eventstore/db-client';
import {
  type AnyStream,
  type CommandContext,
  type DomainEvent,
  ERASED,
  type Erased,
  type Instant,
  SEALED,
  type Upcasters,
  categoryOf,
} from '#kernel';
import { eventId } from './ids.js';
import { type KeyRing, SEALED_SECTIONS, type SubjectKeys } from './key-ring.js';
import type { EventMetadata, RecordedEvent } from './recorded-event.js';
import { isSealed, open, seal } from './sealing.js';
import { currentSchema, upcast, upcastersIn } from './upcasters.js';

type Data = Record<string, unknown>;

/** What is personal about somebody whose key was destroyed can be recorded no more. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';

  constructor(subject: string, section: string) {
    super(`The ${section} key of participant ${subject} was destroyed`);
  }
}

/**
 * Between domain events and the bytes of the log: seals `person` and `health` with the keys of `data.participantId`
 * on the way in, opens them on the way out, and lifts old shapes to the present one.
 */
export class EventCodec {
  private readonly upcastersOf: (streamId: string) => Upcasters;
  /** By category, the types of events that are recorded without their health section where its key is gone. */
  private readonly provenByHealth: ReadonlyMap<string, readonly string[] | undefined>;

  /** What stands in place of what it has no key for. */
  private readonly unopened: Erased;

  /** @param streams whose old events are lifted */
  constructor(
    private readonly keyRing: KeyRing,
    streams: readonly AnyStream[] = [],
  ) {
    this.unopened = keyRing.opensNothing ? SEALED : ERASED;
    this.upcastersOf = upcastersIn(streams);
    this.provenByHealth = new Map(streams.map(({ category, provenByHealth }) => [category, provenByHealth]));
  }

  /** @throws KeyDestroyed, or Error when an event has a personal section and no `participantId` */
  async encode(
    streamId: string,
    events: readonly DomainEvent[],
    context: CommandContext,
    digest?: string,
  ): Promise<EventData[]> {
    const subjects = [...new Set(events.flatMap((event) => subjectOf(event.data as Data) ?? []))];
    const keys = subjects.length > 0 ? await this.keyRing.ensure(subjects) : new Map<string, SubjectKeys>();
    const attempt = digest === undefined ? undefined : randomUUID();
    const proven = this.provenByHealth.get(categoryOf(streamId)) ?? [];
    return events.map((event, index) =>
      jsonEvent({
        id: eventId(context.commandId, streamId, index, attempt),
        type: event.type,
        data: sealSections(streamId, event.data as Data, keys, proven.includes(event.type)),
        metadata: { ...metadataOf(context, event, this.upcastersOf(streamId)), commandDigest: digest },
      }),
    );
  }

  /**
   * Opens a batch with one look-up of keys. Events that Lindung did not write are not expected here.
   * @throws Undecodable
   */
  async decode<Event extends DomainEvent>(
    clientEvents: readonly ClientEvent[],
  ): Promise<RecordedEvent<Event>[]> {
    const { events, unreadable } = await this.decodeEach<Event>(clientEvents);
    if (unreadable[0]) throw unreadable[0];
    return events;
  }

  /** The same where not everybody needs every event: those that cannot be read are told apart. */
  async decodeEach<Event extends DomainEvent>(
    clientEvents: readonly ClientEvent[],
  ): Promise<{ readonly events: RecordedEvent<Event>[]; readonly unreadable: Undecodable[] }> {
    const subjects = [...new Set(clientEvents.flatMap(({ data }) => sealedSubjectOf(data) ?? []))];
    const keys = subjects.length > 0 ? await this.keyRing.find(subjects) : new Map<string, SubjectKeys>();
    const events: RecordedEvent<Event>[] = [];
    const unreadable: Undecodable[] = [];
    for (const clientEvent of clientEvents) {
      try {
        events.push(this.decodeOne<Event>(clientEvent, keys));
      } catch (error) {
        unreadable.push(new Undecodable(clientEvent, error));
      }
    }
    return { events, unreadable };
  }

  private decodeOne<Event extends DomainEvent>(
    clientEvent: ClientEvent,
    keys: ReadonlyMap<string, SubjectKeys>,
  ): RecordedEvent<Event> {
    const { id, streamId, type, revision, created, position } = clientEvent;
    const metadata = clientEvent.metadata as unknown as EventMetadata | undefined;
    if (metadata === undefined) throw new Error('it has no metadata');
    if (!isData(clientEvent.data)) throw new Error('its data is no JSON object');
    const opened = openSections(streamId, clientEvent.data, keys, this.unopened);
    return {
      id,
      streamId,
      type,
      revision,
      position: position?.commit ?? 0n,
      // Exactly how an instant is written, without asking a calendar.
      recordedAt: created.toISOString() as Instant,
      metadata,
      data: upcast(this.upcastersOf(streamId), type, metadata.schema, opened, {
        actorId: metadata.actor?.id,
      }),
    } as unknown as RecordedEvent<Event>;
  }
}

/** An event of Lindung's own that cannot be read: says where in the log it stands, never what it says. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable';
  readonly id: string;
  readonly type: string;
  readonly streamId: string;
  readonly revision: bigint;
  /** Commit position in the whole log. */
  readonly position: bigint;

  constructor({ id, type, streamId, revision, position }: ClientEvent, cause: unknown) {
    super(
      `${type} (${streamId} revision ${revision}, position ${position?.commit}) cannot be read: ${String(cause)}`,
      { cause },
    );
    [this.id, this.type, this.streamId, this.revision] = [id, type, streamId, revision];
    this.position = position?.commit ?? 0n;
  }
}

function metadataOf(context: CommandContext, event: DomainEvent, upcasters: Upcasters): EventMetadata {
  return {
    commandId: context.commandId,
    $correlationId: context.correlationId,
    $causationId: context.causationId,
    actor: context.actor,
    issuedAt: context.issuedAt,
    schema: currentSchema(upcasters, event.type),
  };
}

/** The person whose keys seal this data; undefined when nothing in it is personal. */
function subjectOf(data: Data): string | undefined {
  if (!SEALED_SECTIONS.some((section) => data[section] !== undefined)) return undefined;
  if (typeof data.participantId !== 'string') {
    throw new Error('An event with a personal section must name its participantId');
  }
  return data.participantId;
}

function hasSealed(data: Data): boolean {
  return SEALED_SECTIONS.some((section) => isSealed(data[section]));
}

/** Whose keys open what is sealed in this data; undefined when nothing is, or it does not say. */
function sealedSubjectOf(data: unknown): string | undefined {
  const isAsked = isData(data) && hasSealed(data) && typeof data.participantId === 'string';
  return isAsked ? String(data.participantId) : undefined;
}

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !ArrayBuffer.isView(data);
}

function sealSections(
  streamId: string,
  data: Data,
  keys: ReadonlyMap<string, SubjectKeys>,
  isProvenByHealth: boolean,
): Data {
  const sealed: Data = { ...data };
  const known = keys.get(String(data.participantId));
  for (const section of SEALED_SECTIONS) {
    if (data[section] === undefined) continue;
    const key = known?.[section];
    // Of somebody who was erased altogether nothing is decided any more.
    if (!key && section === 'health' && isProvenByHealth && known?.person) sealed[section] = ERASED;
    else if (!key) throw new KeyDestroyed(String(data.participantId), section);
    else sealed[section] = seal(data[section], key, `${streamId}/${section}`);
  }
  return sealed;
}

function openSections(
  streamId: string,
  data: Data,
  keys: ReadonlyMap<string, SubjectKeys>,
  unopened: Erased,
): Data {
  if (!hasSealed(data)) return data;
  if (typeof data.participantId !== 'string') throw new Error('it does not say whose keys open it');
  const opened: Data = { ...data };
  for (const section of SEALED_SECTIONS) {
    const box = data[section];
    if (!isSealed(box)) continue;
    const key = keys.get(data.participantId)?.[section];
    opened[section] = key ? open(box, key, `${streamId}/${section}`) : unopened;
  }
  return opened;
}
