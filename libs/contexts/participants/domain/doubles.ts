import { type PaidPeriod, inOrder } from '#law';

/** A month that was paid, and under which id, where it was not that of the survivor of a merger. */
export interface MonthOfPerson extends PaidPeriod {
  readonly of?: string;
}

/** What was paid for somebody who was registered more than once. */
export interface PaidOnce<Month extends MonthOfPerson> {
  readonly counted: readonly Month[];
  /** Months that were paid under another id before: they buy nothing, and whoever paid them is to have them back. */
  readonly double: readonly Month[];
}

/**
 * A month that was paid under two ids of one person counts once, for whom the money came first (reference 2, section 1.6).
 * Under one id nothing is double: each payment is booked on the oldest unpaid month.
 */
export function paidOnce<Month extends MonthOfPerson>(paid: readonly Month[]): PaidOnce<Month> {
  const first = new Map<string, Month>();
  for (const month of paid.toSorted(inOrder)) {
    if (!first.has(month.period)) first.set(month.period, month);
  }
  const counts = (month: Month) => first.get(month.period)?.of === month.of;
  return { counted: paid.filter(counts), double: paid.filter((month) => !counts(month)) };
}
