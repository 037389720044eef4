import type { DomainEvent, LocalDate } from '#kernel';

/** Files that belong to nothing are looked for (pembersihan berkas). */
export type PaperSweepBegun = DomainEvent<'PaperSweepBegun', { effectiveOn: LocalDate }>;

/** They were deleted. */
export type PaperSweepEnded = DomainEvent<
  'PaperSweepEnded',
  {
    /** Files of uploads that broke off. */
    brokenOff: number;
    /** Papers that nothing named in time. */
    unnamed: number;
    effectiveOn: LocalDate;
  }
>;

export type PaperSweepEvent = PaperSweepBegun | PaperSweepEnded;
