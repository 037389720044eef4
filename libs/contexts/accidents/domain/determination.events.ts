import type { CareBearer, Conclusion } from '#law';
import type { DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';

/**
 * Who determines against BPJS, or in its place, whether it was a work accident: from the lowest to the highest (reference 2.9, 7.4).
 */
export const AUTHORITIES = ['INSPECTOR', 'MINISTER', 'COURT'] as const;

export type Authority = (typeof AUTHORITIES)[number];

/**
 * An authority determined whether it was a work accident (penetapan pengawas, Menteri atau pengadilan). The highest one holds, of the
 * same the latest; what does not hold is recorded all the same.
 */
export type DeterminationIssued = DomainEvent<
  'DeterminationIssued',
  {
    accidentId: string;
    participantId: string;
    by: Authority;
    conclusion: Conclusion;
    /** The day of the paper. */
    issuedOn: LocalDate;
    /** Whether it holds against those known before; earlier releases did not record it. */
    prevails?: boolean;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    effectiveOn: LocalDate;
    /** Number of the paper and its grounds; absent when the person had been erased by then. */
    person?: Sealed<{ number: string; reason: string }>;
  }
>;

/** It was no work accident: facilities that had been promised payment were told whom to bill (penanggung biaya perawatan). */
export type CareBearerNamed = DomainEvent<
  'CareBearerNamed',
  {
    accidentId: string;
    participantId: string;
    bearer: CareBearer;
    /** The facilities that are told. */
    facilityIds: readonly string[];
    /** What they have billed so far. */
    billedIdr: Rupiah;
    /** The day of the conclusion or determination. */
    concludedOn: LocalDate;
    namerId: string;
    effectiveOn: LocalDate;
  }
>;

export type DeterminationEvent = DeterminationIssued | CareBearerNamed;
