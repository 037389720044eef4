import type { Compared } from './duplicate-keys.js';
import type { DuplicateReason } from './duplicate.events.js';
import type { Pair } from './duplicate-pair.js';

/** Somebody who is about to be registered, or just was. */
export interface Newcomer extends Compared {
  readonly participantId: string;
}

/** What a registration answers of somebody who may be registered already; nothing of that person. */
export interface MayBeKnown {
  readonly mayBeKnownBy?: readonly DuplicateReason[];
}

/** The same of somebody who was registered just now; absent where nobody could look in time. */
export async function mayBeKnown(alike: PersonsAlike, newcomer: Newcomer): Promise<MayBeKnown> {
  const known = await alike.to(newcomer);
  return known ? { mayBeKnownBy: known } : {};
}

/** Those born on one day whose names resemble each other, and how many of all days have been looked at. */
export interface NearOnes {
  readonly pairs: readonly Pair[];
  /** The year of birth of those that were looked at; absent before the first ones. */
  readonly born?: number;
  readonly done: number;
  readonly of: number;
}

/** Where a look begins, and what it has to know. */
export interface NearFrom {
  /** Whoever was born before this year is left out. */
  readonly bornFrom?: number;
  /** A position in the log: what was registered by then is looked at. */
  readonly after?: bigint;
}

/** Two, and what they have in common, or have so no more. */
export interface PairInCommon extends Pair {
  readonly reasons: readonly DuplicateReason[];
}

/** How what was noted of pairs differs from what they have in common. */
export interface Unnoted {
  readonly toNote: readonly PairInCommon[];
  readonly toLapse: readonly PairInCommon[];
}

/**
 * Who may be one person with whom, as far as it is known by now. No decision rests on it: it says where a person, or a decision,
 * should look.
 */
export abstract class PersonsAlike {
  /** Why somebody else who is registered may be this person; undefined where nobody could look in time. */
  abstract to(newcomer: Newcomer): Promise<readonly DuplicateReason[] | undefined>;

  /**
   * Whose names resemble each other and have not been noted, of everybody, one birth date after the other.
   * @throws an error where those who are registered by now are not all known in time
   */
  abstract nearOnes(from?: NearFrom): AsyncIterable<NearOnes>;

  /**
   * What was not noted yet of two who may be one person, and what was noted and does not hold any more.
   * @param after a position in the log: what was recorded by then counts
   */
  abstract unnoted(after?: bigint): Promise<Unnoted>;
}
