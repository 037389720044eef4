import type { LocalDate } from '#kernel';
import type { Fact } from './fact.js';
import type { Rule, SegmentCount } from './rules/index.js';
import type { Terms } from './terms.js';

/** What is asked of a rule, and as of when. */
export interface FactsAsked {
  readonly day: LocalDate;
  readonly terms: Terms;
  /** A position in the log: what stood there by then is known. */
  readonly after?: bigint;
}

/** What rules look at, as it was taken from the log. No decision about a claim rests on it: a finding says where a person should look. */
export abstract class FactsOfLog {
  /** The groups of facts that a rule has to look at, each whole, one after the other. Of claims that were withdrawn there are none. */
  abstract groupsFor(rule: Rule, asked: FactsAsked): AsyncIterable<readonly Fact[]>;

  /** How many of each segment were registered in the days of FD-04, and how many of them died soon. */
  abstract segments(asked: FactsAsked): Promise<readonly SegmentCount[]>;
}
