import { view } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import type { Determination } from './determined.js';

/** Everything that was determined of an accident, whether it holds or not. */
export const determinationsOf = view<readonly Determination[], AccidentEvent>(accidents, {
  initial: [],
  evolve: (all, { type, data }) =>
    type === 'DeterminationIssued'
      ? [...all, { by: data.by, issuedOn: data.issuedOn, conclusion: data.conclusion }]
      : all,
});
