import type { KeptEvent, SealedSection } from '#event-store';
import type { FoundEvent } from './claim-events.js';

/** Opens a sealed section of an event; nothing where nobody can any more. */
export type OpenSection = (event: KeptEvent, section: SealedSection) => Promise<unknown>;

/** What was opened of an event: its sealed sections, by name. */
export interface OpenedEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly sections: Readonly<Partial<Record<SealedSection, unknown>>>;
}

/** Opens sections of events, one after the other. What was erased stays out, and so does what was never sealed. */
export async function openedSections(
  events: readonly FoundEvent[],
  wanted: readonly SealedSection[],
  open: OpenSection,
): Promise<readonly OpenedEvent[]> {
  const opened: OpenedEvent[] = [];
  for (const { kept, open: data } of events) {
    const sections: Partial<Record<SealedSection, unknown>> = {};
    for (const name of wanted) {
      const content = isSealed(data[name]) ? await open(kept, name) : undefined;
      if (content !== undefined) sections[name] = content;
    }
    const { streamId, revision } = kept;
    if (Object.keys(sections).length > 0) opened.push({ streamId, revision, sections });
  }
  return opened;
}

const isSealed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { readonly $sealed?: unknown }).$sealed === 1;
