import type { Compared } from './duplicate-keys.js';
import type { DuplicateReason } from './duplicate.events.js';
import type { Pair } from './duplicate-pair.js';

/** Somebody who is about to be registered, or just was. */
export interface Newcomer extends Compared {
  readonly participantId: string;
}

/** Those born on one day whose names resemble each other, and how many of all days have been looked at. */
export interface NearOnes {
  readonly pairs: readonly Pair[];
  readonly done: number;
  readonly of: number;
}

/**
 * Who may be one person with whom, as far as it is known by now. No decision rests on it: it says where a person, or a decision,
 * should look.
 */
export abstract class PersonsAlike {
  /** Why somebody else who is registered may be this person; undefined where nobody could look in time. */
  abstract to(newcomer: Newcomer): Promise<readonly DuplicateReason[] | undefined>;

  /** Whose names resemble each other and have not been noted, of everybody, one birth date after the other. */
  abstract nearOnes(): AsyncIterable<NearOnes>;
}
