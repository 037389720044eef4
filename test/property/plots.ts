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

/** Those that lead to what happens nowhere else, or seldom: they are told twice as often. */
const SELDOM_REACHED = [
  'passed on',
  'passed on',
  'passed on',
  'found and explained',
  'found and confirmed',
  'found and explained',
  'found and confirmed',
  'found and explained',
  'found and confirmed',
  'found and explained',
  'found and confirmed',
  'guaranteed at night',
  'guaranteed at night',
  'complained',
  'complained',
  'complained',
  'complained',
  'complained',
  'complained',
  'complained',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'complained',
  'complained',
  'not content with a denial',
  'not content with a denial',
  'mediated',
  'mediated',
  'mediated',
  'mediated',
  'determined otherwise',
  'heirs who disagree',
  'heirs who disagree',
  'heirs who disagree',
  'heirs who disagree',
  'heirs who disagree',
  'registered twice',
  'registered twice',
  'died of it',
  'healed',
  'corrected after the claim',
  'corrected after the claim',
  'decided by people',
  'decided by people',
  'decided by people',
  'injured',
  'injured',
  'registered twice',
  'registered twice',
  'a family named wrong',
  'corrected after the claim',
  'paid by mistake',
  'entered late',
  'billed late',
  'named by a decree',
  'registered twice',
  'injured',
  'in arrears',
  'erased before paid',
  'erased before paid more',
  'erased before paid more',
  'set off',
  'paid more by a late receipt',
  'paid more by a late receipt',
  'paid more by a late receipt',
  'died of it',
  'in arrears',
  'in arrears',
  'refused',
  'paid late',
  'paid late for want of the payee',
];

/** The stories in their proportions. */
export const PLOTS: readonly (readonly Act[])[] = [
  ...Object.values(STORIES),
  ...SELDOM_REACHED.flatMap((name) => (STORIES[name] ? [[...STORIES[name]]] : [])),
];
