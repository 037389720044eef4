import { type LocalDate, type Reading, Rejection } from '#kernel';
import type { PaperTells } from './paper.events.js';
import { kept, papers } from './paper.js';
import { paperRefusals } from './refusals.js';

/** A paper that something is about to name. */
export interface NamedPaper {
  readonly paperId: string;
  /** Under which id of a person it was handed in. */
  readonly participantId: string;
  readonly tells: PaperTells;
  readonly nameBy: LocalDate;
}

/**
 * Reads papers from the log that something is about to name.
 * @throws Rejection `PAPER_NOT_FOUND`, `PAPER_DROPPED`
 */
export function papersNamed(read: Reading, paperIds: readonly string[]): Promise<readonly NamedPaper[]> {
  return Promise.all(paperIds.map(async (paperId) => kept(await read.state(papers, paperId))));
}

/** How somebody means to name a paper. */
export interface Naming {
  readonly paper: NamedPaper;
  /** What names it tells of health. */
  readonly tellsOfHealth: boolean;
}

/**
 * Whether a paper may be named for a person.
 * @param ids under which the person is known
 * @throws Rejection `PAPER_OF_ANOTHER`, `PAPER_NAMED_LATE`, `PAPER_NOT_SEALED_AS_HEALTH`
 */
export function requireNameable(
  { paper, tellsOfHealth }: Naming,
  ids: readonly string[],
  today: LocalDate,
): void {
  if (!ids.includes(paper.participantId)) throw new Rejection(paperRefusals.PAPER_OF_ANOTHER());
  if (today > paper.nameBy) throw new Rejection(paperRefusals.PAPER_NAMED_LATE({ nameBy: paper.nameBy }));
  if (tellsOfHealth && paper.tells !== 'HEALTH')
    throw new Rejection(paperRefusals.PAPER_NOT_SEALED_AS_HEALTH());
}
