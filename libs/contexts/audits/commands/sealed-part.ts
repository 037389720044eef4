import type { EventStore } from '#event-store';
import type { SealedPart } from '../domain/opening.events.js';

/** The section of an event that each part stands in. */
const SECTIONS = { PERSON: 'person', HEALTH: 'health' } as const satisfies Record<SealedPart, string>;

/** A part of an event, opened where the keys allow it. */
export interface OpenedPart {
  readonly eventId: string;
  readonly participantId: string | undefined;
  /** Undefined where the event has none. */
  readonly section: object | undefined;
}

/** Undefined where no event stands there. */
export async function sealedPartOf(
  store: EventStore,
  stream: string,
  revision: number,
  part: SealedPart,
): Promise<OpenedPart | undefined> {
  for await (const event of store.read(stream, BigInt(revision))) {
    const data = event.data as Readonly<Record<string, unknown>>;
    const { participantId } = data as { readonly participantId?: string };
    return { eventId: event.id, participantId, section: data[SECTIONS[part]] as object | undefined };
  }
  return undefined;
}
