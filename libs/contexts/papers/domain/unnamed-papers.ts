import type { LocalDate } from '#kernel';

/** Which papers nothing has named; answered by whoever keeps a list of them. */
export abstract class UnnamedPapers {
  /**
   * Papers whose last day to be named was before a day, and that nothing named.
   * @param after what the log held up to this position is known
   */
  abstract before(day: LocalDate, after: bigint | undefined): Promise<readonly string[]>;
}
