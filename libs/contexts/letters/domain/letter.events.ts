import type { DomainEvent, LocalDate } from '#kernel';

/** A letter became known. */
export type LetterRegistered = DomainEvent<
  'LetterRegistered',
  { letterId: string; name: string; effectiveOn: LocalDate }
>;

export type LetterEvent = LetterRegistered;
