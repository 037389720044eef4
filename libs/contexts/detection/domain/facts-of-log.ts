import type { LocalDate } from '#kernel';
import type { Fact } from './fact.js';
import type { FindingSituation } from './finding.js';
import type { Rule, SegmentCount } from './rules/index.js';
import type { Terms } from './terms.js';

/** What is asked of a rule, and as of when. */
export interface FactsAsked {
  readonly day: LocalDate;
  readonly terms: Terms;
  /** A position in the log: what stood there by then is known. */
  readonly after?: bigint;
}

/** A finding that there is already. */
export interface KnownCase {
  readonly situation: FindingSituation;
  /** Claims that wait because of it. */
  readonly claimIds: readonly string[];
}

/** A claim, with whom and what it is about. */
export interface ClaimOf {
  readonly claimId: string;
  readonly personId: string | null;
  readonly accidentId: string | null;
}

/** What rules look at, as it was taken from the log. No decision about a claim rests on it: a finding says where a person should look. */
export abstract class FactsOfLog {
  /** The groups of facts that a rule has to look at, each whole, one after the other. Of claims that were withdrawn there are none. */
  abstract groupsFor(rule: Rule, asked: FactsAsked): AsyncIterable<readonly Fact[]>;

  /** Which of these findings there are, of those that were opened by the position that is asked. */
  abstract known(
    findingIds: readonly string[],
    asked: Pick<FactsAsked, 'after'>,
  ): Promise<ReadonlyMap<string, KnownCase>>;

  /** How many findings a look has opened by the position that is asked: one that goes on knows what it did before. */
  abstract openedIn(lookId: string, asked: Pick<FactsAsked, 'after'>): Promise<number>;

  /** Claims that were not withdrawn: of these persons, or of these accidents. */
  abstract claimsOf(
    by: 'PERSON' | 'ACCIDENT',
    ids: readonly string[],
    asked: Pick<FactsAsked, 'after'>,
  ): Promise<readonly ClaimOf[]>;

  /** How many of each segment were registered in the days of FD-04, and how many of them died soon. */
  abstract segments(asked: FactsAsked): Promise<readonly SegmentCount[]>;
}
