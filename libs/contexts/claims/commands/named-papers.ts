import { type NamedAs, papersNamed, requireNameable, requireOneKindEach } from '#contexts/papers/facts';
import { idsOfPerson } from '#contexts/participants/facts';
import type { LocalDate, Reading } from '#kernel';
import { HEALTH_DOCUMENTS } from '../domain/handed-in.events.js';
import type { CountedDocument } from '../domain/documents-verdict.js';
import type { HandedIn } from '../domain/submit-claim.js';

/** Whose claim it is, and what was handed in of it before. */
interface WhoseDocuments {
  readonly participantId: string;
  readonly documents?: readonly CountedDocument[];
}

/**
 * The files that documents name are there, of the same person, sealed as what they tell of, and each of them is one kind of document: what
 * was refused may be named as what it is.
 * @throws Rejection `PAPER_NOT_FOUND`, `PAPER_DROPPED`, `PAPER_OF_ANOTHER`, `PAPER_NAMED_LATE`, `PAPER_NOT_SEALED_AS_HEALTH`,
 *   `PAPER_OF_ANOTHER_KIND`
 */
export async function requirePapers(
  read: Reading,
  { participantId, documents: before = [] }: WhoseDocuments,
  documents: readonly HandedIn[],
  today: LocalDate,
): Promise<void> {
  const named = namedAs(documents);
  if (named.length === 0) return;
  const ids = await idsOfPerson(read, participantId);
  const papers = await papersNamed(
    read,
    named.map(({ paperId }) => paperId),
  );
  for (const [place, paper] of papers.entries()) {
    const kind = named[place]?.kind;
    const tellsOfHealth = kind !== undefined && HEALTH_DOCUMENTS.includes(kind);
    requireNameable({ paper, tellsOfHealth }, ids, today);
  }
  await requireOneKindEach(read, named, namedAs(before.filter(({ fault }) => !fault)));
}

const namedAs = (documents: readonly CountedDocument[]) =>
  documents.flatMap(({ kind, paperId }) =>
    paperId === undefined ? [] : [{ kind, paperId }],
  ) satisfies NamedAs[];
