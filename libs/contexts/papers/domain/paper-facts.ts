import { type LocalDate, type Reading, Rejection, opened, view } from '#kernel';
import type { PaperEvent, PaperTells } from './paper.events.js';
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

/** A paper, and as what it is named. */
export interface NamedAs {
  readonly paperId: string;
  /** The kind of the document. */
  readonly kind: string;
}

/** The same streams as `papers`, for whoever asks whether two of them are one file; nothing is known once the person was erased. */
const paperContents = view<{ readonly sha256?: string }, PaperEvent>(papers, {
  initial: {},
  evolve: (state, event) => {
    const sha256 = event.type === 'PaperKept' ? opened(event.data.person)?.contentSha256 : state.sha256;
    return sha256 === undefined ? {} : { sha256 };
  },
});

/**
 * One file is one paper: a scan of several is handed in as several files. So nothing stands for two kinds of documents, also not where the
 * same file was handed in twice.
 * @param before what is named already, and counts
 * @throws Rejection `PAPER_OF_ANOTHER_KIND`
 */
export async function requireOneKindEach(
  read: Reading,
  named: readonly NamedAs[],
  before: readonly NamedAs[],
): Promise<void> {
  const fileOf = async ({ paperId }: NamedAs) => (await read.state(paperContents, paperId)).sha256 ?? paperId;
  const kinds = new Map<string, string>();
  for (const one of before) kinds.set(await fileOf(one), one.kind);
  for (const one of named) {
    const file = await fileOf(one);
    const first = kinds.get(file) ?? one.kind;
    if (first !== one.kind)
      throw new Rejection(paperRefusals.PAPER_OF_ANOTHER_KIND({ first, kind: one.kind }));
    kinds.set(file, first);
  }
}
