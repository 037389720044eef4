import type { DomainEvent, LocalDate, Sealed } from '#kernel';

/** What files are taken: what a scanner or a telephone makes, and every reader shows. */
export const PAPER_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export type PaperType = (typeof PAPER_TYPES)[number];

/** What a paper tells of: who somebody is, or of their health as well. That decides which keys seal it, and who sees it. */
export const PAPER_TELLS = ['PERSON', 'HEALTH'] as const;

export type PaperTells = (typeof PAPER_TELLS)[number];

/** A paper was handed in and is kept (berkas diterima). What it shows is sealed outside of the log; its name is not kept. */
export type PaperKept = DomainEvent<
  'PaperKept',
  {
    paperId: string;
    participantId: string;
    /** Its file in the store of papers. */
    fileId: string;
    mediaType: PaperType;
    tells: PaperTells;
    bytes: number;
    /** In so many pieces it was sealed. */
    pieces: number;
    /** SHA-256 of the sealed pieces: says without a key whether it is what was handed in, and nothing of what it shows. */
    sealedSha256: string;
    office: string;
    /** Subject of the token of whoever handed it in. */
    keeperId: string;
    /** The PLKK that handed it in; absent when somebody else did. */
    facilityId?: string;
    /** Last day on which something may name it for the first time. */
    nameBy: LocalDate;
    effectiveOn: LocalDate;
    /** SHA-256 of what was handed in: who has the same file could tell by it that it is theirs. */
    person: Sealed<{ contentSha256: string }>;
  }
>;

/** Nothing named a paper in time: its file was deleted (berkas dihapus). */
export type PaperDropped = DomainEvent<
  'PaperDropped',
  { paperId: string; participantId: string; effectiveOn: LocalDate }
>;

export type PaperEvent = PaperKept | PaperDropped;
