import type { ClaimSubmitted, DocumentsReceived } from '#contexts/claims/facts';
import { type Change, category, change, fold, newRow, put, readModel } from '#followers';
import { day, index, integer, json, ordering, table, text, uuid } from '#postgres';
import type { PaperEvent, PaperTells, PaperType } from '../../domain/paper.events.js';

/** Papers that were handed in, and what names them. Nothing of what they show. */
export const papers = table(
  'papers',
  {
    paperId: uuid().key(),
    participantId: uuid(),
    mediaType: text<PaperType>(),
    tells: text<PaperTells>(),
    bytes: integer(),
    sealedSha256: text(),
    office: text(),
    facilityId: uuid().nullable(),
    keeperId: text(),
    keptOn: day(),
    nameBy: day(),
    droppedOn: day().nullable(),
    /** The claims that name it. */
    claimIds: json<readonly string[]>(),
    /** While nothing names it and its file is there: its last day to be named. */
    unnamedSince: day().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('papers_by_participant', ['participantId', 'keptOn', 'paperId']),
      index('papers_unnamed', ['unnamedSince', 'paperId']),
    ],
  },
);

export const BY_DAY = ordering(papers, ['keptOn', 'paperId']);

/** A claim names papers. */
const namedBy = (claimId: string, documents: readonly { readonly paperId?: string }[]): Change[] =>
  documents.flatMap(({ paperId }) =>
    paperId === undefined
      ? []
      : [
          fold(
            papers,
            paperId,
            (row) =>
              row && {
                ...row,
                claimIds: [...new Set([...row.claimIds, claimId])],
                unnamedSince: null,
              },
          ),
        ],
  );

/** Which papers there are of whom, and what names them. */
export const paperReadModel = readModel({
  name: 'paper',
  version: 1,
  own: [category<PaperEvent>('paper')],
  also: [category<ClaimSubmitted | DocumentsReceived>('claim')],
  tables: { papers },
  on: {
    PaperKept: ({ data, revision }) => [
      put(papers, {
        ...newRow(papers, data),
        keptOn: data.effectiveOn,
        claimIds: [],
        unnamedSince: data.nameBy,
        revision: Number(revision),
      }),
    ],
    PaperDropped: ({ data, revision }) => [
      change(papers, data.paperId, (row) => ({
        ...row,
        droppedOn: data.effectiveOn,
        unnamedSince: null,
        revision: Number(revision),
      })),
    ],
    ClaimSubmitted: ({ data }) => namedBy(data.claimId, data.documents),
    DocumentsReceived: ({ data }) => namedBy(data.claimId, data.documents),
  },
});
