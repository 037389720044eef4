import type { DomainEvent, LocalDate } from '#kernel';

/** Everybody is looked at for names that resemble each other (pemeriksaan peserta ganda). */
export type DuplicateLookBegun = DomainEvent<'DuplicateLookBegun', { effectiveOn: LocalDate }>;

/** Whoever was born before a year was looked at: where the look is interrupted it goes on from there. */
export type DuplicateLookWentOn = DomainEvent<
  'DuplicateLookWentOn',
  {
    bornBefore: number;
    /** Pairs that were noted so far. */
    suspected: number;
    effectiveOn: LocalDate;
  }
>;

/** Everybody was looked at. */
export type DuplicateLookEnded = DomainEvent<
  'DuplicateLookEnded',
  { suspected: number; effectiveOn: LocalDate }
>;

export type DuplicateLookEvent = DuplicateLookBegun | DuplicateLookWentOn | DuplicateLookEnded;
