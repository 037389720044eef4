import { papersNamed, requireNameable } from '#contexts/papers/facts';
import { idsOfPerson } from '#contexts/participants/facts';
import type { LocalDate, Reading } from '#kernel';
import { HEALTH_DOCUMENTS } from '../domain/handed-in.events.js';
import type { HandedIn } from '../domain/submit-claim.js';

/**
 * The files that documents name are there, of the same person, and sealed as what they tell of.
 * @throws Rejection `PAPER_NOT_FOUND`, `PAPER_DROPPED`, `PAPER_OF_ANOTHER`, `PAPER_NAMED_LATE`, `PAPER_NOT_SEALED_AS_HEALTH`
 */
export async function requirePapers(
  read: Reading,
  participantId: string,
  documents: readonly HandedIn[],
  today: LocalDate,
): Promise<void> {
  const named = documents.filter(({ paperId }) => paperId !== undefined);
  if (named.length === 0) return;
  const ids = await idsOfPerson(read, participantId);
  const papers = await papersNamed(
    read,
    named.map(({ paperId }) => String(paperId)),
  );
  for (const [place, paper] of papers.entries()) {
    const kind = named[place]?.kind;
    const tellsOfHealth = kind !== undefined && HEALTH_DOCUMENTS.includes(kind);
    requireNameable({ paper, tellsOfHealth }, ids, today);
  }
}
