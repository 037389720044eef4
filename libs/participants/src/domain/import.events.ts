import type { DomainEvent, LocalDate, Period } from '#kernel';

/** A row that a person should look at: its line in the file, counted from 1 with the header, and why. */
export interface RowRemark {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
}

/** A file of workers was handed in by a sponsor (impor daftar peserta). */
export type ParticipantImportStarted = DomainEvent<
  'ParticipantImportStarted',
  {
    importId: string;
    sponsorId: string;
    agreementId: string;
    /** SHA-256 of the file. */
    fileDigest: string;
    rows: number;
    period: Period;
    months: number;
    paidOn: LocalDate;
    receipt: string;
    effectiveOn: LocalDate;
  }
>;

/** Every row of the file was looked at; the good ones are registered and their first contribution is recorded. */
export type ParticipantImportCompleted = DomainEvent<
  'ParticipantImportCompleted',
  {
    importId: string;
    rows: number;
    registered: number;
    rejected: readonly RowRemark[];
    warnings: readonly RowRemark[];
    effectiveOn: LocalDate;
  }
>;

export type ParticipantImportEvent = ParticipantImportStarted | ParticipantImportCompleted;
