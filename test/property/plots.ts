import { type Act } from './plots/acts.js';
import { STORIES_OF_CLAIMS } from './plots/stories-of-claims.js';
import { STORIES_OF_PEOPLE } from './plots/stories-of-people.js';
import { STORIES_OF_PAYERS } from './plots/stories-of-payers.js';

export { type Act, ERASED, SAID, SaidAs, type Saying } from './plots/acts.js';

/**
 * Which ids of things that are there come together: stories of a person from the beginning to the end. They only lead chance
 * to where it seldom gets by itself; at every act it may go elsewhere.
 */
const STORIES: Readonly<Record<string, readonly Act[]>> = {
  ...STORIES_OF_CLAIMS,
  ...STORIES_OF_PEOPLE,
  ...STORIES_OF_PAYERS,
};

/** Those that lead to what happens nowhere else, or seldom: how many times more often they are told. */
const TOLD_AGAIN: Readonly<Record<string, number>> = {
  'paid and taken back': 2,
  mediated: 36,
  'an agreement of an earlier release': 8,
  'passed on': 3,
  billed: 2,
  'billed and passed on': 1,
  'found and explained': 4,
  'found and confirmed': 4,
  'guaranteed at night': 2,
  complained: 9,
  'paid by month, by somebody who may be another': 2,
  'paid by month, and taken back': 2,
  'not content with a denial': 2,
  'determined otherwise': 1,
  'heirs who disagree': 5,
  'dies before the money comes, or does not': 7,
  'goes on to other heirs, and less of it is due': 4,
  'registered twice': 5,
  'died of it': 2,
  healed: 1,
  'goes to school no longer': 2,
  'paid by month, which arrived, and taken back': 2,
  'paid by a village': 1,
  'corrected after the claim': 9,
  'did not die of it': 2,
  'carried by a village': 1,
  'decided by people': 3,
  injured: 3,
  'a family named wrong': 1,
  'paid by mistake': 1,
  'entered late': 1,
  'billed late': 5,
  'named by a decree': 1,
  'in arrears': 3,
  'erased before paid': 1,
  'erased before paid more': 4,
  'set off': 3,
  'paid more by a late receipt': 3,
  refused: 1,
  'paid, and a part of it back': 3,
  'paid, and said late': 3,
  'paid late': 1,
  'paid late for want of the payee': 2,
};

/** Every story once. */
export const EACH_ONCE: readonly (readonly Act[])[] = Object.values(STORIES);

/** The stories in their proportions. */
export const PLOTS: readonly (readonly Act[])[] = Object.entries(STORIES).flatMap(([name, acts]) =>
  // Each a story of its own: those that were told least come next.
  Array.from({ length: 1 + (TOLD_AGAIN[name] ?? 0) }, () => [...acts]),
);
