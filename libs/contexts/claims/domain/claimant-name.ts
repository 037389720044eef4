import { opened, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** The same streams as `claims`, for whoever asks who claims at present; nobody is known once the person was erased. */
export const claimantNames = view<{ readonly claimantName?: string }, ClaimEvent>(claims, {
  initial: {},
  evolve: (state, { type, data }) =>
    type === 'ClaimSubmitted' || type === 'ClaimTakenOver'
      ? { claimantName: opened(data.person)?.claimantName }
      : state,
});
