import type { WantHeirsInput } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { DeadlinePassed } from '../domain/deadline.events.js';

/** Heirs who do not come until the last day are waited for no more: what was to be paid to them is given up then. */
export const lapsedWaits: Process<DeadlinePassed, { readonly GiveHeirsUp: WantHeirsInput }> = {
  name: 'lapsed-waits',
  version: 1,
  categories: ['deadline'],
  on: {
    DeadlinePassed: ({ data: { subject, step, lapses } }) =>
      lapses && subject.kind === 'CLAIM' && step === 'ESTABLISH_HEIRS'
        ? [{ key: subject.id, command: 'GiveHeirsUp' as const, input: { claimId: subject.id } }]
        : [],
  },
};
