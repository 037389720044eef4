import type { PersonWorld } from './person-world.js';

/** What chance says to an act; each takes of it what it needs. */
export interface Chance {
  readonly who: 0 | 1;
  readonly employer: 0 | 1;
  /** Up to two months. */
  readonly days: number;
  readonly months: 1 | 2 | 3 | 6 | 12;
  readonly pick: number;
}

export type Act = (world: PersonWorld, chance: Chance) => void | Promise<void>;
