import type { DomainEvent, LocalDate } from '#kernel';

/** A death was found to come from a work accident (meninggal akibat kecelakaan kerja): JKK pays for it, JKM does not. */
export type DeathTraced = DomainEvent<
  'DeathTraced',
  {
    participantId: string;
    accidentId: string;
    /** The day of death. */
    effectiveOn: LocalDate;
  }
>;

export type DeathEvent = DeathTraced;
