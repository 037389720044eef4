import type { DomainEvent, LocalDate } from '#kernel';

export const MEMBER_FILE_KINDS = ['JOINED', 'LEFT'] as const;

export type MemberFileKind = (typeof MEMBER_FILE_KINDS)[number];

/** An employer handed in a file of those who joined or left (laporan tenaga kerja masuk atau keluar). */
export type MemberFileStarted = DomainEvent<
  'MemberFileStarted',
  {
    fileId: string;
    employerId: string;
    kind: MemberFileKind;
    /** SHA-256 of the file. */
    fileDigest: string;
    rows: number;
    effectiveOn: LocalDate;
  }
>;

/** A row that a person should look at: its line in the file, counted from 1 with the header, and why. */
export interface MemberRowRemark {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

/** Rows that were not taken or that somebody should look at, and why (baris bermasalah), a page at a time: the log limits the size of an append. */
export type MemberRowsRemarked = DomainEvent<
  'MemberRowsRemarked',
  {
    fileId: string;
    /** From 0, in the order of the file. */
    page: number;
    rejected: readonly MemberRowRemark[];
    /** Rows that were taken all the same; absent where there are none. */
    warnings?: readonly MemberRowRemark[];
    effectiveOn: LocalDate;
  }
>;

/** Every row of the file was looked at; the joining or leaving of the good ones is recorded. */
export type MemberFileCompleted = DomainEvent<
  'MemberFileCompleted',
  { fileId: string; rows: number; taken: number; effectiveOn: LocalDate }
>;

export type MemberFileEvent = MemberFileStarted | MemberRowsRemarked | MemberFileCompleted;
