import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';

/** Months on end that were received in one way on one day. */
export interface ReceivedMonths {
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly settlesArrears?: true;
  readonly setOffClaimId?: string;
}

/** What was received in a calendar year, by the days on which it came. */
export interface YearTotal {
  readonly year: number;
  readonly months: number;
  readonly amountIdr: Rupiah;
}

/**
 * The years up to one are summed up (penutupan tahun iuran), as they stand now. It refuses nothing: what is entered or taken back of
 * a closed year later counts as ever, and stands in the totals of the next closing.
 */
export type ContributionYearClosed = DomainEvent<
  'ContributionYearClosed',
  {
    participantId: string;
    /** The last of them. */
    year: number;
    /** Every year in which something was received, oldest first. */
    totals: readonly YearTotal[];
    /** Every month that counts, in the order in which the payments were recorded. */
    paid: readonly ReceivedMonths[];
    /** Who entered payments late that nobody else has confirmed. */
    backDatedBy: readonly string[];
    effectiveOn: LocalDate;
  }
>;
