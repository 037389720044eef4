import type { DomainEvent, LocalDate } from '#kernel';

/** Numbers of cards of a year were set aside, for one program to give out (blok nomor KPJ). Nobody else gives these out, used or not. */
export type KpjNumbersSetAside = DomainEvent<
  'KpjNumbersSetAside',
  { year: number; from: number; count: number; effectiveOn: LocalDate }
>;
