import { localDate } from '#kernel';
import type { PaperEvent } from './paper.events.js';

export const PAPER = '0f1a4c0e-7f0a-5a44-9a1f-3f1d7c9d2b10';

/** The letter of a doctor about Siti, handed in at the counter of a branch. */
export const doctorsLetter = {
  paperId: PAPER,
  participantId: 'siti',
  mediaType: 'application/pdf',
  tells: 'HEALTH',
  bytes: 120_000,
  contentSha256: 'c0'.repeat(32),
} as const;

export const keptAs = { fileId: 'file-1', pieces: 1, sealedSha256: '5e'.repeat(32), unnamedDays: 30 };

export const doctorsLetterKept: PaperEvent = {
  type: 'PaperKept',
  data: {
    paperId: PAPER,
    participantId: 'siti',
    mediaType: 'application/pdf',
    tells: 'HEALTH',
    bytes: 120_000,
    fileId: 'file-1',
    pieces: 1,
    sealedSha256: '5e'.repeat(32),
    office: 'Bekasi',
    keeperId: 'user-1',
    nameBy: localDate('2026-12-20'),
    effectiveOn: localDate('2026-11-20'),
    person: { contentSha256: 'c0'.repeat(32) },
  },
};
