import { type LocalDate, daysBetween } from '#kernel';
import type { StoodStill } from './payout.events.js';

/** The same, where it may stand still until now: there is no last day. */
export type Stopped = Pick<StoodStill, 'from'> & Partial<StoodStill>;

/** So many of the days after one and up to another a payment stood still, each counted once, for however many reasons it did. */
export function stoppedDays(stretches: readonly Stopped[], after: LocalDate, until: LocalDate): number {
  const inOrder = stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let counted = after;
  let days = 0;
  for (const { from, to = until } of inOrder) {
    const start = from > counted ? from : counted;
    const end = to < until ? to : until;
    if (end <= start) continue;
    days += daysBetween(start, end);
    counted = end;
  }
  return days;
}
