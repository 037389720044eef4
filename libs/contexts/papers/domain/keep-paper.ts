import { type CommandContext, addDays, sightOf } from '#kernel';
import type { PaperEvent, PaperTells, PaperType } from './paper.events.js';
import type { PaperState } from './paper.js';

/** What is said of a paper, and what it is. */
export interface KeepPaperInput {
  readonly paperId: string;
  readonly participantId: string;
  readonly mediaType: PaperType;
  readonly tells: PaperTells;
  readonly bytes: number;
  readonly contentSha256: string;
}

/** How its file is kept. The same paper sent again may have come into another file meanwhile. */
export interface KeptAs {
  readonly fileId: string;
  readonly pieces: number;
  readonly sealedSha256: string;
  /** Within so many days something has to name it. */
  readonly unnamedDays: number;
}

/** Records that a paper was handed in; its file is there by then. Once more changes nothing. */
export function keepPaper(
  { contentSha256, ...paper }: KeepPaperInput,
  state: PaperState,
  { actor, today }: CommandContext,
  { unnamedDays, ...keptAs }: KeptAs,
): readonly PaperEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  const { facilityId } = sightOf(actor);
  return [
    {
      type: 'PaperKept',
      data: {
        ...paper,
        ...keptAs,
        office: actor.office,
        keeperId: actor.id,
        ...(facilityId !== undefined && { facilityId }),
        nameBy: addDays(today, unnamedDays),
        effectiveOn: today,
        person: { contentSha256 },
      },
    },
  ];
}
