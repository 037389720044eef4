import type { DomainEvent, LocalDate, Period } from '#kernel';
import type { ParticipantRegistered } from './participant.events.js';

/** A row that a person should look at: its line in the file, counted from 1 with the header, and why. */
export interface RowRemark {
  readonly line: number;
  readonly code: string;
  readonly detail: string;
  /** The participant that has this NIK already. */
  readonly participantId?: string;
}

/** A file of workers was handed in by a sponsor (impor daftar peserta). */
export type ParticipantImportStarted = DomainEvent<
  'ParticipantImportStarted',
  {
    importId: string;
    sponsorId: string;
    agreementId: string;
    /** Where the file came in, as it was stated with it; absent in logs of earlier releases. */
    channel?: ParticipantRegistered['data']['channel'];
    /** The branch of BPJS that looks after the workers, where one was stated. */
    branch?: string;
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

/** Rows that a person should look at (baris bermasalah), a page at a time: the log limits the size of an append. */
export type ImportRowsRemarked = DomainEvent<
  'ImportRowsRemarked',
  {
    importId: string;
    /** From 0, in the order of the file. */
    page: number;
    rejected: readonly RowRemark[];
    warnings: readonly RowRemark[];
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
    effectiveOn: LocalDate;
  }
>;

export type ParticipantImportEvent =
  ParticipantImportStarted | ImportRowsRemarked | ParticipantImportCompleted;
