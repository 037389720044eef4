import type { Draft } from '../draft.js';
import type { Random } from '../../system/random.js';
import { addressMutations } from './address.mutations.js';
import { bodyMutations } from './body.mutations.js';
import { headerMutations } from './header.mutations.js';
import type { Mutations, Surroundings } from './mutation.js';

const byPart: readonly Mutations[] = [bodyMutations, headerMutations, addressMutations];

/** Bends one to three parts of a request. @returns what was done, in words */
export function mutate(draft: Draft, random: Random, surroundings: Surroundings): string {
  const done: string[] = [];
  for (let times = random.pick([1, 1, 1, 2, 3]); times > 0; times--) {
    const withBody = draft.json !== undefined || draft.body !== undefined;
    const part = random.pick(withBody ? [bodyMutations, ...byPart] : byPart.slice(1));
    const name = random.pick(Object.keys(part));
    part[name]!(draft, random, surroundings);
    done.push(name);
  }
  return done.join(', ');
}
