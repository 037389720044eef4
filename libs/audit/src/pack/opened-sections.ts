import { type EventStore, SEALED_SECTIONS, type SealedSection } from '#event-store';
import { isErased } from '#kernel';
import type { FoundEvent } from './claim-events.js';

/** What was opened of an event: its sealed sections, by name. */
export interface OpenedEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly sections: Readonly<Partial<Record<SealedSection, unknown>>>;
}

/** Opens sections of events with the keys that the log was given. What was erased stays out, and so does what was never sealed. */
export async function openedSections(
  log: Pick<EventStore, 'read'>,
  events: readonly FoundEvent[],
  wanted: readonly SealedSection[],
): Promise<readonly OpenedEvent[]> {
  if (wanted.length === 0) return [];
  const sealed = new Set(
    events.flatMap(({ kept, open }) => (SEALED_SECTIONS.some((name) => name in open) ? [kept.streamId] : [])),
  );
  const opened: OpenedEvent[] = [];
  for (const streamId of sealed) {
    for await (const { revision, data } of log.read(streamId)) {
      const of = data as Readonly<Record<string, object | undefined>>;
      const known = events.some(({ kept }) => kept.streamId === streamId && kept.revision === revision);
      const sections = wanted.flatMap((name) => {
        const section = of[name];
        return known && section && !isErased(section) ? [[name, section] as const] : [];
      });
      if (sections.length > 0) opened.push({ streamId, revision, sections: Object.fromEntries(sections) });
    }
  }
  return opened;
}
